"""Change rows of a roadmap: a draft directly; an approved one as a change that waits for an amending order."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from schools.roadmap.domain.baseline import ADD, CHANGE, DROP, FIELDS, differing
from schools.roadmap.domain.refusals import ActivityNotChanged, RoadmapRefused
from schools.roadmap.models import Activity, ActivityStatus, ApprovalStep, Roadmap, RoadmapStatus, Stage
from schools.roadmap.queries.content import row_of
from schools.roadmap.services.amend_rows import read_term, write_fields
from tenants.journal.services.record import record

_TITLE = 150  # letters of an activity in the journal


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a row should say."""

    text: str
    deadline_phrase: str
    responsible: str = ""
    expected_result: str = ""
    content: str = ""

    def fields(self) -> dict[str, str]:
        """Trimmed, by name."""
        return {name: value.strip() for name, value in asdict(self).items()}


@transaction.atomic
def edit_activity(activity_id: int, wanted: Wanted, *, reason: str, actor_id: int | None, at: datetime) -> None:
    """Make a row say what is wanted; what it says already changes nothing.

    In an approved roadmap the change waits for an order, and wanting back what is in force withdraws it. Refuses
    (``ActivityNotChanged``) an empty text, and there without a reason; (``RoadmapRefused``) while the principal has it.
    """
    activity, roadmap = _locked(activity_id)
    fields = wanted.fields()
    if not fields["text"]:
        raise ActivityNotChanged("Пункт не изменён: нет текста мероприятия.", "Напишите, что нужно сделать.")
    changed = differing(row_of(activity), fields)
    if roadmap.status == RoadmapStatus.DRAFT or activity.status == ActivityStatus.PROPOSED:
        if changed:
            write_fields(activity, changed)
            _journal("activity_changed", "пункт изменён", activity, actor_id, at)
        return
    if changed == activity.pending.get("fields", {}) and (not changed or reason == activity.pending.get("reason")):
        return
    if changed and not reason.strip():
        raise ActivityNotChanged(
            "Пункт не изменён: карта утверждена, а причина изменения не названа.",
            "Напишите причину: она попадёт в приложение к приказу.",
        )
    _propose(activity, {"kind": CHANGE, "reason": reason.strip(), "fields": changed} if changed else {})
    told = ", ".join(f"{FIELDS[name]} «{value[:60]}»" for name, value in changed.items())
    said = f"предложено: {told}, ждёт приказа" if changed else "предложенное изменение снято"
    _journal("activity_change_proposed", said, activity, actor_id, at)


@transaction.atomic
def correct_deadline(
    activity_id: int, *, phrase: str, reason: str = "", actor_id: int | None, at: datetime
) -> tuple[date, ...]:
    """Read a term as the curator wrote it; gives the dates of the plan in force after that.

    The phrase that stands there is read anew at once. Another one in an approved roadmap waits for an order, by the
    rules of ``edit_activity``; other changes that wait for the row stay with it.
    """
    activity, roadmap = _locked(activity_id)
    at_once = roadmap.status == RoadmapStatus.DRAFT or activity.status == ActivityStatus.PROPOSED
    if at_once or phrase.strip() == activity.deadline_phrase.strip():
        days = read_term(activity, phrase).due_on
        if activity.pending.get("fields", {}).pop("deadline_phrase", None) is not None:
            _propose(activity, activity.pending if activity.pending["fields"] else {})
        said = f"срок теперь «{activity.deadline_phrase}»" if activity.deadline_phrase else "срок убран"
        _journal("deadline_corrected", said, activity, actor_id, at)
        return days
    now = row_of(activity) | activity.pending.get("fields", {})
    wanted = Wanted(now["text"], phrase, now["responsible"], now["expected_result"], now["content"])
    edit_activity(activity_id, wanted, reason=reason, actor_id=actor_id, at=at)
    return tuple(due.due_on for due in activity.occurrences.order_by("due_on") if due.due_on is not None)


@transaction.atomic
def add_activity(
    roadmap_id: int, stage_id: int, wanted: Wanted, *, reason: str, actor_id: int | None, at: datetime
) -> int:  # fmt: skip
    """Add a row at the end of a stage; gives its id. In an approved roadmap it waits for an order.

    Refuses as ``edit_activity`` does.
    """
    roadmap = _open(Roadmap.objects.select_for_update().get(pk=roadmap_id))
    stage = Stage.objects.get(pk=stage_id, roadmap=roadmap)
    fields, approved = wanted.fields(), roadmap.status != RoadmapStatus.DRAFT
    if not fields["text"]:
        raise ActivityNotChanged("Пункт не добавлен: нет текста мероприятия.", "Напишите, что нужно сделать.")
    if approved and not reason.strip():
        raise ActivityNotChanged(
            "Пункт не добавлен: карта утверждена, а причина не названа.", "Напишите, зачем нужен новый пункт."
        )
    last = Activity.objects.filter(stage__roadmap=roadmap).aggregate(last=Max("position"))["last"]
    activity = Activity.objects.create(
        stage=stage,
        position=0 if last is None else last + 1,
        number=_next_number(stage),
        text=fields["text"],
        status=ActivityStatus.PROPOSED if approved else ActivityStatus.PLAN,
        pending={"kind": ADD, "reason": reason.strip(), "fields": {}} if approved else {},
    )
    write_fields(activity, {name: value for name, value in fields.items() if name != "text"})
    _journal("activity_added", "пункт добавлен" + (", ждёт приказа" if approved else ""), activity, actor_id, at)
    return activity.pk


@transaction.atomic
def drop_activity(activity_id: int, *, reason: str, actor_id: int | None, at: datetime) -> None:
    """Take a row out: at once of a draft, by an amending order of an approved roadmap; a proposed row goes at once.

    Refuses without a reason there, and a row of a draft that holds evidence or marks.
    """
    activity, roadmap = _locked(activity_id)
    if activity.status == ActivityStatus.PROPOSED or roadmap.status == RoadmapStatus.DRAFT:
        if activity.evidence.exists() or activity.occurrences.filter(done_on__isnull=False).exists():
            raise ActivityNotChanged(
                "Пункт не убран: по нему уже есть отметка или подтверждение.", "Сначала снимите отметку."
            )
        _journal("activity_dropped", "пункт убран", activity, actor_id, at)
        activity.delete()
        return
    if not reason.strip():
        raise ActivityNotChanged(
            "Пункт не исключён: причина не названа.", "Напишите причину: она попадёт в приложение к приказу."
        )
    _propose(activity, {"kind": DROP, "reason": reason.strip(), "fields": {}})
    _journal("activity_change_proposed", "предложено исключить пункт, ждёт приказа", activity, actor_id, at)


@transaction.atomic
def withdraw_change(activity_id: int, *, actor_id: int | None, at: datetime) -> None:
    """Leave the row as it is in force; a proposed row is taken away."""
    activity, _ = _locked(activity_id)
    if not activity.pending:
        return
    if activity.status == ActivityStatus.PROPOSED:
        drop_activity(activity_id, reason="", actor_id=actor_id, at=at)
        return
    _propose(activity, {})
    _journal("activity_change_withdrawn", "предложенное изменение снято", activity, actor_id, at)


def _locked(activity_id: int) -> tuple[Activity, Roadmap]:
    rows = Activity.objects.select_for_update(of=("self",)).select_related("stage__roadmap")
    activity = rows.get(pk=activity_id)
    return activity, _open(activity.stage.roadmap)


def _open(roadmap: Roadmap) -> Roadmap:
    if roadmap.approval_step == ApprovalStep.SENT:
        raise RoadmapRefused(
            "Карта не изменена: она у директора на утверждении.", "Отзовите её с утверждения, потом меняйте."
        )
    return roadmap


def _propose(activity: Activity, pending: dict[str, Any]) -> None:
    activity.pending = pending
    activity.save(update_fields=["pending"])


def _next_number(stage: Stage) -> str:
    """«5.4» → «5.5»; nothing where the stage's rows are not numbered so."""
    numbers = Activity.objects.filter(stage=stage).values_list("number", flat=True)
    parts = [number.rstrip(".").rpartition(".") for number in numbers]
    last = [(int(tail), head) for head, _, tail in parts if tail.isdigit()]
    if not last:
        return ""
    number, head = max(last)
    return f"{head}.{number + 1}" if head else str(number + 1)


def _journal(act: str, said: str, activity: Activity, actor_id: int | None, at: datetime) -> None:
    words = activity.text
    title = words if len(words) <= _TITLE else f"{words[: _TITLE - 1].rstrip()}…"
    text = f"Дорожная карта, {f'пункт {activity.number} ' if activity.number else ''}«{title}»: {said}."
    record(act=act, text=text, at=at, actor_id=actor_id, object_kind="activity", object_id=activity.pk)
