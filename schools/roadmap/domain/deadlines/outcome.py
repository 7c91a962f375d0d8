"""A meaning on its way to a deadline: kind, days, doubts."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from schools.roadmap.domain.deadline import Deadline, DeadlineKind, Period
from schools.roadmap.domain.deadlines.things import Doubt

_SURE = 0.95
_STALE = 0.5
_EARLY = 0.2
_PREPARING = timedelta(days=62)  # a map of a school year is often prepared in summer
_NO_DAY = Doubt("В период карты такой срок не попадает.", 0.6)


@dataclass
class Outcome:
    """What a phrase turned out to mean."""

    kind: DeadlineKind
    due_on: tuple[date, ...] = ()
    doubts: list[Doubt] = field(default_factory=list)
    params: dict[str, str] = field(default_factory=dict)

    def deadline(self, phrase: str) -> Deadline:
        """The deadline of the phrase, its confidence lowered by every doubt."""
        confidence = _SURE
        for doubt in dict.fromkeys(self.doubts):
            confidence *= 1 - doubt.weight
        notes = tuple(dict.fromkeys(doubt.text for doubt in self.doubts if doubt.text))
        return Deadline(phrase, self.kind, self.due_on, round(confidence, 2), notes, self.params)


def unknown(phrase: str, why: str) -> Deadline:
    """A phrase that is not understood, and why."""
    return Deadline(phrase, DeadlineKind.UNKNOWN, (), 0.0, (why,))


def dated(kind: DeadlineKind, days: Iterable[date], period: Period) -> Outcome:
    """An outcome with its days in order, each once; a doubt where a day is outside the period, or none is there."""
    due_on = tuple(sorted(set(days)))
    outcome = Outcome(kind, due_on)
    if not due_on:
        outcome.doubts.append(_NO_DAY)
    outside = [day for day in due_on if day not in period]
    if outside and all(period.starts_on - _PREPARING <= day < period.starts_on for day in outside):
        outcome.doubts.append(Doubt(f"Срок раньше начала карты: {_listed(outside)}.", _EARLY))
    elif outside:
        outcome.doubts.append(Doubt(_stale(outside, period), _STALE))
    return outcome


def _listed(days: list[date]) -> str:
    return ", ".join(f"{day:%d.%m.%Y}" for day in days)


def _stale(outside: list[date], period: Period) -> str:
    text = f"Срок вне периода карты: {_listed(outside)}. Проверьте год."
    nearest = _same_day_inside(outside[0], period)
    return f"{text} Возможно, имелось в виду {nearest:%d.%m.%Y}." if nearest else text


def _same_day_inside(day: date, period: Period) -> date | None:
    if (day.month, day.day) in ((2, 29), (12, 31)):  # the end of a year says nothing about the year meant
        return None
    for year in range(period.starts_on.year, period.ends_on.year + 1):
        if day.replace(year=year) in period:
            return day.replace(year=year)
    return None
