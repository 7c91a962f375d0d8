"""What is written into the journal of meetings."""

from datetime import date

import pytest

from schools.meetings.domain.refusals import MeetingNotRecorded
from schools.meetings.models import Meeting
from schools.meetings.services.record_meeting import (
    HeldMeeting,
    change_meeting,
    plan_meeting,
    record_meeting,
    remove_meeting,
)
from schools.pairs.queries import pair_named
from tenants.journal.queries import latest_events
from tests.factories import school as make

pytestmark = pytest.mark.usefixtures("school")
TODAY = date(2025, 10, 15)
AT = make.moment(TODAY)


def _told() -> list[str]:
    """The journal, the newest first, with ordinary spaces."""
    return [one.text.replace("\u00a0", " ") for one in latest_events(limit=50)]


def _said(pair: int, words: str) -> str:
    return f"{pair_named(pair)}: {words}.".replace("\u00a0", " ")


def _record(pair: int, held: HeldMeeting) -> int:
    return record_meeting(pair, held, today=TODAY, actor_id=1, at=AT)


def _plan(pair: int, day: date, kind: str = "working", today: date = TODAY) -> int:
    return plan_meeting(pair, planned_on=day, kind=kind, topic="", today=today, actor_id=1, at=AT)


def _change(meeting: int, held: HeldMeeting) -> None:
    change_meeting(meeting, held, today=TODAY, actor_id=1, at=AT)


def test_a_meeting_is_written_down_with_its_feedback() -> None:
    pair = make.working_pair()
    made = _record(pair, HeldMeeting(date(2025, 10, 10), "trial", "о проекте", mentor_feedback=True))
    row = Meeting.objects.get(pk=made)
    assert (row.pair_id, row.held_on, row.kind, row.topic) == (pair, date(2025, 10, 10), "trial", "о проекте")
    assert (row.mentor_feedback, row.mentee_feedback, row.planned_on) == (True, False, None)
    assert _told()[0] == _said(pair, "встреча 10 октября 2025 года записана")


def test_the_same_meeting_entered_twice_stays_one_and_is_mended() -> None:
    pair = make.working_pair()
    first = _record(pair, HeldMeeting(date(2025, 10, 10)))
    second = _record(pair, HeldMeeting(date(2025, 10, 10), mentee_feedback=True))
    assert (first == second, Meeting.objects.get().mentee_feedback) == (True, True)
    assert _told().count(_said(pair, "встреча 10 октября 2025 года записана")) == 1


def test_a_meeting_of_the_planned_day_is_the_planned_one() -> None:
    pair = make.working_pair()
    planned = _plan(pair, date(2025, 10, 10), today=date(2025, 10, 1))
    assert _record(pair, HeldMeeting(date(2025, 10, 10), topic="план")) == planned
    row = Meeting.objects.get()
    assert (row.planned_on, row.held_on, row.topic) == (date(2025, 10, 10), date(2025, 10, 10), "план")


@pytest.mark.parametrize(
    ("day", "said"),
    [(date(2025, 10, 16), "дата в будущем"), (date(2025, 9, 9), "ещё не была закреплена приказом")],
)
def test_the_day_fits_the_pair(day: date, said: str) -> None:
    with pytest.raises(MeetingNotRecorded, match=said):
        _record(make.working_pair(), HeldMeeting(day))


def test_a_pair_that_is_over_does_not_meet() -> None:
    pair = make.broken(make.working_pair(), date(2025, 10, 1))
    with pytest.raises(MeetingNotRecorded, match="уже закончила работу"):
        _record(pair, HeldMeeting(date(2025, 10, 2)))
    _record(pair, HeldMeeting(date(2025, 10, 1)))


def test_a_meeting_is_planned_once() -> None:
    pair = make.working_pair()
    assert _plan(pair, date(2025, 10, 20)) == _plan(pair, date(2025, 10, 20))
    row = Meeting.objects.get()
    assert (row.planned_on, row.held_on) == (date(2025, 10, 20), None)


def test_the_past_is_not_planned() -> None:
    with pytest.raises(MeetingNotRecorded, match="этот день уже прошёл"):
        _plan(make.working_pair(), date(2025, 10, 14))


def test_only_a_working_pair_plans() -> None:
    with pytest.raises(MeetingNotRecorded, match="пара сейчас прервана"):
        _plan(make.broken(make.working_pair(), date(2025, 10, 1)), date(2025, 10, 20))


def test_a_planned_meeting_is_marked_as_held_on_another_day() -> None:
    pair = make.working_pair()
    planned = _plan(pair, date(2025, 10, 10), today=date(2025, 10, 1))
    _change(planned, HeldMeeting(date(2025, 10, 13), "working", "перенесли", mentor_feedback=True))
    row = Meeting.objects.get()
    assert (row.planned_on, row.held_on, row.topic) == (date(2025, 10, 10), date(2025, 10, 13), "перенесли")
    assert _told()[0] == _said(pair, "встреча 13 октября 2025 года записана")


def test_a_record_is_mended_and_the_same_once_more_changes_nothing() -> None:
    pair = make.working_pair()
    made = _record(pair, HeldMeeting(date(2025, 10, 10)))
    mended = HeldMeeting(date(2025, 10, 11), mentee_feedback=True)
    _change(made, mended)
    said = latest_events(limit=50)
    _change(made, mended)
    assert (Meeting.objects.get().held_on, len(latest_events(limit=50))) == (date(2025, 10, 11), len(said))
    assert _told()[0] == _said(pair, "запись о встрече 11 октября 2025 года исправлена")


def test_two_records_do_not_become_one() -> None:
    pair = make.working_pair()
    _record(pair, HeldMeeting(date(2025, 10, 10)))
    other = _record(pair, HeldMeeting(date(2025, 10, 11)))
    with pytest.raises(MeetingNotRecorded, match="такая за этот день уже есть"):
        _change(other, HeldMeeting(date(2025, 10, 10)))


def test_a_mistaken_record_is_removed() -> None:
    pair = make.working_pair()
    made = _record(pair, HeldMeeting(date(2025, 10, 10)))
    remove_meeting(made, actor_id=1, at=AT)
    assert not Meeting.objects.exists()
    assert _told()[0] == _said(pair, "встреча 10 октября 2025 года убрана из журнала")
