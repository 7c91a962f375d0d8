"""Reading the XML parts of a Word or Excel file: by local names, so that «strict» files read as ordinary ones do."""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from schools.roadmap.domain.importing.raw import UnreadableRoadmap

MAX_NUMBER = 1_048_576
MAX_DIGITS = 9


class Package:
    """An open file whose archive has already passed ``tenants.domain.file_guard``."""

    def __init__(self, data: bytes, filename: str) -> None:
        self.archive = zipfile.ZipFile(io.BytesIO(data))
        self.filename = filename
        self.names = frozenset(self.archive.namelist())

    def part(self, name: str) -> etree._Element | None:
        """The root of a part, None where the file has no such part; a part that does not parse refuses the file."""
        if name not in self.names:
            return None
        # entities, DTDs and the network are shut off; the depth and size limits of libxml2 stay on
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
        )
        try:
            return etree.fromstring(self.archive.read(name), parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise broken(self.filename) from error


def broken(filename: str) -> UnreadableRoadmap:
    return UnreadableRoadmap(
        f"Файл «{filename}» не прочитан: его содержимое повреждено.",
        "Откройте его в Word или Excel, сохраните под новым именем и загрузите новый файл.",
    )


def local_name(element: etree._Element) -> str:
    tag = element.tag
    return str(tag).rsplit("}", 1)[-1]


def children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    return (item for item in element if local_name(item) == name)


def child(element: etree._Element, name: str) -> etree._Element | None:
    return next(children(element, name), None)


def attribute(element: etree._Element | None, name: str) -> str:
    """An attribute by its local name; an empty string for none."""
    if element is None:
        return ""
    for key, value in element.attrib.items():
        if str(key).rsplit("}", 1)[-1] == name:
            return str(value)
    return ""


def number_attribute(element: etree._Element | None, name: str, default: int) -> int:
    """A whole number not below 0; anything else in the file counts as ``default``."""
    text = attribute(element, name)
    return min(int(text), MAX_NUMBER) if text.isascii() and text.isdigit() and len(text) <= MAX_DIGITS else default
