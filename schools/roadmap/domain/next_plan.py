"""Next year's roadmap out of this one's: what moves, by how many years, and what a person should look at."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from schools.roadmap.domain.days_off import why_off
from schools.roadmap.domain.deadline import Deadline, Period
from schools.roadmap.domain.deadline_phrase import parse_deadline
from schools.roadmap.domain.plan import Plan, PlannedActivity
from schools.roadmap.domain.shift_phrase import shift_day, shift_phrase, years_named
from tenants.domain.errors import Refusal
from tenants.domain.russian import date_words
from tenants.domain.school_year import SchoolYear

_FARTHEST = 10
_LAST_TEACHING = (5, 31)
_PAPER = re.compile(r"№|\d{1,2}\.\d{1,2}\.\d{4}")


class NotCopied(Refusal):
    """The roadmap needs no copy for that year, or lies too far from it."""


@dataclass(frozen=True, slots=True)
class Move:
    """By how many ``years`` the roadmap moves and the ``period`` it gets."""

    years: int
    period: Period


@dataclass(frozen=True, slots=True)
class MovedRow:
    """A row before and after. ``key`` is the old row's id; ``notes`` are sentences for the curator."""

    key: int
    old: PlannedActivity
    new: PlannedActivity
    notes: tuple[str, ...]

    @property
    def is_moved(self) -> bool:
        """The words of the deadline are other words now."""
        return self.old.deadline_phrase != self.new.deadline_phrase


def move_to(period: Period, year: SchoolYear) -> Move:
    """The least move after which the roadmap touches ``year`` and does not overlap its old self.

    Refuses a roadmap that lasts through the teaching of ``year`` itself, and one from which no move leads there.
    """
    if period.starts_on <= year.starts_on and period.ends_on >= date(year.start_year + 1, *_LAST_TEACHING):
        raise NotCopied(
            f"Карта не перенесена: она сама действует в {year.title} учебном году.",
            "Ведите её дальше; новую карту составьте, когда кончится срок этой.",
        )
    for years in range(1, _FARTHEST + 1):
        moved = Period(shift_day(period.starts_on, years), shift_day(period.ends_on, years))
        touches = moved.starts_on <= year.ends_on and moved.ends_on >= year.starts_on
        if touches and moved.starts_on > period.ends_on:
            return Move(years, moved)
    raise NotCopied(
        f"Карта не перенесена: на {year.title} учебный год её сроки не ложатся.",
        "Возьмите образец или загрузите новую карту из файла.",
    )


def move_plan(plan: Plan, keys: Sequence[int], move: Move, period: Period, said: Mapping[int, str]) -> list[MovedRow]:
    """Every row of ``plan`` moved; ``said`` are phrases that the curator wrote herself, by key.

    Dates, marks and evidence do not move: the new phrase is read anew for the new period.
    """
    return [_moved(key, row, move, period, said.get(key)) for key, row in zip(keys, plan.activities, strict=True)]


def moved_plan(plan: Plan, rows: Sequence[MovedRow], dropped: set[int], move: Move) -> Plan:
    """The plan to be saved: without dropped rows, its stages in place, targets of indicators on the new years."""
    return replace(
        plan,
        title=shift_phrase(plan.title, move.years),
        activities=tuple(replace(row.new, is_left_out=row.key in dropped) for row in rows),
        indicators=tuple(
            {**one, "targets": {_year_moved(key, move.years): target for key, target in one["targets"].items()}}
            for one in plan.indicators
        ),
    )


def _year_moved(key: str, years: int) -> str:
    return str(int(key) + years) if key.isdecimal() else key


def _moved(key: int, row: PlannedActivity, move: Move, period: Period, said: str | None) -> MovedRow:
    if row.is_heading:
        return MovedRow(key, row, row, ())
    phrase = shift_phrase(row.deadline_phrase, move.years) if said is None else said.strip()
    before, after = parse_deadline(row.deadline_phrase, period), parse_deadline(phrase, move.period)
    text, about_text = _text(row.text, move, period)
    new = replace(
        row,
        text=text,
        deadline_phrase=phrase,
        deadline_kind=after.kind.value,
        due_on=after.due_on,
        confidence=after.confidence,
        is_checked=row.is_checked and said is None and _agree(before, after, move.years),
    )
    own = said is not None and phrase != shift_phrase(row.deadline_phrase, move.years)
    notes = (*_doubts(before, after, move, is_own=own), *_rest_days(after), *about_text)
    return MovedRow(key, row, replace(new, is_checked=True) if own else new, notes)


def _agree(before: Deadline, after: Deadline, years: int) -> bool:
    """The same kind and the same days, a month's last day and a named weekday aside."""
    months = [(day.year + years, day.month) for day in before.due_on]
    return before.kind is after.kind and months == [(day.year, day.month) for day in after.due_on]


def _doubts(before: Deadline, after: Deadline, move: Move, *, is_own: bool) -> tuple[str, ...]:
    if after.kind.value == "unknown":
        return ("Срок не понят. Впишите его словами с датой.",)
    if after.due_on and not any(day in move.period for day in after.due_on):
        return ("Срок не попадает в новое время карты. Проверьте год.",)
    if not is_own and not _agree(before, after, move.years):
        return ("Срок переносится не год в год. Проверьте даты.",)
    return ()


def _rest_days(after: Deadline) -> tuple[str, ...]:
    found = [(day, why_off(day)) for day in after.due_on]
    named = [f"{date_words(day)} ({why})" for day, why in found if why and _is_named_day(after)]
    return (f"Выпадает на нерабочий день: {'; '.join(named)}.",) if named else ()


def _is_named_day(deadline: Deadline) -> bool:
    """A day that somebody chose; the last day of a month or of a year was chosen by nobody."""
    return deadline.kind.value in {"once_by", "yearly_by", "several_dates"}


def _text(text: str, move: Move, period: Period) -> tuple[str, tuple[str, ...]]:
    """The activity's own words: a year of the map's time moves, a paper's date never does."""
    mine = set(range(period.starts_on.year, period.ends_on.year + 1))
    named = years_named(text)
    if not named & mine:
        return text, ()
    if named <= mine and not _PAPER.search(text):
        return shift_phrase(text, move.years), ("Год в названии мероприятия тоже заменён.",)
    return text, ("В названии мероприятия остался прежний год: проверьте его.",)
