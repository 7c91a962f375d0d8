"""Block G: meetings, training, the roadmap, months of work."""

from datetime import date

import pytest

from municipal.indicators.facts import CellState
from schools.meetings.models import Meeting
from tenants.domain.school_year import Season
from tests.factories import school as make
from tests.schools.monitoring.conftest import collected

pytestmark = pytest.mark.usefixtures("school")


def _values(*codes: str) -> dict[str, object]:
    lines = collected().lines
    return {code: lines[code].cell.value for code in codes}


def test_meetings_of_the_period_are_counted_and_those_with_a_word_of_either_side() -> None:
    pair = make.working_pair(ordered_on=date(2025, 3, 1))
    for day in (date(2025, 8, 31), date(2025, 9, 1), date(2025, 10, 1), date(2025, 10, 2)):
        make.meeting(pair, day, feedback=day == date(2025, 10, 1))
    assert _values("G1", "G4") == {"G1": 2, "G4": 1}


def test_meetings_that_nobody_writes_down_are_missing() -> None:
    make.working_pair()
    lines = collected().lines
    assert {lines[code].cell.state for code in ("G1", "G2", "G3", "G4")} == {CellState.MISSING}


def test_planned_meetings_are_counted_where_meetings_are_planned_at_all() -> None:
    pair = make.working_pair()
    make.meeting(pair, date(2025, 9, 20))
    assert collected().lines["G2"].cell.state is CellState.MISSING
    Meeting.objects.create(pair_id=pair, planned_on=date(2025, 9, 30))
    assert collected().lines["G2"].cell.value == 1


def test_a_pair_is_silent_after_thirty_days_from_the_last_meeting_or_the_order() -> None:
    meets = make.working_pair(ordered_on=date(2025, 3, 1))
    make.meeting(meets, date(2025, 9, 1))
    silent = make.working_pair(ordered_on=date(2025, 3, 1))
    make.meeting(silent, date(2025, 8, 31))
    make.working_pair(ordered_on=date(2025, 9, 10))  # new, has not met yet
    line = collected().lines["G3"]
    assert (line.cell.value, [row.id for row in line.rows]) == (1, [silent])


def test_training_counts_for_three_years_and_for_mentors_at_work() -> None:
    for trained_on in (date(2022, 10, 1), date(2022, 9, 30), None):
        make.pair(make.mentor(card={"trained_on": trained_on}), make.mentee())
    make.mentor(card={"trained_on": date(2025, 9, 1)})  # in the pool without a pair
    assert _values("G5") == {"G5": 1}


def test_what_the_roadmap_had_due_is_done_in_time_later_or_overdue() -> None:
    stage = make.roadmap()
    make.activity(stage, date(2025, 9, 15), done_on=date(2025, 9, 15))
    make.activity(stage, date(2025, 9, 15), done_on=date(2025, 9, 16))
    make.activity(stage, date(2025, 9, 15))
    make.activity(stage, date(2025, 9, 15), done_on=date(2025, 9, 10), proof=False)
    make.activity(stage, date(2025, 9, 15), done_on=date(2025, 9, 10), proof=False, closes_by="consents")
    make.activity(stage, date(2025, 9, 15), done_on=date(2025, 10, 2))  # after the reporting date
    make.activity(stage, date(2025, 10, 1))  # its day has not passed
    make.activity(stage, date(2025, 9, 15), is_heading=True)
    assert _values("G6", "G7", "G8", "G9") == {"G6": 6, "G7": 2, "G8": 1, "G9": 3}


def test_without_a_roadmap_in_force_its_work_is_missing() -> None:
    make.activity(make.roadmap(status="draft"), date(2025, 9, 15))
    assert collected().lines["G6"].cell.state is CellState.MISSING


@pytest.mark.parametrize(
    ("ordered_on", "ended_on", "reporting", "expected"),
    [
        (date(2025, 3, 1), None, date(2025, 10, 1), 1),
        (date(2025, 9, 15), None, date(2025, 10, 1), 1),
        (date(2025, 10, 1), None, date(2025, 10, 1), 1),
        (date(2025, 3, 1), None, date(2026, 5, 20), 9),
        (date(2025, 9, 1), date(2025, 11, 2), date(2026, 5, 20), 3),
    ],
)
def test_months_of_work_are_those_begun(
    ordered_on: date, ended_on: date | None, reporting: date, expected: int
) -> None:
    pair = make.working_pair(ordered_on=ordered_on)
    if ended_on:
        make.broken(pair, ended_on)
    season = Season.MAY if reporting.month == 5 else Season.OCTOBER
    assert collected(reporting, season).lines["G10"].cell.value == expected


def test_months_of_all_pairs_are_added_up() -> None:
    make.working_pair()
    make.working_pair()
    assert _values("G10") == {"G10": 2}
