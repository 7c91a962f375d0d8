"""The plan in force as a document to freeze, and the changes that wait for an order."""

from __future__ import annotations

from typing import Any

from schools.roadmap.domain.baseline import FIELDS, Change, change_from, change_of, digest
from schools.roadmap.models import Activity, ActivityStatus, Baseline, Roadmap
from schools.roadmap.queries.standings import with_everything


def content_of(roadmap: Roadmap) -> dict[str, Any]:
    """The roadmap as it stands now, without what is only proposed. Five queries."""
    rows = with_everything(Activity.objects.filter(stage__roadmap=roadmap, status=ActivityStatus.PLAN))
    return {
        "title": roadmap.title,
        "model": roadmap.model,
        "period": [roadmap.period_from.isoformat(), roadmap.period_to.isoformat()],
        "stages": [
            {"id": stage.pk, "number": stage.number, "title": stage.title} for stage in roadmap.stages.all()
        ],
        "activities": [row_of(one) for one in rows],
        "indicators": [
            {"title": one.title, "unit": one.unit, "formula": one.formula, "targets": one.targets}
            for one in roadmap.indicators.all()
        ],
    }  # fmt: skip


def row_of(one: Activity) -> dict[str, Any]:
    """One activity as the document holds it; its dates must be loaded."""
    return {
        "id": one.pk,
        "stage": one.stage_id,
        "number": one.number,
        **{name: getattr(one, name) for name in FIELDS},
        "due_on": sorted(due.due_on.isoformat() for due in one.occurrences.all() if due.due_on),
        "extra": one.extra,
        "is_heading": one.is_heading,
    }


def pending_rows(roadmap_id: int) -> list[Activity]:
    """Rows with a change that waits for an order, in the plan's order. Three queries."""
    rows = Activity.objects.filter(stage__roadmap_id=roadmap_id).exclude(pending={})
    return list(with_everything(rows.exclude(status=ActivityStatus.DROPPED)))


def pending_changes(roadmap_id: int) -> list[Change]:
    """The same as rows of the annex."""
    return [change_of(row_of(one), one.pending) for one in pending_rows(roadmap_id)]


def digest_to_approve(roadmap: Roadmap) -> str:
    """What the principal is asked to approve: the whole plan and the changes that wait."""
    changes = [one.to_document() for one in pending_changes(roadmap.pk)]
    return digest({"content": content_of(roadmap), "changes": changes})


def baselines_of(roadmap_id: int) -> list[Baseline]:
    """Approved versions without their content, the first one first. One query."""
    return list(Baseline.objects.filter(roadmap_id=roadmap_id).defer("content").order_by("number"))


def changes_of(baseline: Baseline) -> list[Change]:
    """The annex of an amending order."""
    return [change_from(one) for one in baseline.changes]
