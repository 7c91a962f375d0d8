"""«Откуда взято»: the note in the margin for every figure of a paragraph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from municipal.notes.domain.annexes.figures import sources as source_rows
from municipal.notes.domain.composed import Block
from municipal.notes.domain.derived import bases_of
from municipal.notes.domain.phrases import Printer
from municipal.notes.domain.printing import form_of
from municipal.notes.domain.rulebook import Rulebook, load_rulebook
from municipal.notes.domain.spans import Figure
from municipal.notes.domain.values.value import Value, ValueKind
from tenants.domain.russian import counted


@dataclass(frozen=True, slots=True)
class Gloss:
    """``id`` is where the figure's link leads. ``compared`` are the numbers a difference is worked out of;
    ``schools`` says how many schools stand behind («11 организаций»), empty where none do."""

    id: str
    key: str
    number: str
    title: str
    origin: str
    schools: str
    compared: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What stands beside the number: the line of the form, or the title of what has no line."""
        return self.origin or self.title


def printer() -> Printer:
    """How margins print values: as the text does, long lists in full."""
    limits = load_rulebook().thresholds
    return Printer(limits["percent_min_base"], limits["list_limit"], "", lambda _: None)


def is_explained(figure: Figure, values: Mapping[str, Value]) -> bool:
    """A list of names needs no explanation: it is its own."""
    return figure.key in values and values[figure.key].kind is not ValueKind.LIST


def gloss(gloss_id: str, figure: Figure, values: Mapping[str, Value]) -> Gloss:
    """The margin of one figure."""
    book, value = load_rulebook(), values[figure.key]
    title, origin, schools = _said(figure, values, book)
    return Gloss(
        id=gloss_id,
        key=figure.key,
        number=figure.text,
        title=title,
        origin=origin,
        schools=counted(schools, "организация", "организации", "организаций") if schools else "",
        compared=() if value.sources else _compared(figure, values, book),
    )


def _said(figure: Figure, values: Mapping[str, Value], book: Rulebook) -> tuple[str, str, int]:
    """Title and origin in the words of the annex «Откуда взяты числа», and how many schools."""
    pseudo = Block("", "", "", (), (figure,))
    table = source_rows([pseudo], dict(values), book, printer())[0]
    title, _, origin, _ = table.rows[0] if table.rows else (book.values[figure.value_code].said, "", "", "")
    return title, origin, len({one.school_id for one in values[figure.key].sources} - {None})


def _compared(figure: Figure, values: Mapping[str, Value], book: Rulebook) -> tuple[str, ...]:
    found = []
    for key in bases_of(figure.key):
        if key in values:
            base = replace(figure, key=key)
            shown = printer().text(values[key], form_of(values[key]))
            found.append(f"{book.values[base.value_code].said}: {shown}")
    return tuple(found)
