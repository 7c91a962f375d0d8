"""Working days of Russia: weekends, holidays of ст. 112 ТК РФ and the days moved by the Government, as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

import yaml

CONTENT = Path(__file__).parents[1] / "content" / "holidays.yaml"
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Calendar:
    """Holidays that return every year as (month, day), and days off and working weekends of known years."""

    law: frozenset[tuple[int, int]]
    days_off: frozenset[date]
    working: frozenset[date]
    years: frozenset[int]

    def is_working(self, day: date) -> bool:
        """Does an office work on this day?"""
        if day in self.working:
            return True
        return day.weekday() < SATURDAY and (day.month, day.day) not in self.law and day not in self.days_off


@lru_cache(maxsize=1)
def calendar() -> Calendar:
    """The calendar of the reference data."""
    told = yaml.safe_load(CONTENT.read_text(encoding="utf-8"))
    years = told["years"]
    return Calendar(
        law=frozenset((int(one[:2]), int(one[3:])) for one in told["law"]),
        days_off=frozenset(date.fromisoformat(day) for year in years.values() for day in year["days_off"]),
        working=frozenset(date.fromisoformat(day) for year in years.values() for day in year["working"]),
        years=frozenset(years),
    )


def working_days_after(day: date, count: int) -> date:
    """The ``count``-th working day after ``day``, which itself is not counted (ст. 14 ТК РФ)."""
    known, left = calendar(), count
    while left:
        day += timedelta(days=1)
        left -= known.is_working(day)
    return day
