"""Carry a change over into the rows of the plan: a term read anew, a row dropped or taken in."""

from __future__ import annotations

from decimal import Decimal

from schools.roadmap.domain.baseline import ADD, DROP, FIELDS
from schools.roadmap.domain.deadline import Deadline, Period
from schools.roadmap.domain.deadline_phrase import parse_deadline
from schools.roadmap.domain.window_start import window_start
from schools.roadmap.models import Activity, ActivityStatus, Occurrence

_TERM = ["deadline_phrase", "deadline_kind", "confidence", "deadline_checked", "starts_on"]


def apply_pending(activity: Activity) -> None:
    """The order approved the change of this row: from now on it is the plan."""
    pending, activity.pending = activity.pending, {}
    if pending["kind"] == DROP:
        activity.status = ActivityStatus.DROPPED
    elif pending["kind"] == ADD:
        activity.status = ActivityStatus.PLAN
    activity.save(update_fields=["pending", "status"])
    write_fields(activity, pending.get("fields", {}))


def write_fields(activity: Activity, fields: dict[str, str]) -> None:
    """Write ``FIELDS`` of the row; a new phrase of a term is read anew."""
    plain = [name for name in FIELDS if name in fields and name != "deadline_phrase"]
    for name in plain:
        setattr(activity, name, fields[name])
    if plain:
        activity.save(update_fields=plain)
    if "deadline_phrase" in fields:
        read_term(activity, fields["deadline_phrase"])


def read_term(activity: Activity, phrase: str) -> Deadline:
    """Read a term as the curator wrote it; dates already done stay."""
    roadmap = activity.stage.roadmap
    period = Period(roadmap.period_from, roadmap.period_to)
    deadline = parse_deadline(phrase, period)
    activity.deadline_phrase, activity.deadline_kind = phrase.strip()[:500], deadline.kind.value
    activity.confidence, activity.deadline_checked = Decimal(str(round(deadline.confidence, 2))), True
    activity.starts_on = window_start(phrase, period, first_due=min(deadline.due_on, default=None))
    activity.save(update_fields=_TERM)
    if activity.is_heading:
        return deadline
    done = set(activity.occurrences.filter(done_on__isnull=False).values_list("due_on", flat=True))
    activity.occurrences.filter(done_on__isnull=True).delete()
    wanted = [day for day in deadline.due_on if day not in done]
    if not deadline.due_on and not done:
        Occurrence.objects.create(activity=activity, due_on=None)
    Occurrence.objects.bulk_create(Occurrence(activity=activity, due_on=day) for day in wanted)
    return deadline
