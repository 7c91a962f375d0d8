"""Facts of a roadmap's indicators from the school's registers: seven queries, whatever the number of them and years."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from schools.pairs.models import Pair, PairMember
from schools.pairs.queries import pairs_of_period
from schools.passport.models import Headcount
from schools.passport.queries import headcounts_until
from schools.people.domain.ages import is_young_specialist
from schools.people.models import Partner, Person, PersonKind
from schools.roadmap.domain.indicator_facts import (
    COUNTS,
    TYPED,
    Fact,
    YearLine,
    day_of_year,
    decimal_of,
    guess_indicator,
    typed_fact,
)
from schools.roadmap.models import Roadmap, RoadmapIndicator
from schools.surveys.models import SurveyRound
from schools.surveys.queries import closed_between
from tenants.domain.russian import date_words
from tenants.domain.school_year import SchoolYear, age_on


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """An indicator with its years; ``counted_by`` what gives the fact; ``is_guess``: by its words, nobody confirmed."""

    indicator: RoadmapIndicator
    counted_by: str
    is_guess: bool
    years: tuple[YearLine, ...]


@dataclass(frozen=True, slots=True)
class _Registers:
    """Everything that the counting looks at, loaded once for the whole time of the roadmap."""

    pairs: Sequence[Pair]
    headcounts: Sequence[Headcount]
    partners: Sequence[Partner]
    surveys: Sequence[SurveyRound]

    def headcount(self, on: date) -> Headcount | None:
        """The newest numbers known by a day."""
        return next((row for row in self.headcounts if row.as_of <= on), None)

    def pairs_of_year(self, on: date) -> list[Pair]:
        """Pairs that worked in the school year of ``on``, up to it."""
        begins = SchoolYear.of(on).starts_on
        return [
            pair
            for pair in self.pairs
            if pair.started_on is not None
            and pair.started_on <= on
            and (pair.ended_on is None or pair.ended_on >= begins)
        ]

    def people(self, role: str, on: date) -> list[Person]:
        """Different people of a role in those pairs."""
        found: dict[int, Person] = {}
        for pair in self.pairs_of_year(on):
            found |= {part.person_id: part.person for part in pair.members.all() if part.role == role}
        return list(found.values())


def indicator_lines(roadmap: Roadmap, *, today: date) -> list[IndicatorLine]:
    """Plan and fact of every indicator by year, in the roadmap's order."""
    rows = list(roadmap.indicators.all())
    if not rows:
        return []
    until = min(today, roadmap.period_to)
    since = SchoolYear.of(roadmap.period_from).starts_on
    registers = _Registers(
        pairs=list(pairs_of_period(since, until)),
        headcounts=headcounts_until(until, limit=100),
        partners=list(Partner.objects.filter(since__lte=until)),
        surveys=list(closed_between(since, until).filter(kind="exit")),
    )
    return [_line(row, roadmap, registers, today) for row in rows]


def _line(row: RoadmapIndicator, roadmap: Roadmap, registers: _Registers, today: date) -> IndicatorLine:
    counted_by = row.counted_by or guess_indicator(row.title, row.formula)
    years = sorted({int(year) for year in (*row.targets, *row.facts) if str(year).isdigit()})
    lines = []
    for year in years:
        told = row.facts.get(str(year))
        on = day_of_year(year, period_from=roadmap.period_from, period_to=roadmap.period_to, today=today)
        fact = typed_fact(told, is_share=row.unit == "%") if told else None
        if fact is None and counted_by not in {"", TYPED} and on is not None:
            fact = _count(counted_by, registers, on)
        lines.append(YearLine(year, decimal_of(row.targets.get(str(year))), fact))
    return IndicatorLine(row, counted_by, not row.counted_by and bool(counted_by), tuple(lines))


def _count(code: str, registers: _Registers, on: date) -> Fact | None:
    count = _COUNTED.get(code)
    if count is None:
        return None
    numerator, denominator = count(registers, on)
    return Fact(numerator, denominator, code not in COUNTS, source=f"по разделам школы на {date_words(on)}", on=on)


Parts = tuple[int | None, int | None]


def _pupils(role: str, first: int, last: int, field: str) -> Callable[[_Registers, date], Parts]:
    def count(registers: _Registers, on: date) -> Parts:
        number = sum(_is_pupil_of(one, first, last, on) for one in registers.people(role, on))
        return number, getattr(registers.headcount(on), field, None)

    return count


def _is_pupil_of(one: Person, first: int, last: int, on: date) -> bool:
    if one.kind != PersonKind.PUPIL or one.birth_year is None or one.birth_month is None:
        return False
    return first <= age_on(one.birth_year, one.birth_month, on) <= last


def _young(registers: _Registers, on: date) -> Parts:
    people = registers.people(PairMember.MENTEE, on)
    number = sum(one.kind == PersonKind.TEACHER and is_young_specialist(one.teaching_since, on) for one in people)
    return number, getattr(registers.headcount(on), "young_teachers", None)


def _partners(registers: _Registers, on: date) -> Parts:
    standing = {one.pk for one in registers.partners if one.since <= on and (one.until is None or one.until >= on)}
    sent = {one.partner_id for one in registers.people(PairMember.MENTOR, on) if one.partner_id is not None}
    return len(sent & standing), len(standing)


def _satisfied(side: str, role: str) -> Callable[[_Registers, date], Parts]:
    def count(registers: _Registers, on: date) -> Parts:
        begins = SchoolYear.of(on).starts_on
        told = [
            getattr(row.said, side).satisfied
            for row in registers.surveys
            if row.closed_on is not None and begins <= row.closed_on <= on
        ]
        known = [number for number in told if number is not None]
        return (sum(known) if known else None), len(registers.people(role, on))

    return count


_COUNTED: dict[str, Callable[[_Registers, date], Parts]] = {
    "MENTEES_PUPILS_10_19_SHARE": _pupils(PairMember.MENTEE, 10, 19, "pupils_10_19"),
    "MENTORS_PUPILS_15_19_SHARE": _pupils(PairMember.MENTOR, 15, 19, "pupils_15_19"),
    "YOUNG_TEACHERS_MENTEES_SHARE": _young,
    "ENTERPRISES_MENTORS_SHARE": _partners,
    "MENTEES_SATISFIED_SHARE": _satisfied("mentees", PairMember.MENTEE),
    "MENTORS_SATISFIED_SHARE": _satisfied("mentors", PairMember.MENTOR),
    "MENTORS_TOTAL": lambda registers, on: (len(registers.people(PairMember.MENTOR, on)), None),
    "MENTEES_TOTAL": lambda registers, on: (len(registers.people(PairMember.MENTEE, on)), None),
    "PAIRS_ACTIVE": lambda registers, on: (
        sum(pair.ended_on is None or pair.ended_on > on for pair in registers.pairs_of_year(on)),
        None,
    ),
}
