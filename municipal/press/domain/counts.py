"""Publications counted: by month of a school year, by resource, against the norm."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tenants.domain.russian import MONTHS
from tenants.domain.school_year import SchoolYear

USUAL_NORM = 5  # «не менее 5 публикаций» a year: municipal roadmaps; a setting of the municipality
_MONTHS_IN_YEAR = 12


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the school year and how much came out in it."""

    title: str
    year: int
    count: int
    starts_on: date


def by_month(days: Iterable[date], year: SchoolYear) -> list[Month]:
    """The twelve months from September, zeros too; days outside the year are left out."""
    counted = Counter((day.year, day.month) for day in days if day in year)
    first = year.starts_on
    months = [((first.month - 1 + n) % _MONTHS_IN_YEAR, first.year + (first.month - 1 + n) // 12) for n in range(12)]
    return [
        Month(MONTHS[month], calendar, counted[calendar, month + 1], date(calendar, month + 1, 1))
        for month, calendar in months
    ]


def by_name(names: Iterable[str]) -> list[tuple[str, int]]:
    """How often each name occurs, the most frequent first, then by the alphabet."""
    return sorted(Counter(names).items(), key=lambda item: (-item[1], item[0]))


def wanting(published: int, norm: int) -> int:
    """How many are missing to the norm; 0 where it is met."""
    return max(norm - published, 0)


def in_year(days: Sequence[date], year: SchoolYear) -> int:
    """How many days fall into the school year."""
    return sum(day in year for day in days)
