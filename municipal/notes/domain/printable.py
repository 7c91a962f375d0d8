"""From a composed note and the methodist's edits to the document that is printed and signed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from municipal.notes.domain.composed import Annex, Block, Composed, Section
from municipal.notes.domain.document import (
    Document,
    DocumentAnnex,
    Heading,
    Items,
    Paragraph,
    Picture,
    Piece,
    Signature,
    TableBlock,
    printable,
)
from municipal.notes.domain.rulebook import PROMPT, SENTENCE
from tenants.domain.russian import date_numeric, typo

CLOSING = "closing"
NUMBERED = ("findings", "recommendations")
WIDE_FROM = 7
_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Requisites:
    """What the municipality puts around the text. ``letterhead`` are the lines at the top of the first page."""

    letterhead: tuple[str, ...]
    author: str
    place: str = ""
    signatures: tuple[Signature, ...] = ()


@dataclass(frozen=True, slots=True)
class Edits:
    """The methodist's hand: texts by block key, removed blocks, own paragraphs by section, charts by section.

    A text of several lines becomes several paragraphs (or items).
    """

    texts: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    removed: Collection[str] = ()
    own: Mapping[str, Sequence[str]] = field(default_factory=lambda: _NOTHING)
    charts: Mapping[str, Sequence[Picture]] = field(default_factory=lambda: _NOTHING)


def build_document(note: Composed, requisites: Requisites, edits: Edits | None = None) -> Document:
    """Lay the note out: numbered sections, prompts left out, charts after the section they belong to."""
    held = edits or Edits()
    printed = [section for section in note.sections if section.code != CLOSING]
    pieces: list[Piece] = []
    for number, section in enumerate(printed, start=1):
        pieces.extend(_section(number, section, held))
    closing = next((section for section in note.sections if section.code == CLOSING), None)
    laid_out = Document(
        letterhead=requisites.letterhead,
        title=_title(note.title),
        date_line=f"{date_numeric(note.note_date)} № {note.number}",
        place=requisites.place,
        pieces=tuple(pieces),
        enclosures=tuple(annex.title for annex in note.annexes),
        signatures=requisites.signatures,
        executor=" ".join(_texts(closing.blocks, held)) if closing else "",
        annexes=tuple(map(_annex, note.annexes)),
        author=requisites.author,
        file_title=note.title,
        dated=note.note_date,
        belongs_to=f"к аналитической справке от {date_numeric(note.note_date)} № {note.number}",
    )
    return printable(laid_out)


def _title(title: str) -> tuple[str, ...]:
    """The kind of document stands on a line of its own: «АНАЛИТИЧЕСКАЯ СПРАВКА», then what it is about."""
    kind, _, about = title.partition(" по итогам ")
    return (kind.upper(), typo(f"по итогам {about}")) if about else (title,)


def _section(number: int, section: Section, edits: Edits) -> list[Piece]:
    pieces: list[Piece] = [Heading(f"{number}. {section.title}")]
    run: list[str] = []
    is_numbered = section.code in NUMBERED
    for block in section.blocks:
        lines = _lines(block, edits)
        if block.is_item:
            run.extend(lines)
            continue
        pieces.extend(_items(run, is_numbered=is_numbered))
        run = []
        pieces.extend(map(Paragraph, lines))
    pieces.extend(_items(run, is_numbered=is_numbered))
    pieces.extend(Paragraph(typo(text)) for text in edits.own.get(section.code, ()))
    pieces.extend(edits.charts.get(section.code, ()))
    return pieces


def _items(run: list[str], *, is_numbered: bool) -> list[Piece]:
    return [Items(tuple(run), is_numbered)] if run else []


def _lines(block: Block, edits: Edits) -> list[str]:
    if block.kind == PROMPT or block.key in edits.removed:
        return []
    said = edits.texts.get(block.key)
    if said is None:
        return [block.text]
    return [typo(line.strip()) for line in said.splitlines() if line.strip()]


def _texts(blocks: Sequence[Block], edits: Edits) -> list[str]:
    return [line for block in blocks if block.kind == SENTENCE for line in _lines(block, edits)]


def _annex(annex: Annex) -> DocumentAnnex:
    pieces: list[Piece] = []
    for table in annex.tables:
        if len(annex.tables) > 1:
            pieces.append(Heading(table.caption, level=2))
        pieces.append(TableBlock(table))
    if annex.remark:
        pieces.append(Paragraph(annex.remark))
    is_wide = any(len(table.columns) >= WIDE_FROM for table in annex.tables)
    return DocumentAnnex(annex.number, annex.title, tuple(pieces), is_wide)
