"""Turn a plan into the school's roadmap."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from schools.roadmap.domain.deadline import Period
from schools.roadmap.domain.guess_closing import guess_closing
from schools.roadmap.domain.plan import Plan, PlannedActivity
from schools.roadmap.domain.refusals import RoadmapRefused
from schools.roadmap.domain.window_start import window_start
from schools.roadmap.models import Activity, Occurrence, Roadmap, RoadmapIndicator, Stage
from schools.roadmap.services.approve_roadmap import approve_roadmap
from tenants.journal.services.record import record

__all__ = ["Origin", "RoadmapRefused", "approve_roadmap", "save_roadmap"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a plan comes from: ``kind`` is typical, docx, xlsx, text or pasted; ``source`` the words as they were."""

    kind: str
    model: str
    source_name: str = ""
    source: Any = None


@transaction.atomic
def save_roadmap(plan: Plan, *, period: Period, origin: Origin, actor_id: int | None, at: datetime) -> int:
    """Save stages, activities, dates and indicators of a plan as a draft roadmap; gives its id.

    Rows that the curator left out are not saved. Refuses a plan without a single activity.
    """
    kept = [one for one in plan.activities if not one.is_left_out]
    if not any(not one.is_heading for one in kept):
        raise RoadmapRefused("Карта не сохранена: в ней не осталось мероприятий.", "Верните хотя бы одно.")
    roadmap = Roadmap.objects.create(
        title=plan.title[:300],
        model=origin.model,
        period_from=period.starts_on,
        period_to=period.ends_on,
        origin=origin.kind,
        source_name=origin.source_name[:200],
        source=origin.source or {},
        columns=list(plan.columns),
        created_at=at,
    )
    stages = Stage.objects.bulk_create(
        Stage(roadmap=roadmap, position=position, number=number[:20], title=title[:500])
        for position, (number, title) in enumerate(plan.stages)
    )
    rows = Activity.objects.bulk_create(
        _activity(one, stages[one.stage], position, period) for position, one in enumerate(kept)
    )
    Occurrence.objects.bulk_create(
        Occurrence(activity=row, due_on=day)
        for row, one in zip(rows, kept, strict=True)
        if not one.is_heading
        for day in (one.due_on or (None,))
    )
    RoadmapIndicator.objects.bulk_create(
        RoadmapIndicator(
            roadmap=roadmap,
            position=position,
            title=one["title"],
            unit=str(one["unit"])[:40],
            formula=one["formula"],
            targets=one["targets"],
        )
        for position, one in enumerate(plan.indicators)
    )
    record(
        act="roadmap_saved",
        text=f"Сохранена дорожная карта «{roadmap.title}».",
        at=at,
        actor_id=actor_id,
        object_kind="roadmap",
        object_id=roadmap.pk,
    )
    return roadmap.pk


def _activity(one: PlannedActivity, stage: Stage, position: int, period: Period) -> Activity:
    guess = "" if one.closes_by or one.is_heading else guess_closing(one.text) or guess_closing(one.expected_result)
    return Activity(
        stage=stage,
        position=position,
        number=one.number[:20],
        text=one.text,
        content=one.content,
        deadline_phrase=one.deadline_phrase[:500],
        deadline_kind=one.deadline_kind,
        confidence=Decimal(str(round(one.confidence, 2))),
        deadline_checked=one.is_checked,
        responsible=one.responsible,
        expected_result=one.expected_result,
        starts_on=window_start(one.deadline_phrase, period, first_due=min(one.due_on, default=None)),
        closes_by=one.closes_by or guess,
        closes_by_checked=not guess,
        extra=dict(one.extra),
        is_heading=one.is_heading,
    )
