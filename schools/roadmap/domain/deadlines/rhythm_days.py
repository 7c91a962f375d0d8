"""Days of a repetition inside a stretch of time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from schools.roadmap.domain.deadline import DeadlineKind, Period
from schools.roadmap.domain.deadlines.days import covers_calendar_years, covers_school_years, day_in
from schools.roadmap.domain.deadlines.outcome import Outcome, dated
from schools.roadmap.domain.deadlines.things import LAST, Beat, Doubt, Rhythm

_KINDS = {
    Beat.DAY: DeadlineKind.DAILY,
    Beat.WEEK: DeadlineKind.WEEKLY,
    Beat.MONTH: DeadlineKind.MONTHLY,
    Beat.QUARTER: DeadlineKind.QUARTERLY,
    Beat.HALF: DeadlineKind.HALF_YEARLY,
    Beat.YEAR: DeadlineKind.YEARLY,
    Beat.TERM: DeadlineKind.SCHOOL_TERM,
}
_MONTHS_BETWEEN = {Beat.MONTH: 1, Beat.QUARTER: 3}
_NO_DAYS = Doubt("Названа частота, а не дни: дат у срока нет.", 0.1)
_WHICH_MONTH = Doubt("Не сказано, какого месяца квартала это число.", 0.3)
_SCHOOL_HALVES = Doubt("Полугодия поняты как учебные: до 31 декабря и до 31 мая.", 0.35)
_CALENDAR_HALVES = Doubt("Полугодия поняты как календарные: до 30 июня и до 31 декабря.", 0.35)
_WHICH_HALVES = Doubt("Не видно, учебные это полугодия или календарные: дат у срока нет.", 0.4)
_TERMS = Doubt("Даты четвертей и каникул задаёт календарный график школы.", 0.1)
_MONTH_ENDS = Doubt("Срок — последний день каждого такого промежутка.", 0.05)
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Stretch:
    """The time in which a rhythm beats; ``named`` where the phrase names it, so that its last beat may be short."""

    first: date
    last: date
    named: bool = False
    school: bool = False


def beat(rhythm: Rhythm, stretches: list[Stretch], period: Period) -> Outcome:
    """The outcome of a rhythm within the stretches, days outside the period dropped."""
    kind = _kind(rhythm)
    days: list[date] = []
    doubt = _NO_DAYS
    if (rhythm.every, rhythm.times) == (1, 1):
        doubt, days = _days(rhythm, stretches, period)
    if rhythm.beat is Beat.TERM:
        doubt = _TERMS
    inside = [day for day in days if day in period]
    outcome = dated(kind, inside, period) if days else Outcome(kind)
    outcome.doubts.append(doubt)
    outcome.params["every"] = _duration(rhythm)
    return outcome


def _kind(rhythm: Rhythm) -> DeadlineKind:
    plain = (rhythm.every, rhythm.times) == (1, 1)
    return _KINDS[rhythm.beat] if plain or rhythm.beat is Beat.TERM else DeadlineKind.EVERY_INTERVAL


def _duration(rhythm: Rhythm) -> str:
    """ISO 8601 where there is one: «P2W»; «2×P1Y» for twice a year."""
    size = rhythm.beat.value if rhythm.every == 1 else rhythm.beat.value.replace("1", str(rhythm.every))
    return size if rhythm.times == 1 else f"{rhythm.times or 'n'}×{size}"


def _days(rhythm: Rhythm, stretches: list[Stretch], period: Period) -> tuple[Doubt, list[date]]:
    if rhythm.beat is Beat.HALF:
        return _halves(stretches, period)
    step = _MONTHS_BETWEEN.get(rhythm.beat)
    if step is None:
        return _NO_DAYS, []
    if rhythm.days and step > 1 and not rhythm.next_month:
        return _WHICH_MONTH, []
    days = [day for stretch in stretches for day in _ends(rhythm, step, stretch)]
    return (Doubt("", 0.0) if rhythm.days else _MONTH_ENDS), days


def _ends(rhythm: Rhythm, step: int, stretch: Stretch) -> Iterator[date]:
    """The last day of every beat, or the named days of its month (of the month after it)."""
    for year, month in _months(stretch.first, stretch.last):
        if month % step:
            continue
        if not rhythm.days:
            yield _clipped(year, month, stretch)
        for day in rhythm.days:
            due = _on(year, month, day, later=rhythm.next_month)
            if rhythm.next_month or stretch.first <= due <= stretch.last:
                yield due
    if stretch.named and not rhythm.days and step > 1 and stretch.last.month % step:
        yield stretch.last


def _clipped(year: int, month: int, stretch: Stretch) -> date:
    end = day_in(year, month, LAST) or stretch.last
    return min(end, stretch.last) if stretch.named else end


def _on(year: int, month: int, day: int, *, later: bool) -> date:
    following = (date(year, month, 28) + timedelta(days=4)).replace(day=1)
    month_of = following if later else date(year, month, 1)
    return day_in(month_of.year, month_of.month, day) or day_in(month_of.year, month_of.month, LAST) or month_of


def _months(first: date, last: date) -> Iterator[tuple[int, int]]:
    for index in range(first.year * _DECEMBER + first.month - 1, last.year * _DECEMBER + last.month):
        yield index // _DECEMBER, index % _DECEMBER + 1


def _halves(stretches: list[Stretch], period: Period) -> tuple[Doubt, list[date]]:
    school = any(stretch.school for stretch in stretches)
    if not (school or covers_school_years(period) or covers_calendar_years(period)):
        return _WHICH_HALVES, []
    as_school = school or covers_school_years(period)
    edges = ((12, 31), (5, 31)) if as_school else ((6, 30), (12, 31))
    days = [
        date(year, *edge)
        for stretch in stretches
        for year in range(stretch.first.year, stretch.last.year + 1)
        for edge in edges
        if stretch.first <= date(year, *edge) <= stretch.last
    ]
    return (_SCHOOL_HALVES if as_school else _CALENDAR_HALVES), days
