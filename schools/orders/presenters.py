"""What the pages of documents say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from schools.orders.domain.expected import EXPECTED_KINDS
from schools.orders.domain.naming import document_title, kind_title
from schools.orders.models import Document
from tenants.domain.russian import NBSP, date_numeric, number

SOON_DAYS = 30


@dataclass(frozen=True, slots=True)
class Duty:
    """An obligatory document with its state; ``document_id`` is None where there is none."""

    kind: str
    title: str
    code: str
    words: str
    requisites: str
    document_id: int | None
    in_force: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the year's list."""

    id: int
    title: str
    requisites: str
    url: str
    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of ui/facts.html."""

    name: str
    value: str | None


def duties(newest: Mapping[str, Document], on: date, *, over: bool) -> list[Duty]:
    """Every obligatory kind in its order. ``over``: the year is over, ``on`` is its last day."""
    return [_duty(kind, newest.get(kind), on, over=over) for kind in EXPECTED_KINDS]


def _duty(kind: str, row: Document | None, on: date, *, over: bool) -> Duty:
    if row is None:
        return Duty(kind, kind_title(kind), "check", "Не было" if over else "Нет", "", None, in_force=False)
    code, words = term(row, on, over=over)
    return Duty(kind, kind_title(kind), code, words, requisites(row), row.pk, in_force=code != "late")


def term(row: Document, on: date, *, over: bool = False) -> tuple[str, str]:
    """State and words of a document's term on a day; of a year that is over, how it stood in it."""
    until = row.valid_until
    if until is not None and until < on:
        return "late", f"Истёк {date_numeric(until)}"
    if over:
        return "done", f"Срок до{NBSP}{date_numeric(until)}" if until else "Без срока"
    if until is not None and until <= on + timedelta(days=SOON_DAYS):
        return "soon", f"Действует до{NBSP}{date_numeric(until)}"
    return "done", f"Действует до{NBSP}{date_numeric(until)}" if until else "Действует"


def requisites(row: Document) -> str:
    """«№ 118-од от 15.09.2025», «от 15.09.2025»."""
    day = f"от{NBSP}{date_numeric(row.signed_on)}"
    return f"№{NBSP}{row.number} {day}" if row.number else day


def conclusion(found: list[Duty], *, over: bool) -> str:
    """How many of the obligatory documents are, or were, in force."""
    kept = sum(duty.in_force for duty in found)
    if kept == len(found):
        return f"Все обязательные документы {'были' if over else 'есть'}: {kept} из {len(found)}."
    return f"{'Было' if over else 'Есть'} {kept} из {len(found)} обязательных документов."


def lines(rows: Iterable[Document], on: date, *, over: bool) -> list[Line]:
    """Rows of the year's list in their order."""
    return [
        Line(row.pk, document_title(row.kind, row.title), requisites(row), row.url, *term(row, on, over=over))
        for row in rows
    ]


def facts(row: Document) -> list[Fact]:
    """The card of a document; its link stands apart."""
    told = [
        Fact("Вид", kind_title(row.kind)),
        Fact("Номер", row.number or "без номера"),
        Fact("Дата", date_numeric(row.signed_on)),
        Fact("Действует до", date_numeric(row.valid_until) if row.valid_until else "без срока"),
    ]
    return told if row.people_count is None else [*told, Fact("Названо человек", number(row.people_count))]
