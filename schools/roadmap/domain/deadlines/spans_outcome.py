"""The outcome of days, months and windows."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from schools.roadmap.domain.deadline import DeadlineKind, Period
from schools.roadmap.domain.deadlines.days import (
    TEACHING_ENDS,
    covers_calendar_years,
    covers_school_years,
    ends,
    halves,
    longer_than_a_year,
    occurrences,
    over_school_years,
    over_years,
)
from schools.roadmap.domain.deadlines.outcome import Outcome, dated
from schools.roadmap.domain.deadlines.series import Unreadable
from schools.roadmap.domain.deadlines.things import Doubt, Span, Unit, Years

_SCHOOL_HALF = Doubt("Полугодие понято как учебное; возможно календарное.", 0.4)
_CALENDAR_HALF = Doubt("Полугодие понято как календарное; возможно учебное.", 0.4)
_SCHOOL_END = Doubt("«Год» понят как учебный, его итоги — к 31 мая; возможно, имелось в виду 31 декабря.", 0.45)
_CALENDAR_END = Doubt("«Год» понят как календарный; возможно, имелся в виду учебный.", 0.35)
_SETTLED = (_SCHOOL_HALF, _CALENDAR_HALF, _SCHOOL_END, _CALENDAR_END)
_EVERY_YEAR = Doubt("Год не назван, а карта длится несколько лет: понято как каждый год.", 0.15)
_AUGUST = Doubt("Август понят как конец карты; возможно, это август перед учебным годом.", 0.3)
_STARTS_EARLY = Doubt("Начало этого срока раньше начала карты; возможно, имелся в виду другой год.", 0.45)
_OVER_YEARS_DROPPED = Doubt("Часть этих месяцев лежит вне периода карты и сроком не считается.", 0.05)
_TWO_READINGS = Doubt("Не видно, учебный год назван или два календарных.", 0.45)
_EARLY = timedelta(days=62)
_AUGUST_MONTH = 8


def of_spans(spans: list[Span], years: list[Years], period: Period, *, yearly: bool, school: bool) -> Outcome:
    """Kind and days of spans, in the years the phrase names for them or those of the period."""
    settled = [_settle(span, period, school=school or any(each.school for each in years)) for span in spans]
    doubts = [doubt for span in settled for doubt in span.doubts if doubt in _SETTLED]
    outcome = _in_years(settled, years, period) if years else _in_period(settled, period, yearly=yearly)
    outcome.doubts += list(dict.fromkeys(doubts))
    return outcome


def _settle(span: Span, period: Period, *, school: bool) -> Span:
    if span.winter is not None:
        return _winter(span, span.winter, period)
    if span.unit is Unit.YEAR_END:
        return _year_end(span, period)
    if span.unit is not Unit.HALF:
        return span
    if school:
        return halves(span, school=True)
    if covers_school_years(period):
        return replace(halves(span, school=True), doubts=(*span.doubts, _SCHOOL_HALF))
    if covers_calendar_years(period):
        return replace(halves(span, school=False), doubts=(*span.doubts, _CALENDAR_HALF))
    raise Unreadable("Не видно, учебное это полугодие или календарное.")


def _winter(span: Span, year: int, period: Period) -> Span:
    """«зима 2025»: December and the two months after the New Year; the one of two winters that ends in the map."""
    both = [replace(span, first_year=last - 1, last_year=last, winter=None) for last in (year, year + 1)]
    inside = [each for each in both if (known := ends(each)) is not None and known[1] in period]
    if len(inside) != 1:
        raise Unreadable("Не видно, какая это зима: она переходит через Новый год.")
    return inside[0]


def _year_end(span: Span, period: Period) -> Span:
    """«до конца года»: as «в течение года», a school year in a map of school years."""
    if covers_calendar_years(period):
        return replace(span, unit=Unit.DAY, doubts=(*span.doubts, _CALENDAR_END))
    if not covers_school_years(period) or longer_than_a_year(period):
        raise Unreadable("Не видно, какой это год: учебный или календарный.")
    day = TEACHING_ENDS
    return replace(span, first=day, last=day, unit=Unit.DAY, doubts=(*span.doubts, _SCHOOL_END))


def _in_period(spans: list[Span], period: Period, *, yearly: bool) -> Outcome:
    found = [pair for span in spans for pair in occurrences(span, period)]
    outcome = dated(_kind(spans, period, yearly=yearly), [last for _, last in found], period)
    if found:
        outcome.params["starts_on"] = min(first for first, _ in found).isoformat()
    yearless = any(span.last_year is None for span in spans)
    outcome.doubts += _doubts(spans, found, period, yearly=yearly) if yearless else []
    return outcome


def _doubts(spans: list[Span], found: list[tuple[date, date]], period: Period, *, yearly: bool) -> list[Doubt]:
    doubts: list[Doubt] = []
    if longer_than_a_year(period) and not yearly:
        doubts.append(_EVERY_YEAR)
    if not longer_than_a_year(period) and not yearly and covers_school_years(period):
        august = any(span.first[0] == span.last[0] == _AUGUST_MONTH for span in spans)
        doubts += [_AUGUST] if august and period.starts_on.month != _AUGUST_MONTH else []
    if any(first < period.starts_on - _EARLY for first, _ in found):
        doubts.append(_STARTS_EARLY)
    return doubts


def _kind(spans: list[Span], period: Period, *, yearly: bool) -> DeadlineKind:
    named = all(span.last_year is not None for span in spans)
    repeated = not named and (yearly or longer_than_a_year(period))
    units = {span.unit for span in spans}
    if len(spans) == 1:
        return _kind_of_one(spans[0], repeated=repeated)
    if units == {Unit.MONTH}:
        return DeadlineKind.MONTHS_OVER_YEARS if named else DeadlineKind.YEARLY_MONTHS
    if units == {Unit.DAY}:
        return DeadlineKind.YEARLY_BY if repeated else DeadlineKind.SEVERAL_DATES
    return DeadlineKind.SEVERAL_DATES if units == {Unit.YEAR} else DeadlineKind.SEVERAL_WINDOWS


def _kind_of_one(span: Span, *, repeated: bool) -> DeadlineKind:
    if span.unit is Unit.MONTH:
        return DeadlineKind.YEARLY_MONTHS if repeated else DeadlineKind.ONCE_MONTH
    if span.unit is Unit.DAY:
        return DeadlineKind.YEARLY_BY if repeated else DeadlineKind.ONCE_BY
    return DeadlineKind.ONCE_BY if span.unit is Unit.YEAR else DeadlineKind.WINDOW


def _in_years(spans: list[Span], years: list[Years], period: Period) -> Outcome:
    """Yearless spans beside «2022–2024 гг.» or «2025/26 уч. год»; dated ones only have to lie within the years."""
    if all(span.last_year is not None for span in spans):
        if all(_inside(span, years) for span in spans):
            return _in_period(spans, period, yearly=False)
        raise Unreadable("Год срока не сходится с названными рядом годами.")
    if any(span.last_year is not None for span in spans):
        raise Unreadable("Не видно, к чему относятся названные годы.")
    if any(each.school for each in years):
        return _spread(spans, years, period, over_school_years)
    if len(years) > 1:
        raise Unreadable("Названо несколько промежутков лет: не видно, учебные ли они.")
    outcome = _spread(spans, years, period, over_years)
    if years[0].school is None and outcome.due_on != _spread(spans, years, period, over_school_years).due_on:
        outcome.doubts.append(_TWO_READINGS)
    return outcome


def _spread(
    spans: list[Span], years: list[Years], period: Period, over: Callable[[Span, Years], list[Span]]
) -> Outcome:
    each = [copy for span in spans for one in years for copy in over(span, one)]
    found = [pair for span in each for pair in occurrences(span, period)]
    inside = [pair for pair in found if pair[1] in period]
    kept = inside or found
    outcome = dated(_kind_in_years(spans, len(each)), [last for _, last in kept], period)
    if kept:
        outcome.params["starts_on"] = min(first for first, _ in kept).isoformat()
    if inside and len(inside) < len(found):
        outcome.doubts.append(_OVER_YEARS_DROPPED)
    return outcome


def _kind_in_years(spans: list[Span], copies: int) -> DeadlineKind:
    if copies == 1:
        return _kind_of_one(spans[0], repeated=False)
    units = {span.unit for span in spans}
    if units == {Unit.MONTH}:
        return DeadlineKind.MONTHS_OVER_YEARS
    if units == {Unit.DAY}:
        return DeadlineKind.YEARLY_BY if copies > len(spans) else DeadlineKind.SEVERAL_DATES
    return DeadlineKind.WINDOW if len(spans) == 1 else DeadlineKind.SEVERAL_WINDOWS


def _inside(span: Span, years: list[Years]) -> bool:
    return any(each.first <= (span.first_year or 0) and (span.last_year or 0) <= each.last for each in years)
