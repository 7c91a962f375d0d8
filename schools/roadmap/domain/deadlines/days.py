"""Spans of the calendar turned into days of a map's period."""

import calendar
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from schools.roadmap.domain.deadline import Period
from schools.roadmap.domain.deadlines.things import LAST, Span, Unit, Years

_SEPTEMBER, _MAY, _AUGUST, _DECEMBER = 9, 5, 8, 12
_OVER_A_YEAR = 400
TEACHING_ENDS = (5, 31)
LAST_NTH = 9  # instead of a number: the last such weekday of a month
WORKING = 8  # instead of a weekday: any day from Monday to Friday
_FRIDAY = 5
_CODED = 100  # from here up a day is known by its weekday: 203 is the second Wednesday


def covers_school_years(period: Period) -> bool:
    """The map runs from August or September to the end of a school year."""
    return period.starts_on.month in (_AUGUST, _SEPTEMBER) and _MAY <= period.ends_on.month <= _AUGUST


def covers_calendar_years(period: Period) -> bool:
    """The map runs from 1 January to 31 December."""
    return period.starts_on.month == 1 and period.ends_on.month == _DECEMBER


def longer_than_a_year(period: Period) -> bool:
    """The map has room for the same month twice, so what has no year comes round every year."""
    return period.days > _OVER_A_YEAR


def nth_weekday(number: int, weekday: int) -> int:
    """The number by which a span or a rhythm knows «the second Wednesday» (or ``WORKING`` day) of a month."""
    return _CODED * number + weekday


def is_plain(day: int) -> bool:
    """A day of a month by its number, not by its weekday: only such days can be compared before the year is known."""
    return day < _CODED


def day_in(year: int, month: int, day: int) -> date | None:
    """A day; ``LAST`` is the month's last, a negative one counts from it, ``nth_weekday`` is found by the calendar.

    None for 29 February of a common year.
    """
    length = calendar.monthrange(year, month)[1]
    if day >= _CODED:
        return _nth_in(year, month, *divmod(day, _CODED))
    real = length + day + 1 if day < 0 else day or length
    return date(year, month, real) if 1 <= real <= length else None


def _nth_in(year: int, month: int, number: int, weekday: int) -> date | None:
    days = [date(year, month, day) for day in range(1, calendar.monthrange(year, month)[1] + 1)]
    fitting = [
        day for day in days if day.isoweekday() == weekday or (weekday == WORKING and day.isoweekday() <= _FRIDAY)
    ]
    if number == LAST_NTH:
        return fitting[-1]
    return fitting[number - 1] if number <= len(fitting) else None


def ends(span: Span) -> tuple[date, date] | None:
    """First and last day of a span whose years are known."""
    if span.first_year is None or span.last_year is None:
        return None
    first = day_in(span.first_year, span.first[0], span.first[1] or 1)
    last = day_in(span.last_year, span.last[0], span.last[1])
    return (first, last) if first is not None and last is not None else None


def occurrences(span: Span, period: Period) -> Iterator[tuple[date, date]]:
    """Every (first day, last day) of a span, in order; of a yearless one, those whose last day lies in the period."""
    if span.last_year is not None:
        known = ends(span)
        if known is not None:
            yield known
        return
    for year in range(period.starts_on.year, period.ends_on.year + 1):
        known = ends(replace(span, first_year=year - span.wraps, last_year=year))
        if known is not None and known[1] in period:
            yield known


def halves(span: Span, *, school: bool) -> Span:
    """A half-year as a span: September–December and January–May at school, else by the calendar."""
    if school:
        first, last = ((9, 1), (12, LAST)) if span.half == 1 else ((1, 1), (5, LAST))
    else:
        first, last = ((1, 1), (6, LAST)) if span.half == 1 else ((7, 1), (12, LAST))
    return replace(span, first=last if span.by else first, last=last, unit=Unit.DAY if span.by else Unit.STRETCH)


def over_years(span: Span, years: Years) -> list[Span]:
    """A yearless span in each of the years."""
    return [replace(span, first_year=year - span.wraps, last_year=year) for year in range(years.first, years.last + 1)]


def over_school_years(span: Span, years: Years) -> list[Span]:
    """A yearless span in each school year: what ends in September or later belongs to its first calendar year."""
    later = 0 if span.last[0] >= _SEPTEMBER else 1
    ended = [year + later for year in range(years.first, years.last)]
    return [replace(span, first_year=year - span.wraps, last_year=year) for year in ended]
