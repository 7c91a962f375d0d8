"""Reading pairs: who waits, who is free, what a year shows."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from schools.pairs.queries import (
    mentors_with_load,
    open_pairs,
    pair_card,
    pairs_list,
    waiting_mentees,
    with_meetings,
)
from schools.pairs.services.form_pair import NewPair, propose_pair
from schools.people.services.archive_person import archive_person
from tests.factories import school as make

pytestmark = pytest.mark.usefixtures("school")
TODAY = date(2025, 10, 15)


def _propose(mentor: int, mentee: int, on: date = TODAY) -> int:
    return propose_pair(NewPair("teacher_pupil", [mentor], [mentee]), on=on, actor_id=1, at=make.AT)


def _waiting() -> list[tuple[int, date]]:
    return [(one.card.pk, one.since) for one in waiting_mentees(TODAY)]


def test_a_mentee_without_a_pair_waits_since_he_was_put_into_the_base() -> None:
    later, first = make.mentee(since=date(2025, 10, 3)), make.mentee(since=date(2025, 9, 1))
    make.working_pair()
    assert _waiting() == [(first, date(2025, 9, 1)), (later, date(2025, 10, 3))]


def test_a_proposal_ends_the_waiting_and_its_withdrawal_begins_it_again() -> None:
    mentee = make.mentee()
    _propose(make.mentor(), mentee)
    assert _waiting() == []


def test_whoever_completed_a_programme_does_not_wait_and_whoever_was_left_waits_since_then() -> None:
    done, left = make.mentee(), make.mentee()
    make.completed(make.pair(make.mentor(), done), date(2025, 10, 1))
    make.broken(make.pair(make.mentor(), left), date(2025, 10, 2))
    assert _waiting() == [(left, date(2025, 10, 2))]


def test_whoever_left_the_school_or_the_base_does_not_wait() -> None:
    gone = make.mentee()
    archive_person(gone, on=date(2025, 10, 1), actor_id=1, at=make.AT)
    assert _waiting() == []


def test_free_mentors_come_first_and_the_least_busy_before_others() -> None:
    busy, half, free = make.mentor(), make.mentor(card={"capacity": 3}), make.mentor()
    make.pair(busy, make.mentee())
    _propose(half, make.mentee())
    make.completed(make.pair(free, make.mentee()), date(2025, 10, 1))
    found = [(one.card.pk, one.pairs, one.is_free) for one in mentors_with_load(TODAY)]
    assert found == [(free, 0, True), (half, 1, True), (busy, 1, False)]


def test_meetings_are_counted_up_to_the_day() -> None:
    pair = make.working_pair()
    make.meeting(pair, date(2025, 9, 12), kind="acquaintance")
    make.meeting(pair, date(2025, 9, 20), kind="planning")
    make.meeting(pair, date(2025, 10, 20), kind="working")
    found = with_meetings(open_pairs(), TODAY).get(pk=pair)
    assert (found.last_held, found.held, found.reached) == (date(2025, 9, 20), 2, 3)


def test_a_pair_that_has_not_met_has_no_last_meeting() -> None:
    found = with_meetings(open_pairs(), TODAY).get(pk=make.working_pair())
    assert (found.last_held, found.held, found.reached) == (None, 0, None)


def test_a_year_shows_what_worked_in_it_and_proposals_nobody_decided_on() -> None:
    old = make.completed(make.working_pair(ordered_on=date(2024, 9, 20)), date(2025, 5, 20), final=False)
    current, undecided = make.working_pair(), _propose(make.mentor(), make.mentee(), on=date(2025, 5, 1))
    year = pairs_list(date(2025, 9, 1), date(2026, 8, 31))
    assert {pair.pk for pair in year} == {current, undecided}
    assert {pair.pk for pair in pairs_list(date(2024, 9, 1), date(2025, 8, 31))} == {old, undecided}


def test_a_strange_pair_is_nobody() -> None:
    assert pair_card(987_654, TODAY) is None


def _queries() -> int:
    with CaptureQueriesContext(connection) as asked:
        for pair in with_meetings(pairs_list(date(2025, 9, 1), date(2026, 8, 31)), TODAY):
            pair.called()
        waiting_mentees(TODAY)
        mentors_with_load(TODAY)
    return len(asked)


def test_the_number_of_queries_does_not_grow_with_the_school() -> None:
    make.working_pair()
    few = _queries()
    for _ in range(12):
        make.meeting(make.working_pair(), date(2025, 9, 20))
        make.mentee()
    assert (few, _queries()) == (4, 4)
