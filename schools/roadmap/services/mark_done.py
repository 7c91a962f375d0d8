"""What happens to one activity: done, not done after all, proved, its deadline understood."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from schools.roadmap.domain.deadline import DeadlineKind
from schools.roadmap.domain.halves import STEADY
from schools.roadmap.domain.refusals import ActivityNotChanged
from schools.roadmap.models import Activity, Occurrence
from schools.roadmap.queries.standings import stand, with_everything
from schools.roadmap.services.change_plan import correct_deadline
from schools.roadmap.services.prove import attach_evidence
from tenants.journal.services.record import record

__all__ = ["ActivityNotChanged", "attach_evidence", "correct_deadline", "mark_done", "undo_done"]

AGAIN = STEADY | {DeadlineKind.AS_NEEDED.value}
_TITLE = 150  # letters of an activity in the journal: what became of it must fit too


@transaction.atomic
def mark_done(activity_id: int, *, done_on: date, today: date, actor_id: int | None, at: datetime) -> None:
    """Mark the earliest date that waits as done; with nothing waiting, nothing changes. Refuses a future date.

    What the registers have closed already does not wait. Lasting activities and those «по необходимости» are marked
    as often as they are done.
    """
    if done_on > today:
        raise ActivityNotChanged("Мероприятие не отмечено: дата в будущем.", "Отметьте его, когда будет сделано.")
    Occurrence.objects.select_for_update().filter(activity_id=activity_id).count()
    [place] = stand(list(with_everything(Activity.objects.filter(pk=activity_id))), today=today)
    again = place.activity.deadline_kind in AGAIN
    waiting = next((due for due in place.occurrences if due.done_on is None and not (again and due.due_on)), None)
    if waiting is not None:
        Occurrence.objects.filter(pk=waiting.id).update(done_on=done_on)
    elif not again or any(due.marked_on == done_on for due in place.occurrences):
        return
    else:
        Occurrence.objects.create(activity_id=activity_id, due_on=None, done_on=done_on)
    _journal("activity_done", "отмечено выполненным", activity_id, at, actor_id)


@transaction.atomic
def undo_done(activity_id: int, *, actor_id: int | None, at: datetime) -> None:
    """Take back the latest mark, if there is one."""
    last = (
        Occurrence.objects.select_for_update()
        .filter(activity_id=activity_id, done_on__isnull=False)
        .order_by("-done_on", "-id")
        .first()
    )
    if last is None:
        return
    last.done_on = None
    last.save(update_fields=["done_on"])
    _journal("activity_undone", "отметка о выполнении снята", activity_id, at, actor_id)


def _journal(act: str, said: str, activity_id: int, at: datetime, actor_id: int | None) -> None:
    number, words = Activity.objects.values_list("number", "text").get(pk=activity_id)
    title = words if len(words) <= _TITLE else f"{words[: _TITLE - 1].rstrip()}…"
    text = f"Дорожная карта, {f'пункт {number} ' if number else ''}«{title}»: {said}."
    record(act=act, text=text, at=at, actor_id=actor_id, object_kind="activity", object_id=activity_id)
