"""Annexes of the note, numbered in the order of its kind; lists too long for the text stand here."""

from collections.abc import Callable, Mapping

from municipal.notes.domain.annexes import figures, tables
from municipal.notes.domain.annexes.rows import NO_FORMS, NO_NAMES
from municipal.notes.domain.composed import Annex, AnnexTable, Composed
from municipal.notes.domain.note_input import NoteInput
from municipal.notes.domain.phrases import Printer
from municipal.notes.domain.rulebook import Rulebook

Tables = tuple[AnnexTable, ...]


def build_annexes(given: NoteInput, book: Rulebook, note: Composed, printer: Printer) -> tuple[Annex, ...]:
    """All annexes of the kind; one with nothing to show keeps its number and says so."""
    makers = _makers(given, book, note, printer)
    found = []
    for number, code in enumerate(book.kinds[note.kind].attachments, start=1):
        held = tuple(table for table in makers[code]() if table.rows or table.total)
        remark = "" if held else _remark(note)
        found.append(Annex(code, number, book.attachments[code], held, remark))
    return tuple(found)


def _makers(given: NoteInput, book: Rulebook, note: Composed, printer: Printer) -> Mapping[str, Callable[[], Tables]]:
    names = not note.is_region_copy
    values = dict(note.values)
    codes = [row.code for row in book.indicators]
    return {
        "reporting": lambda: tables.reporting(given, names=names),
        "documents": lambda: tables.documents(given, book, names=names),
        "coverage": lambda: tables.coverage(given, names=names),
        "targets": lambda: figures.targets(values, codes, printer),
        "roadmap": lambda: tables.roadmap(given, names=names),
        "publications": lambda: tables.publications(given, names=names),
        "growth": lambda: figures.growth(values),
        "sources": lambda: figures.sources(note.blocks, values, book, printer),
    }


def _remark(note: Composed) -> str:
    return NO_NAMES if note.is_region_copy else NO_FORMS
