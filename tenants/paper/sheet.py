"""A sheet to be printed and signed, as data: no file format, no framework."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

# How a line looks: running text, a heading within the sheet, a dash of a list, a numbered clause, «name: value».
TEXT, HEADING, ITEM, CLAUSE, FIELD = "text", "heading", "item", "clause", "field"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph; ``name`` is said before a FIELD."""

    look: str
    text: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: every row has as many texts as there are columns; ``code`` names it within its form."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    code: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs; the place for the signature is drawn between the two."""

    position: str
    name: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document. ``head`` stands above the title, at the right where ``to_right`` (an application to somebody)."""

    title: str
    head: tuple[str, ...]
    pieces: tuple[Line | Grid, ...]
    signatures: tuple[Signature, ...]
    to_right: bool = False


@dataclass(frozen=True, slots=True)
class Bundle:
    """Sheets of one file, each from a new page."""

    title: str
    author: str
    dated: date
    sheets: tuple[Sheet, ...]


def to_document(sheet: Sheet) -> dict[str, Any]:
    """A sheet as plain data that can be stored; ``from_document`` gives it back."""
    document = asdict(sheet)
    document["pieces"] = [
        {"kind": "grid" if isinstance(piece, Grid) else "line", **asdict(piece)} for piece in sheet.pieces
    ]
    return document


def from_document(document: dict[str, Any]) -> Sheet:
    """The stored sheet. Raises KeyError where it is none."""
    return Sheet(
        title=document["title"],
        head=tuple(document["head"]),
        pieces=tuple(_piece(piece) for piece in document["pieces"]),
        signatures=tuple(Signature(one["position"], one["name"]) for one in document["signatures"]),
        to_right=document["to_right"],
    )


def _piece(piece: dict[str, Any]) -> Line | Grid:
    if piece["kind"] == "line":
        return Line(piece["look"], piece["text"], piece["name"])
    rows = tuple(tuple(row) for row in piece["rows"])
    return Grid(piece["title"], tuple(piece["columns"]), rows, piece["code"])
