"""Where an activity stands on a day, by tables of cases."""

from datetime import date

import pytest

from schools.roadmap.domain.progress import Due, Share, Standing, State, share, standing

START = date(2026, 9, 1)
DUE = date(2026, 10, 10)


@pytest.mark.parametrize(
    ("today", "state", "late"),
    [
        (date(2026, 9, 15), State.AHEAD, 0),
        (date(2026, 10, 6), State.AHEAD, 0),
        (date(2026, 10, 7), State.SOON, 0),
        (DUE, State.SOON, 0),
        (date(2026, 10, 11), State.LATE, 1),
        (date(2026, 10, 15), State.LATE, 5),
    ],
)
def test_a_single_date(today: date, state: State, late: int) -> None:
    assert standing([Due(DUE, None)], starts_on=START, today=today) == Standing(state, DUE, None, late)


@pytest.mark.parametrize(
    ("done_on", "state", "late"),
    [(DUE, State.DONE, 0), (date(2026, 10, 13), State.DONE_LATE, 3)],
)
def test_what_is_done_is_done_late_only_after_its_day(done_on: date, state: State, late: int) -> None:
    found = standing([Due(DUE, done_on)], starts_on=START, today=date(2026, 12, 1))
    assert found == Standing(state, DUE, done_on, late)


def test_of_several_dates_the_earliest_that_waits_decides() -> None:
    dues = [Due(DUE, date(2026, 10, 1)), Due(date(2027, 1, 20), None), Due(date(2027, 4, 20), None)]
    found = standing(dues, starts_on=START, today=date(2026, 12, 1))
    assert found == Standing(State.WORK, date(2027, 1, 20), None)


def test_without_a_date_it_is_in_work_from_the_first_day_and_never_late() -> None:
    dues = [Due(None, None)]
    assert standing(dues, starts_on=START, today=date(2026, 8, 31)).state is State.AHEAD
    assert standing(dues, starts_on=START, today=date(2028, 1, 1)).state is State.WORK


def test_a_stage_is_late_if_anything_in_it_is() -> None:
    part = share([State.DONE, State.DONE_LATE, State.LATE, State.AHEAD])
    assert part == Share(2, 4, 1)
    assert part.state == "late"
    assert share([State.DONE]).state == "done"
    assert share([]).state == "idle"
