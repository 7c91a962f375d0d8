"""Write down a meeting of a pair."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from schools.meetings.models import Meeting, MeetingKind
from schools.pairs.models import Pair
from tenants.domain.errors import Refusal
from tenants.journal.services.record import record


class MeetingNotRecorded(Refusal):
    """The date does not fit the pair."""


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

    Refuses a day in the future, before the pair's order or after its end.
    """
    pair = Pair.objects.get(pk=pair_id)
    if held.held_on > today:
        raise MeetingNotRecorded("Встреча не записана: дата в будущем.", "Встречу записывают после неё.")
    if pair.started_on is None or held.held_on < pair.started_on:
        raise MeetingNotRecorded(
            "Встреча не записана: в этот день пара ещё не была закреплена приказом.", "Проверьте дату встречи."
        )
    if pair.ended_on is not None and held.held_on > pair.ended_on:
        raise MeetingNotRecorded("Встреча не записана: пара к этому дню уже закончила работу.", "Проверьте дату.")
    meeting, made = Meeting.objects.update_or_create(
        pair=pair,
        held_on=held.held_on,
        kind=held.kind,
        defaults={
            "topic": held.topic,
            "mentor_feedback": held.mentor_feedback,
            "mentee_feedback": held.mentee_feedback,
        },
    )
    if made:
        record(
            act="meeting_recorded",
            text=f"Пара № {pair.pk}: встреча записана.",
            at=at,
            actor_id=actor_id,
            object_kind="pair",
            object_id=pair.pk,
        )
    return meeting.pk
