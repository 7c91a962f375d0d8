"""The outcome of what is named by its role: the whole map, a school year, years."""

from datetime import date

from schools.roadmap.domain.deadline import DeadlineKind, Period
from schools.roadmap.domain.deadlines.days import (
    TEACHING_ENDS,
    covers_calendar_years,
    covers_school_years,
    longer_than_a_year,
)
from schools.roadmap.domain.deadlines.outcome import Outcome, dated
from schools.roadmap.domain.deadlines.rhythm_days import Stretch
from schools.roadmap.domain.deadlines.series import Unreadable
from schools.roadmap.domain.deadlines.things import Bound, Doubt, Years

_RESULTS_IN_MAY = Doubt("Срок — 31 мая: к нему подводят итоги учебного года.", 0.05)
_EVERY_SCHOOL_YEAR = Doubt("Учебный год не назван: понято как каждый учебный год карты.", 0.15)
_YEAR_IS_SCHOOL = Doubt("«Год» понят как учебный.", 0.2)
_YEAR_IS_CALENDAR = Doubt("«Год» понят как календарный.", 0.35)
_WHICH_YEAR = Doubt("Карта длится несколько лет: «год» понят как каждый учебный год, возможен и календарный.", 0.45)
_WHOLE_MAP = Doubt("Годы совпали с периодом карты: понято как весь период.", 0.2)
_ONE_SCHOOL_YEAR = Doubt("Два года поняты как учебный год.", 0.35)
_SEVERAL_SCHOOL_YEARS = Doubt("Названо несколько учебных лет: срок понят как 31 мая каждого.", 0.25)


def of_bound(bound: Bound, period: Period) -> Outcome:
    """«в течение всего периода», «в течение учебного года», «в течение года»."""
    if bound is Bound.PERIOD:
        return Outcome(DeadlineKind.WHOLE_PERIOD, (period.ends_on,), params={"starts_on": period.starts_on.isoformat()})
    if bound is Bound.CALENDAR_YEAR or (bound is Bound.YEAR and covers_calendar_years(period)):
        outcome = dated(DeadlineKind.WINDOW, _yearly_days(period, (12, 31)), period)
        outcome.doubts += [] if bound is Bound.CALENDAR_YEAR else [_YEAR_IS_CALENDAR]
        return outcome
    outcome = dated(DeadlineKind.ACADEMIC_YEAR, _yearly_days(period, TEACHING_ENDS), period)
    outcome.doubts.append(_RESULTS_IN_MAY)
    if bound is Bound.YEAR:
        outcome.doubts.append(_YEAR_IS_SCHOOL if covers_school_years(period) else _WHICH_YEAR)
    elif longer_than_a_year(period):
        outcome.doubts.append(_EVERY_SCHOOL_YEAR)
    return outcome


def of_years(years: list[Years], period: Period, *, school: bool = False) -> Outcome:
    """«2025/26 уч. год», «2022–2024 гг.». Raises ``Unreadable`` where the words fit two readings."""
    if school or any(each.school for each in years):
        return _school_years(years, period)
    if len(years) > 1:
        raise Unreadable("Названо несколько промежутков лет: не видно, учебные ли они.")
    return _calendar_years(years[0], period)


def _school_years(years: list[Years], period: Period) -> Outcome:
    ended = {year + 1 for each in years for year in range(each.first, each.last)}
    outcome = dated(DeadlineKind.ACADEMIC_YEAR, [date(year, *TEACHING_ENDS) for year in ended], period)
    outcome.doubts.append(_RESULTS_IN_MAY if len(ended) == len(years) else _SEVERAL_SCHOOL_YEARS)
    return outcome


def _calendar_years(years: Years, period: Period) -> Outcome:
    whole_map = (years.first, years.last) == (period.starts_on.year, period.ends_on.year)
    if whole_map and covers_school_years(period) and not longer_than_a_year(period):
        outcome = _school_years([years], period)
        outcome.doubts.append(_ONE_SCHOOL_YEAR)
        return outcome
    if whole_map:
        outcome = of_bound(Bound.PERIOD, period)
        outcome.doubts.append(_WHOLE_MAP)
        return outcome
    if years.school is None:
        raise Unreadable("Не видно, учебный это год или два календарных.")
    outcome = dated(DeadlineKind.WINDOW, [date(years.last, 12, 31)], period)
    outcome.params["starts_on"] = date(years.first, 1, 1).isoformat()
    return outcome


def room_of(bounds: list[Bound], years: list[Years], period: Period) -> list[Stretch]:
    """The time that a bound or years leave for a rhythm; teaching goes on from September to May."""
    if any(each.school is None for each in years) and not covers_school_years(period):
        raise Unreadable("Не видно, учебный это год или два календарных.")
    if years and not any(each.school is False for each in years):
        return [_teaching(year) for each in years for year in range(each.first, each.last)]
    if years:
        return [Stretch(date(each.first, 1, 1), date(each.last, 12, 31), named=True) for each in years]
    calendar_year = Bound.YEAR in bounds and covers_calendar_years(period)
    if Bound.SCHOOL_YEAR in bounds or (Bound.YEAR in bounds and not calendar_year):
        return [_teaching(year) for year in range(period.starts_on.year - 1, period.ends_on.year + 1)]
    return [Stretch(period.starts_on, period.ends_on)]


def _teaching(year: int) -> Stretch:
    return Stretch(date(year, 9, 1), date(year + 1, *TEACHING_ENDS), named=True, school=True)


def _yearly_days(period: Period, day: tuple[int, int]) -> list[date]:
    days = [date(year, *day) for year in range(period.starts_on.year, period.ends_on.year + 1)]
    return [each for each in days if each in period]
