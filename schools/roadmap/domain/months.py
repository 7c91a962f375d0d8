"""Months of a school year and days of a month, for the timeline and the calendar. Pure."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from schools.roadmap.domain.days_off import holiday, is_weekend
from tenants.domain.school_year import FIRST_MONTH, SchoolYear

TITLES = (
    "Январь",
    "Февраль",
    "Март",
    "Апрель",
    "Май",
    "Июнь",
    "Июль",
    "Август",
    "Сентябрь",
    "Октябрь",
    "Ноябрь",
    "Декабрь",
)
SHORT = ("янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
MONTHS = 12


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """One month of a calendar year."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Month:
        """The month ``day`` stands in."""
        return cls(day.year, day.month)

    @classmethod
    def in_year(cls, year: SchoolYear, number: int) -> Month:
        """Month ``number`` (1–12) of a school year."""
        return cls(year.start_year + (number < FIRST_MONTH), number)

    @property
    def title(self) -> str:
        """«Октябрь»."""
        return TITLES[self.number - 1]

    @property
    def short(self) -> str:
        """«окт»."""
        return SHORT[self.number - 1]

    @property
    def first_day(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def last_day(self) -> date:
        return date(self.year, self.number, calendar.monthrange(self.year, self.number)[1])

    @property
    def next(self) -> Month:
        return Month(self.year + (self.number == MONTHS), self.number % MONTHS + 1)

    @property
    def previous(self) -> Month:
        return Month(self.year - (self.number == 1), (self.number - 2) % MONTHS + 1)


def months_between(since: date, until: date) -> tuple[Month, ...]:
    """Every month from that of ``since`` to that of ``until``."""
    month, found = Month.of(since), []
    while month <= Month.of(until):
        found.append(month)
        month = month.next
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Day:
    """A square of the calendar; ``holiday`` is its name or nothing."""

    date: date
    is_of_month: bool
    is_weekend: bool
    holiday: str

    @property
    def is_off(self) -> bool:
        return self.is_weekend or bool(self.holiday)


def weeks_of(month: Month) -> tuple[tuple[Day, ...], ...]:
    """The month's weeks from Monday to Sunday, filled up with days of its neighbours."""
    weeks = calendar.Calendar().monthdatescalendar(month.year, month.number)
    return tuple(tuple(_day(day, month) for day in week) for week in weeks)


def _day(day: date, month: Month) -> Day:
    return Day(day, Month.of(day) == month, is_weekend(day), holiday(day))
