"""The note as a document to print: the one model both DOCX and PDF are made from."""

from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from typing import TypeVar, cast

from municipal.notes.domain.composed import AnnexTable
from tenants.domain.plain_text import plain

Held = TypeVar("Held")


@dataclass(frozen=True, slots=True)
class Heading:
    """«1. Основание и цель»; level 1 is a section, 2 a part of an annex."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list; numbered where its items are referred to (findings, recommendations)."""

    items: tuple[str, ...]
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as PNG bytes. ``alt`` says in words what it shows; ``caption`` is printed under it."""

    png: bytes
    caption: str
    alt: str


@dataclass(frozen=True, slots=True)
class TableBlock:
    table: AnnexTable


Piece = Heading | Paragraph | Items | Picture | TableBlock


@dataclass(frozen=True, slots=True)
class Signature:
    """«Директор МБУ «ИМЦ» ________ О. В. Лапина»; an empty name leaves a line to fill."""

    position: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class DocumentAnnex:
    """«Приложение № 1» on its own page; ``is_wide`` lays it on its side."""

    number: int
    title: str
    pieces: tuple[Piece, ...]
    is_wide: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """Everything on paper, in order. ``author`` (an organisation) and ``file_title`` go to the file's properties.

    ``date_line`` and ``place`` stand on one line under the title, left and right.
    """

    letterhead: tuple[str, ...]
    title: tuple[str, ...]
    date_line: str
    place: str
    pieces: tuple[Piece, ...]
    enclosures: tuple[str, ...]
    signatures: tuple[Signature, ...]
    executor: str
    annexes: tuple[DocumentAnnex, ...]
    author: str
    file_title: str
    dated: date
    belongs_to: str = "к аналитической справке"


def printable(held: Held) -> Held:
    """A document, or any part of one, whose texts a file can hold: what was kept years ago must still print."""
    if isinstance(held, str):
        return cast(Held, plain(held))
    if isinstance(held, tuple):
        return cast(Held, tuple(map(printable, held)))
    if is_dataclass(held) and not isinstance(held, type):
        return cast(Held, replace(held, **{one.name: printable(getattr(held, one.name)) for one in fields(held)}))
    return held
