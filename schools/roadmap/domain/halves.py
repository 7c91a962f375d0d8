"""Half-years in which a lasting activity («постоянно», «весь период») wants evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from schools.roadmap.domain.deadline import DeadlineKind, Period
from tenants.domain.school_year import SchoolYear

# Never overdue (issue 3): they promise work that lasts, not a day.
STEADY = frozenset({DeadlineKind.CONTINUOUS.value, DeadlineKind.WHOLE_PERIOD.value})


@dataclass(frozen=True, slots=True)
class Half:
    """A half-year of a school year: evidence is wanted by ``ends_on`` and counted until ``counts_until``."""

    number: int
    starts_on: date
    ends_on: date
    counts_until: date

    @property
    def words(self) -> str:
        """«первое полугодие»."""
        return "первое полугодие" if self.number == 1 else "второе полугодие"


@dataclass(frozen=True, slots=True)
class HalfStanding:
    """A half-year, whether it has evidence, and whether its time is over."""

    half: Half
    proved: bool
    is_over: bool

    @property
    def words(self) -> str:
        """«за первое полугодие подтверждения ещё нет»."""
        if self.proved:
            return f"за {self.half.words} подтверждение есть"
        return f"за {self.half.words} подтверждения {'' if self.is_over else 'ещё '}нет"


def halves_of(year: SchoolYear, period: Period) -> tuple[Half, ...]:
    """September–December and January–May of the year, as far as the roadmap's period covers them."""
    new_year = date(year.start_year + 1, 1, 1)
    whole = (
        Half(1, year.starts_on, date(year.start_year, 12, 31), date(year.start_year, 12, 31)),
        Half(2, new_year, date(year.start_year + 1, 5, 31), year.ends_on),
    )
    return tuple(
        Half(one.number, max(one.starts_on, period.starts_on), min(one.ends_on, period.ends_on), one.counts_until)
        for one in whole
        if one.starts_on <= period.ends_on and one.ends_on >= period.starts_on
    )


def stand_halves(halves: Iterable[Half], proofs: Iterable[date], *, today: date) -> tuple[HalfStanding, ...]:
    """Half-years that have begun by ``today``, the first one first."""
    known = [day for day in proofs if day <= today]
    return tuple(
        HalfStanding(half, any(half.starts_on <= day <= half.counts_until for day in known), half.ends_on < today)
        for half in halves
        if half.starts_on <= today
    )
