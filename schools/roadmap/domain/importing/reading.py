"""From bytes to a raw document: which reader a file goes to."""

from pathlib import PurePosixPath

from schools.roadmap.domain.importing.docx_reader import read_docx
from schools.roadmap.domain.importing.html_reader import looks_like_html, read_html_file
from schools.roadmap.domain.importing.ooxml import broken
from schools.roadmap.domain.importing.raw import RawDocument
from schools.roadmap.domain.importing.text_reader import read_text_file
from schools.roadmap.domain.importing.xlsx_reader import read_xlsx
from tenants.domain.errors import Refusal
from tenants.domain.file_guard import BROKEN, OfficeKind, check_file_size, check_office_file

TEXT_SUFFIXES = frozenset({".csv", ".txt", ".tsv"})
READERS = {OfficeKind.DOCX: read_docx, OfficeKind.XLSX: read_xlsx}


def read_document(data: bytes, filename: str) -> RawDocument:
    """Tables and paragraphs of a .docx, .xlsx, .html, .csv or .txt; what kind it is, its bytes say, not its name.

    Raises ``FileRefused`` (the gate's refusals) and ``UnreadableRoadmap`` (damage inside, another encoding).
    """
    check_file_size(len(data), filename)
    if PurePosixPath(filename).suffix.lower() in TEXT_SUFFIXES and not data.startswith(
        (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0")
    ):
        return read_text_file(data, filename)
    if looks_like_html(data):
        return read_html_file(data, filename)
    kind = check_office_file(data, filename)
    try:
        return READERS[kind](data, filename)
    except Refusal:
        raise
    except (*BROKEN, RecursionError) as error:
        raise broken(filename) from error
