"""The last step: do the things of a phrase make one meaning together? If not, the phrase is unknown."""

from schools.roadmap.domain.deadline import DeadlineKind, Period
from schools.roadmap.domain.deadlines.days import occurrences
from schools.roadmap.domain.deadlines.outcome import Outcome, dated
from schools.roadmap.domain.deadlines.residue import Residue
from schools.roadmap.domain.deadlines.rhythm_days import Stretch, beat
from schools.roadmap.domain.deadlines.series import Unreadable, arrange
from schools.roadmap.domain.deadlines.spans_outcome import of_spans
from schools.roadmap.domain.deadlines.stretches import of_bound, of_years, room_of
from schools.roadmap.domain.deadlines.things import Beat, Bound, Doubt, Manner, Rhythm, Span, Unit

_DATELESS = (
    DeadlineKind.SEPARATE_PLAN,
    DeadlineKind.EXTERNAL_SCHEDULE,
    DeadlineKind.ON_EVENT,
    DeadlineKind.SCHOOL_TERM,
)
_ALSO_RHYTHM = Doubt("Кроме срока названа частота.", 0.05)
_CONDITION = Doubt("Кроме срока названо условие.", 0.1)
_CONDITION_OF_ONE = Doubt("Кроме срока названо условие.", 0.3)
_ALSO_BOUND = Doubt("Рядом со сроком назван и весь промежуток.", 0.1)
_TWO_MANNERS = Doubt("Названо несколько условий; вид взят по первому.", 0.3)
_EITHER = Doubt("Назван срок «или» условие: взят срок.", 0.3)
_RETURNING = {
    DeadlineKind.ONCE_MONTH: DeadlineKind.YEARLY_MONTHS,
    DeadlineKind.MONTHS_OVER_YEARS: DeadlineKind.YEARLY_MONTHS,
    DeadlineKind.ONCE_BY: DeadlineKind.YEARLY_BY,
    DeadlineKind.SEVERAL_DATES: DeadlineKind.YEARLY_BY,
    DeadlineKind.WINDOW: DeadlineKind.WINDOW,
    DeadlineKind.SEVERAL_WINDOWS: DeadlineKind.SEVERAL_WINDOWS,
    DeadlineKind.YEARLY_MONTHS: DeadlineKind.YEARLY_MONTHS,
}
_LATER = Doubt("Продолжение после слова «далее» в срок не входит.", 0.25)
_YEARLY_NO_MONTH = Doubt("Сказано «ежегодно», а месяц не назван: дат у срока нет.", 0.2)
_EVERY_YEAR_TOO = Doubt("Повторяется каждый год.", 0.05)
_TERMS = Doubt("Даты четвертей и каникул задаёт календарный график школы.", 0.1)


def compose(residue: Residue, period: Period) -> Outcome:
    """The meaning of sorted things. Raises ``Unreadable`` where they make none, or more than one."""
    if residue.broken:
        raise Unreadable("Срок оборван, или условие слилось с датой.")
    if residue.later is not None:
        return _with_later(residue, period)
    if residue.leftover:
        words = " ".join(word[1:] for word in residue.leftover if word.startswith("~"))
        raise Unreadable(f"Не понято: «{words}»." if words else "Слова понятны порознь, но не вместе.")
    if residue.spans:
        outcome = _spans(residue, period)
    elif residue.rhythms:
        outcome = _rhythm(residue, period)
    elif residue.manners:
        outcome = _manner(residue, period)
    else:
        outcome = _role(residue, period)
    outcome.doubts[:0] = residue.doubts
    return outcome


def _with_later(residue: Residue, period: Period) -> Outcome:
    """«октябрь 2025, далее ежегодно»: the named time, and for «ежегодно» its return in later years."""
    later, residue.later = residue.later, None
    if later is None or later.leftover or later.spans or later.broken or not residue.spans:
        raise Unreadable("Не понято, что следует за словом «далее».")
    first = compose(residue, period)
    if later.yearly and first.kind in _RETURNING:
        return _returning(first, period)
    first.doubts.append(_LATER)
    return first


def _returning(first: Outcome, period: Period) -> Outcome:
    """«октябрь 2025 г. (ежегодно)»: the named days, and the same days of later years of the map."""
    years = range(period.starts_on.year, period.ends_on.year + 1)
    later = [(day.replace(year=year), day) for day in first.due_on for year in years if (day.month, day.day) != (2, 29)]
    first.due_on = tuple(sorted({*first.due_on, *(day for day, named in later if day > named and day in period)}))
    first.kind = _RETURNING.get(first.kind, first.kind)
    return first


def _spans(residue: Residue, period: Period) -> Outcome:
    spans = arrange(residue)
    window = len(spans) == 1 and spans[0].unit in (Unit.STRETCH, Unit.HALF) and not spans[0].by
    for manner in residue.manners:
        if manner.kind is DeadlineKind.AS_NEEDED and window and not residue.either:
            return Outcome(DeadlineKind.AS_NEEDED, doubts=[_ALSO_BOUND])
        residue.doubts.append(_beside(manner, residue, window=window))
    if residue.bounds and not (window or len(spans) > 1 or residue.yearly):
        raise Unreadable("Назван и один срок, и целый промежуток: не видно, что верно.")
    residue.doubts += [_ALSO_BOUND] if residue.bounds else []
    school = Bound.SCHOOL_YEAR in residue.bounds
    if residue.rhythms:
        return _rhythm_in_spans(residue, spans, period)
    outcome = of_spans(spans, residue.years, period, yearly=residue.yearly, school=school)
    named = any(span.last_year is not None for span in spans)
    return _returning(outcome, period) if residue.yearly and named else outcome


def _beside(manner: Manner, residue: Residue, *, window: bool) -> Doubt:
    if residue.either and manner.kind in (*_DATELESS, DeadlineKind.AS_NEEDED):
        return _EITHER
    if manner.kind in _DATELESS:
        return _CONDITION if window else _CONDITION_OF_ONE
    if manner.kind is DeadlineKind.CONTINUOUS and manner.since is None and window:
        return Doubt("", 0.05)
    raise Unreadable("Рядом со сроком стоит условие, которое с ним не сходится.")


def _rhythm_in_spans(residue: Residue, spans: list[Span], period: Period) -> Outcome:
    """«с ноября по май, ежемесячно» beats inside; «2 раза в год (октябрь, май)» names its own points."""
    if len(residue.rhythms) > 1:
        raise Unreadable("Названо несколько частот.")
    rhythm = residue.rhythms[0]
    school = Bound.SCHOOL_YEAR in residue.bounds
    outcome = of_spans(spans, residue.years, period, yearly=residue.yearly, school=school)
    if len(spans) in _points_of(rhythm) and not rhythm.days:
        return outcome
    whole = len(spans) == 1 and not spans[0].by and spans[0].unit in (Unit.STRETCH, Unit.HALF, Unit.YEAR)
    month = len(spans) == 1 and spans[0].unit is Unit.MONTH and rhythm.beat in (Beat.DAY, Beat.WEEK)
    if not (whole or month):
        raise Unreadable("Частота и сроки не сходятся.")
    found = [] if spans[0].unit is Unit.HALF or residue.years else list(occurrences(spans[0], period))
    beats = beat(rhythm, [Stretch(first, last, named=True) for first, last in found], period)
    if beats.due_on:
        return beats
    outcome.doubts.append(_ALSO_RHYTHM)
    outcome.params["every"] = beats.params["every"]
    return outcome


def _points_of(rhythm: Rhythm) -> tuple[int, ...]:
    """How many points a year a rhythm may name: four terms, or three."""
    in_a_year = {Beat.YEAR: (1,), Beat.HALF: (2,), Beat.QUARTER: (4,), Beat.TERM: (3, 4)}.get(rhythm.beat, ())
    return tuple(points * rhythm.times for points in in_a_year) if rhythm.every == 1 else ()


def _rhythm(residue: Residue, period: Period) -> Outcome:
    others = [each for each in residue.manners if each.since is None and each.kind is not DeadlineKind.CONTINUOUS]
    if any(each.kind not in (DeadlineKind.ON_EVENT, DeadlineKind.RELATIVE_DURATION) for each in others):
        outcome = _manner(residue, period)
        outcome.doubts.append(_ALSO_RHYTHM)
        return outcome
    rhythm = _one_rhythm(residue.rhythms)
    stretches = room_of(residue.bounds, residue.years, period)
    for manner in residue.manners:
        if manner.since is not None:
            found = list(occurrences(manner.since, period))
            if len(found) != 1:
                raise Unreadable("Не видно, с какого времени считать.")
            stretches = [Stretch(max(found[0][0], each.first), each.last) for each in stretches]
    outcome = beat(rhythm, stretches, period)
    outcome.doubts += [_CONDITION] if others else []
    return outcome


def _one_rhythm(rhythms: list[Rhythm]) -> Rhythm:
    """«ежеквартально, до 10 числа следующего месяца» is one rhythm in two parts."""
    if len(rhythms) == 1:
        return rhythms[0]
    dayless = [rhythm for rhythm in rhythms if not rhythm.days]
    dayful = [rhythm for rhythm in rhythms if rhythm.days]
    if len(dayless) != 1 or len(dayful) != 1 or (dayless[0].every, dayless[0].times) != (1, 1):
        raise Unreadable("Названо несколько частот.")
    if dayless[0].beat not in (Beat.MONTH, Beat.QUARTER):
        raise Unreadable("Частота и число месяца не сходятся.")
    return Rhythm(dayless[0].beat, days=dayful[0].days, next_month=dayful[0].next_month)


def _manner(residue: Residue, period: Period) -> Outcome:
    manners = residue.manners
    first = next((manner for manner in manners if manner.kind is DeadlineKind.AS_NEEDED), manners[0])
    if all(manner.kind is DeadlineKind.CONTINUOUS and manner.since is None for manner in manners) and (
        residue.bounds or residue.years
    ):
        return _role(residue, period)
    outcome = Outcome(first.kind, params={"duration": first.length} if first.length else {})
    if first.since is not None:
        _start(first.since, outcome, period)
    if len({manner.kind for manner in manners}) > 1:
        outcome.doubts.append(_TWO_MANNERS)
    outcome.doubts += [_ALSO_BOUND] if residue.bounds or residue.years else []
    outcome.doubts += [_EVERY_YEAR_TOO] if residue.yearly else []
    outcome.doubts += [_TERMS] if first.kind is DeadlineKind.SCHOOL_TERM else []
    return outcome


def _start(since: Span, outcome: Outcome, period: Period) -> None:
    """«с 20 сентября», «не ранее 10 января»: a start alone; where the map has several such days, none is named."""
    found = list(occurrences(since, period))
    if len(found) == 1:
        first = found[0][0]
        outcome.params["starts_on"] = first.isoformat()
        if not (since.unit is Unit.YEAR and period.starts_on.year == first.year):
            outcome.doubts += dated(outcome.kind, [first], period).doubts


def _role(residue: Residue, period: Period) -> Outcome:
    if len(set(residue.bounds)) > 1:
        raise Unreadable("Названо несколько промежутков.")
    if residue.yearly and (Bound.PERIOD in residue.bounds or any(not each.school for each in residue.years)):
        return Outcome(DeadlineKind.YEARLY, doubts=[_YEARLY_NO_MONTH])
    if residue.years and Bound.PERIOD not in residue.bounds:
        return of_years(residue.years, period, school=Bound.SCHOOL_YEAR in residue.bounds)
    if residue.bounds:
        return of_bound(residue.bounds[0], period)
    if residue.yearly:
        return Outcome(DeadlineKind.YEARLY, doubts=[_YEARLY_NO_MONTH])
    raise Unreadable("Срок не назван.")
