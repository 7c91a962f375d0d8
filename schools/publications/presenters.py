"""What the page of publications says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from schools.publications.models import Channel, Publication
from schools.publications.queries import Counts
from tenants.domain.russian import counted, date_numeric, date_short
from tenants.domain.school_year import SchoolYear

MAY = 5


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list."""

    id: int
    title: str
    url: str
    day: str
    channel: str
    is_year_results: bool
    code: str
    words: str
    works: bool | None


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter by place."""

    href: str
    words: str
    count: int
    current: bool


@dataclass(frozen=True, slots=True)
class Duty:
    """How the school stands with the May publication about the year's results (ux.md § 5, 16)."""

    kind: str
    title: str
    text: str


def lines(rows: Iterable[Publication]) -> list[Line]:
    """Rows of the list in their order."""
    return [_line(row) for row in rows]


def _line(row: Publication) -> Line:
    code, words = _link_state(row)
    place = Channel(row.channel).label.capitalize()
    return Line(
        row.pk, row.title, row.url, date_short(row.published_on), place, row.is_year_results, code, words, row.works
    )


def _link_state(row: Publication) -> tuple[str, str]:
    if row.works is None:
        return "idle", "Ссылку не проверяли"
    checked = f", проверено {date_numeric(row.checked_on)}" if row.checked_on else ""
    return ("done", f"Открывается{checked}") if row.works else ("late", f"Не открывается{checked}")


def chips(counts: Counts, chosen: str) -> list[Chip]:
    """«Все» and the places, each with its number."""
    places = [
        Chip(f"?gde={code}", Channel(code).label.capitalize(), counts.by_channel[code], chosen == code)
        for code in Channel.values
    ]
    return [Chip("?", "Все", counts.total, not chosen), *places]


def conclusion(counts: Counts, year: SchoolYear, *, over: bool = False) -> str:
    """What the year has, in a sentence."""
    if not counts.total:
        return f"За {year.title} учебный год публикаций {'не записано' if over else 'пока нет'}."
    said = f"За {year.title} учебный год — {counted(counts.total, 'публикация', 'публикации', 'публикаций')}."
    if not counts.dead:
        return said
    dead = counted(counts.dead, "ссылка не открывается", "ссылки не открываются", "ссылок не открываются")
    if over:
        return f"{said} Из них {dead}."
    return f"{said} В мониторинг войдёт {counts.countable}: {dead}."


def duty(found: Publication | None, year: SchoolYear, today: date) -> Duty:
    """The May duty: kept, ahead, due now, or past."""
    may, last = date(year.start_year + 1, MAY, 1), date(year.start_year + 1, MAY, 31)
    if found is not None:
        return Duty("ok", "Итоги года опубликованы.", f"{date_numeric(found.published_on)}: {found.title}.")
    if today < may:
        return Duty("", "Итоги года.", "Публикация школы об итогах обязательна до 31 мая. Пока рано.")
    if today <= last:
        return Duty("warn", "Итоги года.", "Публикация школы об итогах обязательна до 31 мая. Пока её нет.")
    if year.is_closed(today):
        return Duty("bad", "Итоги года не опубликованы.", "Срок был 31 мая.")
    return Duty("bad", "Итоги года не опубликованы.", "Срок был 31 мая. Опубликуйте итоги и добавьте ссылку.")


def duty_period(year: SchoolYear) -> tuple[date, date]:
    """Results of the year are told from the first of May."""
    return date(year.start_year + 1, MAY, 1), year.ends_on
