"""Days on which people of the demonstration work: no weekends, no public holidays, no pupils' winter holidays."""

from __future__ import annotations

from datetime import date, timedelta

from tenants.domain.school_year import SchoolYear

DAY, WEEK = timedelta(days=1), timedelta(days=7)
SATURDAY = 5
# Статья 112 ТК РФ
_HOLIDAYS = {(11, 4), (2, 23), (3, 8), (5, 1), (5, 9), (6, 12)} | {(1, day) for day in range(1, 9)}


def is_working(day: date) -> bool:
    """Whether a school works by five-day week on ``day``."""
    return day.weekday() < SATURDAY and (day.month, day.day) not in _HOLIDAYS


def working(day: date) -> date:
    """``day`` itself, or the first working day after it."""
    while not is_working(day):
        day += DAY
    return day


def working_before(day: date) -> date:
    """``day`` itself, or the last working day before it."""
    while not is_working(day):
        day -= DAY
    return day


def of_september(year: SchoolYear, number: int) -> date:
    """The working day of a school year with this number; 1 is the first one."""
    day = working(year.starts_on)
    for _ in range(number - 1):
        day = working(day + DAY)
    return day


def number_of(day: date) -> int:
    """How many working days of its school year have come by ``day``, itself included."""
    start = SchoolYear.of(day).starts_on
    return sum(is_working(start + timedelta(days=passed)) for passed in range((day - start).days + 1))


def in_winter_holidays(day: date) -> bool:
    """Between the second and the third term nobody meets."""
    return (day.month, day.day) >= (12, 29) or (day.month, day.day) <= (1, 10)
