"""What happens to one activity: done, not done after all, proved, its deadline understood."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from schools.roadmap.domain.deadline import Period
from schools.roadmap.domain.deadline_phrase import parse_deadline
from schools.roadmap.models import Activity, Evidence, Occurrence
from tenants.domain.errors import Refusal
from tenants.journal.services.record import record

_TITLE = 150  # letters of an activity in the journal: what became of it must fit too


class ActivityNotChanged(Refusal):
    """The date lies in the future, or there is nothing to add."""


@transaction.atomic
def mark_done(activity_id: int, *, done_on: date, today: date, actor_id: int | None, at: datetime) -> None:
    """Mark the earliest date that waits as done; with nothing waiting, nothing changes. Refuses a future date."""
    if done_on > today:
        raise ActivityNotChanged("Мероприятие не отмечено: дата в будущем.", "Отметьте его, когда будет сделано.")
    waiting = (
        Occurrence.objects.select_for_update()
        .filter(activity_id=activity_id, done_on__isnull=True)
        .order_by("due_on", "id")
        .first()
    )
    if waiting is None:
        return
    waiting.done_on = done_on
    waiting.save(update_fields=["done_on"])
    _journal("activity_done", "отмечено выполненным", activity_id, at, actor_id)


@transaction.atomic
def undo_done(activity_id: int, *, actor_id: int | None, at: datetime) -> None:
    """Take back the latest mark, if there is one."""
    last = (
        Occurrence.objects.select_for_update()
        .filter(activity_id=activity_id, done_on__isnull=False)
        .order_by("-due_on", "-id")
        .first()
    )
    if last is None:
        return
    last.done_on = None
    last.save(update_fields=["done_on"])
    _journal("activity_undone", "отметка о выполнении снята", activity_id, at, actor_id)


@transaction.atomic
def attach_evidence(
    activity_id: int, *, title: str, url: str = "", on: date, actor_id: int | None, at: datetime
) -> int:
    """Add a link or a paper that proves the activity; gives its id; twice the same stays one. Refuses an empty one."""
    if not title.strip() and not url:
        raise ActivityNotChanged("Подтверждение не добавлено: оно пустое.", "Впишите название документа или ссылку.")
    row, made = Evidence.objects.get_or_create(
        activity_id=activity_id, title=(title.strip() or url)[:300], url=url, defaults={"added_on": on}
    )
    if made:
        _journal("evidence_added", f"добавлено подтверждение «{row.title}»", activity_id, at, actor_id)
    return row.pk


@transaction.atomic
def correct_deadline(activity_id: int, *, phrase: str, actor_id: int | None, at: datetime) -> tuple[date, ...]:
    """Read a deadline anew as the curator wrote it; dates already done stay. Gives the dates it means."""
    activity = Activity.objects.select_for_update().select_related("stage__roadmap").get(pk=activity_id)
    roadmap = activity.stage.roadmap
    deadline = parse_deadline(phrase, Period(roadmap.period_from, roadmap.period_to))
    activity.deadline_phrase, activity.deadline_kind = phrase.strip()[:500], deadline.kind.value
    activity.confidence, activity.deadline_checked = Decimal(str(round(deadline.confidence, 2))), True
    activity.save(update_fields=["deadline_phrase", "deadline_kind", "confidence", "deadline_checked"])
    done = set(activity.occurrences.filter(done_on__isnull=False).values_list("due_on", flat=True))
    activity.occurrences.filter(done_on__isnull=True).delete()
    wanted = [day for day in deadline.due_on if day not in done]
    if not deadline.due_on and not done:
        Occurrence.objects.create(activity=activity, due_on=None)
    Occurrence.objects.bulk_create(Occurrence(activity=activity, due_on=day) for day in wanted)
    said = f"срок теперь «{activity.deadline_phrase}»" if activity.deadline_phrase else "срок убран"
    _journal("deadline_corrected", said, activity_id, at, actor_id)
    return deadline.due_on


def _journal(act: str, said: str, activity_id: int, at: datetime, actor_id: int | None) -> None:
    number, words = Activity.objects.values_list("number", "text").get(pk=activity_id)
    title = words if len(words) <= _TITLE else f"{words[: _TITLE - 1].rstrip()}…"
    text = f"Дорожная карта, {f'пункт {number} ' if number else ''}«{title}»: {said}."
    record(act=act, text=text, at=at, actor_id=actor_id, object_kind="activity", object_id=activity_id)
