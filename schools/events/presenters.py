"""What the pages of events say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from schools.events.models import Event, EventKind
from schools.events.queries import Counts
from tenants.domain.russian import counted, date_numeric, number
from tenants.domain.school_year import SchoolYear


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list."""

    id: int
    title: str
    kind: str
    day: str
    participants: str
    minutes: str
    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter by kind."""

    href: str
    words: str
    count: int
    current: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of ui/facts.html."""

    name: str
    value: str | None


def lines(rows: Iterable[Event], today: date) -> list[Line]:
    """Rows of the list in their order."""
    return [_line(row, today) for row in rows]


def _line(row: Event, today: date) -> Line:
    day = row.held_on or row.planned_on
    people = "—" if row.participants is None else number(row.participants)
    shown = date_numeric(day) if day else "—"
    return Line(row.pk, row.title, kind_title(row.kind), shown, people, minutes(row) or "—", *state(row, today))


def kind_title(kind: str) -> str:
    """«Педагогический совет»."""
    return EventKind(kind).label.capitalize()


def minutes(row: Event) -> str:
    """«№ 3 от 12.10.2025», «от 12.10.2025», or nothing."""
    number_of = f"№\u00a0{row.protocol_number}" if row.protocol_number else ""
    day = f"от\u00a0{date_numeric(row.protocol_date)}" if row.protocol_date else ""
    return " ".join(part for part in (number_of, day) if part)


def state(row: Event, today: date) -> tuple[str, str]:
    """Held, ahead, or past its planned day without a mark."""
    if row.held_on is not None:
        return ("done", "Прошло") if row.participants is not None else ("check", "Прошло, нет числа участников")
    if row.planned_on is not None and row.planned_on < today:
        return "check", "Отметьте, прошло ли"
    return "idle", "Впереди"


def chips(counts: Counts, chosen: str) -> list[Chip]:
    """«Все» and the kinds that there are, each with its number."""
    kinds = [
        Chip(f"?vid={code}", kind_title(code), counts.by_kind[code], chosen == code)
        for code in EventKind.values
        if counts.by_kind[code] or chosen == code
    ]
    return [Chip("?", "Все", counts.total, not chosen), *kinds]


def conclusion(counts: Counts, year: SchoolYear, *, over: bool) -> str:
    """What the year has, in a sentence."""
    if not counts.total:
        return f"За {year.title} учебный год событий {'не записано' if over else 'пока нет'}."
    said = f"За {year.title} учебный год — {counted(counts.total, 'событие', 'события', 'событий')}"
    return f"{said}: прошло {number(counts.held)}, впереди или без отметки {number(counts.total - counts.held)}."


def facts(row: Event) -> list[Fact]:
    """The card of an event; its link and file stand apart."""
    return [
        Fact("Вид", kind_title(row.kind)),
        Fact("По плану", date_numeric(row.planned_on) if row.planned_on else "не планировали"),
        Fact("Прошло", date_numeric(row.held_on) if row.held_on else "ещё нет"),
        Fact("Участвовало", None if row.participants is None else number(row.participants)),
        Fact("Протокол", minutes(row) or "без протокола"),
    ]
