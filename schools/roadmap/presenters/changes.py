"""Approval of a roadmap in words: where it has got to, what waits for an order, what moved since the first one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from schools.roadmap.domain.baseline import Change, Compared, change_of, compare
from schools.roadmap.domain.progress import State
from schools.roadmap.models import Activity, ActivityStatus, ApprovalStep, Baseline, Roadmap, RoadmapStatus
from schools.roadmap.queries.content import row_of
from schools.roadmap.queries.standings import ActivityStanding
from tenants.domain.russian import counted, date_numeric, date_words


@dataclass(frozen=True, slots=True)
class Moved:
    """A row of «план / факт / перенос»; ``reason`` stands where a change waits for an order."""

    activity_id: int
    number: str
    text: str
    plan: str
    moved: str
    fact: str
    reason: str


def changes_waiting(activities: Sequence[Activity]) -> list[Change]:
    """Rows of the annex for the changes that wait, in the plan's order."""
    return [change_of(row_of(one), one.pending) for one in activities if one.pending]


def state_words(roadmap: Roadmap, waiting: int) -> tuple[str, str]:
    """A code of the nine states and the words beside it."""
    if roadmap.approval_step == ApprovalStep.SENT:
        return "wait", "Ждёт директора"
    if roadmap.approval_step == ApprovalStep.RETURNED:
        return "return", "Возвращена директором"
    if roadmap.status == RoadmapStatus.DRAFT:
        return "idle", "Черновик"
    if waiting:
        return "work", f"{counted(waiting, 'изменение ждёт', 'изменения ждут', 'изменений ждут')} приказа"
    return "done", f"Утверждена приказом № {roadmap.order_number}"


def sent_words(roadmap: Roadmap, on: date | None) -> str:
    """«Отправлена 14 октября 2025 года.»; empty where it was not."""
    return f"Отправлена {date_words(on)}." if on is not None and roadmap.approval_step == ApprovalStep.SENT else ""


def version_words(one: Baseline) -> str:
    """«Приказ № 97 от 29.08.2025, утверждена впервые»."""
    what = "карта утверждена" if one.number == 1 else counted(len(one.changes), "изменение", "изменения", "изменений")
    return f"Приказ № {one.order_number} от {date_numeric(one.order_date)}: {what}"


def moved_rows(first: Baseline | None, rows: Sequence[ActivityStanding]) -> list[Moved]:
    """Plan, move and fact of every activity that is not as the first order approved it, or has a change that waits."""
    if first is None:
        return []
    now = {"activities": [row_of(one.activity) for one in rows if one.activity.status == ActivityStatus.PLAN]}
    places = {one.activity.pk: one for one in rows}
    proposed = [
        Compared(one.activity.pk, one.activity.number, one.activity.text, (), "", (), "", "proposed")
        for one in rows
        if one.activity.status == ActivityStatus.PROPOSED
    ]
    told = [_moved(row, places.get(row.activity_id)) for row in (*compare(first.content, now), *proposed)]
    return [row for row in told if row.moved]


def _moved(row: Compared, place: ActivityStanding | None) -> Moved:
    pending = place.activity.pending if place else {}
    moved = {
        "added": "добавлен приказом",
        "dropped": "исключён приказом",
        "proposed": "новый пункт, ждёт приказа",
    }.get(row.fate) or (_days(row.moved, row.moved_phrase) if row.moved or row.moved_phrase else "")
    if pending.get("kind") == "drop":
        moved = "предложено исключить"
    elif "deadline_phrase" in pending.get("fields", {}):
        moved = f"{pending['fields']['deadline_phrase'] or 'без срока'} (ждёт приказа)"
    elif pending and not moved:
        moved = "изменён текст (ждёт приказа)"
    return Moved(
        activity_id=row.activity_id,
        number=row.number,
        text=row.text,
        plan=_days(row.planned, row.planned_phrase) if row.planned or row.planned_phrase else "не было",
        moved=moved,
        fact=_fact(place),
        reason=str(pending.get("reason", "")),
    )


def _days(days: Sequence[str], phrase: str) -> str:
    told = ", ".join(date_numeric(date.fromisoformat(day)) for day in days)
    return told or phrase or "без срока"


def _fact(place: ActivityStanding | None) -> str:
    if place is None:
        return "—"
    done = [due.done_on for due in place.occurrences if due.done_on is not None]
    if done:
        return ", ".join(date_numeric(day) for day in sorted(done))
    return "просрочено" if place.standing.state is State.LATE else "не сделано"
