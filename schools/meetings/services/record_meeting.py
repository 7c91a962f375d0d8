"""Write down a meeting of a pair: held, planned, mended, taken out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from schools.meetings.domain.refusals import MeetingNotRecorded
from schools.meetings.models import Meeting, MeetingKind
from schools.pairs.models import Pair, PairStatus
from schools.pairs.queries import pair_named
from tenants.domain.russian import date_words
from tenants.journal.services.record import record

__all__ = ["HeldMeeting", "MeetingNotRecorded", "change_meeting", "plan_meeting", "record_meeting", "remove_meeting"]


@dataclass(frozen=True, slots=True)
class HeldMeeting:
    """What is written down of a meeting that has taken place."""

    held_on: date
    kind: str = MeetingKind.WORKING
    topic: str = ""
    mentor_feedback: bool = False
    mentee_feedback: bool = False


@transaction.atomic
def record_meeting(pair_id: int, held: HeldMeeting, *, today: date, actor_id: int | None, at: datetime) -> int:
    """Record a held meeting; gives its id. The same pair, day and kind entered twice stay one.

    A meeting of this kind that was planned for this very day is marked as held. Refuses a day in the future, before
    the pair's order or after its end.
    """
    pair = Pair.objects.select_for_update().get(pk=pair_id)  # one press at a time
    _check_day(pair, held.held_on, today)
    was_planned = _meet_the_plan(pair, held)
    meeting, made = Meeting.objects.update_or_create(
        pair=pair, held_on=held.held_on, kind=held.kind, defaults=_values(held)
    )
    if made or was_planned:
        _journal("meeting_recorded", "встреча{day} записана", meeting, at, actor_id)
    return meeting.pk


def _values(held: HeldMeeting) -> dict[str, object]:
    return {
        "topic": held.topic,
        "mentor_feedback": held.mentor_feedback,
        "mentee_feedback": held.mentee_feedback,
    }


def _check_day(pair: Pair, day: date, today: date) -> None:
    if day > today:
        raise MeetingNotRecorded("Встреча не записана: дата в будущем.", "Встречу записывают после неё.")
    if pair.started_on is None or day < pair.started_on:
        raise MeetingNotRecorded(
            "Встреча не записана: в этот день пара ещё не была закреплена приказом.", "Проверьте дату встречи."
        )
    if pair.paused_on is not None and day >= pair.paused_on:
        raise MeetingNotRecorded(
            "Встреча не записана: в этот день пара приостановлена.", "Сначала возобновите пару на её странице."
        )
    if pair.ended_on is not None and day > pair.ended_on:
        raise MeetingNotRecorded("Встреча не записана: пара к этому дню уже закончила работу.", "Проверьте дату.")


def _meet_the_plan(pair: Pair, held: HeldMeeting) -> bool:
    """Turn the plan for this day into the meeting itself, unless that one stands in the journal already."""
    alike = Meeting.objects.filter(pair=pair, kind=held.kind)
    if alike.filter(held_on=held.held_on).exists():
        return False
    planned = alike.filter(planned_on=held.held_on, held_on__isnull=True).order_by("pk").first()
    if planned is None:
        return False
    planned.held_on = held.held_on
    planned.save(update_fields=["held_on"])
    return True


@transaction.atomic
def plan_meeting(
    pair_id: int, *, planned_on: date, kind: str, topic: str, today: date, actor_id: int | None, at: datetime
) -> int:
    """Plan a meeting of a working pair; gives its id; the same plan twice stays one.

    Refuses a day that has passed and a pair that does not work.
    """
    pair = Pair.objects.select_for_update().get(pk=pair_id)  # one press at a time
    if pair.status != PairStatus.WORKING:
        raise MeetingNotRecorded(
            f"Встреча не запланирована: пара сейчас {pair.get_status_display()}.", "Планировать можно работающей паре."
        )
    if planned_on < today:
        raise MeetingNotRecorded(
            "Встреча не запланирована: этот день уже прошёл.", "Если встреча была, запишите её как состоявшуюся."
        )
    meeting, made = Meeting.objects.get_or_create(
        pair=pair, planned_on=planned_on, kind=kind, held_on=None, defaults={"topic": topic}
    )
    if made:
        _journal("meeting_planned", "встреча{day} запланирована", meeting, at, actor_id)
    return meeting.pk


@transaction.atomic
def change_meeting(meeting_id: int, held: HeldMeeting, *, today: date, actor_id: int | None, at: datetime) -> None:
    """Mark a planned meeting as held, or mend one that is written down. Saving the same once more changes nothing.

    Refuses the days ``record_meeting`` refuses, and a day and kind under which another meeting of the pair stands.
    """
    meeting = Meeting.objects.select_for_update(of=("self",)).select_related("pair").get(pk=meeting_id)
    _check_day(meeting.pair, held.held_on, today)
    twins = Meeting.objects.filter(pair=meeting.pair, held_on=held.held_on, kind=held.kind).exclude(pk=meeting_id)
    if twins.exists():
        raise MeetingNotRecorded("Встреча не записана: такая за этот день уже есть.", "Исправьте ту, что записана.")
    values = {"held_on": held.held_on, "kind": held.kind, **_values(held)}
    if all(getattr(meeting, name) == value for name, value in values.items()):
        return
    was_held = meeting.held_on is not None
    for name, value in values.items():
        setattr(meeting, name, value)
    meeting.save()
    act = "meeting_changed" if was_held else "meeting_recorded"
    _journal(act, "запись о встрече{day} исправлена" if was_held else "встреча{day} записана", meeting, at, actor_id)


@transaction.atomic
def remove_meeting(meeting_id: int, *, actor_id: int | None, at: datetime) -> None:
    """Take a meeting out of the journal: it was entered by mistake, or will not take place."""
    meeting = Meeting.objects.select_for_update().get(pk=meeting_id)
    meeting.delete()
    _journal("meeting_removed", "встреча{day} убрана из журнала", meeting, at, actor_id)


def _journal(act: str, said: str, meeting: Meeting, at: datetime, actor_id: int | None) -> None:
    day = meeting.held_on or meeting.planned_on
    said = said.format(day=f" {date_words(day)}" if day else "")
    text = f"{pair_named(meeting.pair_id)}: {said}."
    record(act=act, text=text, at=at, actor_id=actor_id, object_kind="pair", object_id=meeting.pair_id)
