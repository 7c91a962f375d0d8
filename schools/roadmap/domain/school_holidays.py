"""Days of the school year that are not holidays, as the rhythm of meetings counts them."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate

# Holidays do not count in the rhythm: month and day of the first and the last one, by the usual school calendar.
HOLIDAYS = (((10, 26), (11, 3)), ((12, 29), (12, 31)), ((1, 1), (1, 11)), ((3, 24), (3, 31)))


@lru_cache(maxsize=4096)
def school_days(since: date, until: date) -> int:
    """Days of the period without school holidays, Sundays and Saturdays included."""
    if until <= since:
        return 0
    whole = sum(_open_days(year)[-1] for year in range(since.year, until.year))
    return whole + _open_days(until.year)[_place(until)] - _open_days(since.year)[_place(since)]


def _place(day: date) -> int:
    return day.timetuple().tm_yday - 1


@lru_cache(maxsize=64)
def _open_days(year: int) -> tuple[int, ...]:
    """How many days of a calendar year before each of its days are not holidays; the last number is the whole year."""
    days = (
        date(year, 1, 1) + timedelta(days=number) for number in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)
    )
    are_open = (not any(first <= (day.month, day.day) <= last for first, last in HOLIDAYS) for day in days)
    return tuple(accumulate(are_open, initial=0))
