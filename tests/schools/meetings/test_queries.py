"""Reading the journal."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from schools.meetings.queries import Choice, Week, counts_between, journal, silent_pairs, weeks_between
from schools.meetings.services.record_meeting import plan_meeting
from tests.factories import school as make

pytestmark = pytest.mark.usefixtures("school")
TODAY, SINCE, UNTIL = date(2025, 10, 15), date(2025, 9, 1), date(2026, 8, 31)


def _plan(pair: int, day: date) -> int:
    return plan_meeting(pair, planned_on=day, kind="working", topic="", today=date(2025, 9, 10), actor_id=1, at=make.AT)


@pytest.fixture
def filled(school: None) -> dict[str, int]:
    """One meeting of each sort."""
    pair = make.working_pair()
    return {
        "answered": make.meeting(pair, date(2025, 10, 14), feedback=True),
        "silent": make.meeting(pair, date(2025, 10, 6)),
        "unmarked": _plan(pair, date(2025, 10, 13)),
        "ahead": _plan(pair, date(2025, 10, 20)),
        "last year": make.meeting(make.working_pair(ordered_on=date(2024, 9, 10)), date(2025, 5, 6)),
    }


@pytest.mark.parametrize(
    ("choice", "shown"),
    [
        (Choice.ALL, ["ahead", "answered", "unmarked", "silent"]),
        (Choice.HELD, ["answered", "silent"]),
        (Choice.AHEAD, ["ahead"]),
        (Choice.UNMARKED, ["unmarked"]),
        (Choice.SILENT, ["silent"]),
    ],
)
def test_a_filter_leaves_what_it_says(filled: dict[str, int], choice: Choice, shown: list[str]) -> None:
    found = [row.pk for row in journal(SINCE, UNTIL, choice=choice, today=TODAY)]
    assert found == [filled[name] for name in shown]
    assert counts_between(SINCE, UNTIL, today=TODAY)[choice] == len(shown)


def test_the_year_is_counted_once(filled: dict[str, int]) -> None:
    counts = counts_between(SINCE, UNTIL, today=TODAY)
    assert (counts.planned, counts.answered) == (2, 1)


def test_a_meeting_planned_for_today_is_still_ahead(school: None) -> None:
    _plan(make.working_pair(), TODAY)
    counts = counts_between(SINCE, UNTIL, today=TODAY)
    assert (counts[Choice.AHEAD], counts[Choice.UNMARKED]) == (1, 0)


def test_weeks_tell_what_was_held_and_what_is_planned(filled: dict[str, int]) -> None:
    assert weeks_between(SINCE, UNTIL, choice=Choice.ALL, today=TODAY) == [
        Week(date(2025, 10, 20), held=0, planned=1),
        Week(date(2025, 10, 13), held=1, planned=1),
        Week(date(2025, 10, 6), held=1, planned=0),
    ]
    assert weeks_between(SINCE, UNTIL, choice=Choice.SILENT, today=TODAY) == [Week(date(2025, 10, 6), 1, 0)]


def test_silent_pairs_are_those_the_form_asks_about(school: None) -> None:
    edge = make.working_pair()
    make.meeting(edge, TODAY - timedelta(days=30))
    silent = make.working_pair(ordered_on=date(2025, 9, 1))
    make.meeting(silent, TODAY - timedelta(days=31))
    never = make.working_pair(ordered_on=TODAY - timedelta(days=31))
    make.working_pair(ordered_on=TODAY)
    assert [pair.pk for pair in silent_pairs(TODAY)] == [never, silent]


def _queries() -> int:
    with CaptureQueriesContext(connection) as asked:
        counts_between(SINCE, UNTIL, today=TODAY)
        weeks_between(SINCE, UNTIL, choice=Choice.ALL, today=TODAY)
        for row in journal(SINCE, UNTIL, choice=Choice.ALL, today=TODAY):
            row.pair.called()
    return len(asked)


def test_the_number_of_queries_does_not_grow(filled: dict[str, int]) -> None:
    few = _queries()
    for number in range(10):
        make.meeting(make.working_pair(), date(2025, 9, 20) + timedelta(days=number))
    assert (few, _queries()) == (4, 4)
