"""Which object closes which date, half-years of lasting work, the rhythm of meetings."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from schools.roadmap.domain.by_registers import (
    ANY,
    Meetings,
    PairFacts,
    Registers,
    Tally,
    asked_once,
    rhythm,
)
from schools.roadmap.domain.closed import Closed, assign, window_of
from schools.roadmap.domain.deadline import Period
from schools.roadmap.domain.halves import halves_of, stand_halves
from schools.roadmap.domain.progress import Due, State, standing_in_year, standing_of_lasting
from schools.roadmap.domain.school_holidays import HOLIDAYS, school_days
from tenants.domain.school_year import SchoolYear

YEAR = SchoolYear(2025)
WHOLE = Period(date(2025, 9, 1), date(2026, 8, 31))


def _on(*days: date) -> list[Closed]:
    return [Closed(day, "приказом", "orders:list") for day in days]


@pytest.mark.parametrize(
    ("day", "fits"),
    [
        (date(2025, 7, 31), False),
        (date(2025, 8, 29), True),  # papers of August
        (date(2025, 10, 1), True),
        (date(2026, 8, 31), True),  # late, still of the school year
        (date(2026, 9, 1), False),
    ],
)
def test_an_object_counts_within_the_half_year_of_the_date_and_late_within_the_school_year(
    day: date, fits: bool
) -> None:
    assert (day in window_of(date(2025, 10, 1))) is fits


def test_what_was_published_in_autumn_does_not_close_what_is_due_in_may() -> None:
    assert assign([date(2026, 5, 31)], _on(date(2025, 9, 12))) == (None,)


def test_each_date_takes_an_object_of_its_own_time() -> None:
    dues = [date(2025, 10, 31), date(2026, 5, 31)]
    spring = _on(date(2026, 5, 12))
    assert assign(dues, spring) == (None, spring[0])
    both = _on(date(2025, 10, 14), date(2026, 5, 12))
    assert assign(dues, both) == (both[0], both[1])


def test_of_two_objects_of_a_time_the_first_closes_the_date_that_passed_before() -> None:
    found = _on(date(2025, 11, 5), date(2025, 12, 20))
    assert assign([date(2025, 10, 31), date(2025, 12, 31)], found) == (found[0], found[1])


def test_lasting_work_is_never_overdue_but_wants_evidence_every_half_year() -> None:
    halves = halves_of(YEAR, WHOLE)
    assert [(half.starts_on, half.ends_on) for half in halves] == [
        (date(2025, 9, 1), date(2025, 12, 31)),
        (date(2026, 1, 1), date(2026, 5, 31)),
    ]
    autumn = stand_halves(halves, [], today=date(2025, 11, 1))
    assert [one.words for one in autumn] == ["за первое полугодие подтверждения ещё нет"]
    assert standing_of_lasting(autumn, ends_on=WHOLE.ends_on, today=date(2025, 11, 1)).state is State.WORK
    winter = stand_halves(halves, [], today=date(2026, 1, 10))
    assert [one.words for one in winter] == [
        "за первое полугодие подтверждения нет",
        "за второе полугодие подтверждения ещё нет",
    ]
    assert standing_of_lasting(winter, ends_on=WHOLE.ends_on, today=date(2026, 1, 10)).state is State.UNPROVED
    proved = stand_halves(halves, [date(2025, 10, 3), date(2026, 3, 3)], today=date(2026, 6, 1))
    assert standing_of_lasting(proved, ends_on=WHOLE.ends_on, today=date(2026, 6, 1)).state is State.DONE


@pytest.mark.parametrize(
    ("dues", "state"),
    [
        ([Due(date(2024, 10, 1), None), Due(date(2025, 10, 1), None)], State.AHEAD),  # last year's date is last year's
        ([Due(date(2024, 10, 1), None)], State.LATE),  # once only: it stays overdue
        ([Due(date(2024, 10, 1), None), Due(date(2026, 10, 1), None)], State.AHEAD),
        ([Due(date(2024, 10, 1), date(2024, 9, 30))], State.DONE),
    ],
)
def test_a_roadmap_of_several_years_is_judged_by_the_dates_of_the_year(dues: list[Due], state: State) -> None:
    found = standing_in_year(
        dues, since=YEAR.starts_on, until=YEAR.ends_on, starts_on=date(2024, 9, 1), today=date(2025, 9, 10)
    )
    assert found.state is state


def test_what_is_done_as_needed_waits_for_a_mark() -> None:
    dates = {"since": YEAR.starts_on, "until": YEAR.ends_on, "starts_on": YEAR.starts_on, "today": date(2025, 12, 1)}
    assert standing_in_year([Due(None, None)], if_needed=True, **dates).state is State.IF_NEEDED
    assert standing_in_year([Due(None, date(2025, 11, 1))], if_needed=True, **dates).state is State.DONE


@pytest.mark.parametrize(("count", "last", "kept"), [(13, 20, 1), (12, 20, 0), (15, 1, 0)])
def test_the_rhythm_is_a_meeting_a_fortnight_without_the_holidays(count: int, last: int, kept: int) -> None:
    met = Meetings(date(2025, 11, 3), date(2026, 5 if last > 1 else 4, last), count)
    pair = PairFacts(
        id=1,
        proposed_on=date(2025, 10, 25),
        started_on=date(2025, 11, 1),
        ended_on=None,
        was_broken=False,
        order_number="41",
        people={1: "mentor", 2: "mentee"},
        consented={},
        meetings={2025: {ANY: met}},
    )
    assert school_days(date(2025, 11, 1), date(2026, 5, 31)) // 14 == 13
    assert rhythm(Registers([pair]), date(2026, 5, 31)).done == kept


@pytest.mark.parametrize(
    ("since", "until"),
    [
        (date(2025, 9, 1), date(2025, 12, 22)),
        (date(2025, 9, 1), date(2026, 5, 31)),
        (date(2025, 10, 26), date(2025, 11, 4)),
        (date(2024, 2, 28), date(2024, 3, 1)),
        (date(2025, 12, 31), date(2028, 1, 2)),
        (date(2026, 3, 1), date(2026, 3, 1)),
        (date(2026, 3, 2), date(2026, 3, 1)),
    ],
)
def test_days_without_holidays_are_counted_as_one_by_one(since: date, until: date) -> None:
    days = [since + timedelta(days=number) for number in range(max((until - since).days, 0))]
    one_by_one = [day for day in days if not any(a <= (day.month, day.day) <= b for a, b in HOLIDAYS)]
    assert school_days(since, until) == len(one_by_one)


def test_a_rule_asked_twice_of_a_day_is_counted_once() -> None:
    asked: list[date] = []

    def rule(_registers: Registers, on: date) -> Tally:
        asked.append(on)
        return Tally(0, 0, "", "")

    once = asked_once(rule)
    for day in (date(2026, 1, 1), date(2026, 1, 1), date(2026, 2, 1)):
        once(Registers(), day)
    assert asked == [date(2026, 1, 1), date(2026, 2, 1)]
