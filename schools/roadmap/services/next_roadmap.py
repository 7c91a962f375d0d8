"""Next year's roadmap from this one's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from schools.roadmap.domain.deadline import Period
from schools.roadmap.domain.next_plan import Move, MovedRow, move_plan, move_to, moved_plan
from schools.roadmap.domain.plan import Plan, PlannedActivity
from schools.roadmap.models import Activity, ActivityStatus, Roadmap, Stage
from schools.roadmap.queries import roadmaps_alike
from schools.roadmap.services.make_room import How, make_room
from schools.roadmap.services.save_roadmap import Origin, save_roadmap
from tenants.database.turns import take_turn
from tenants.domain.school_year import SchoolYear
from tenants.journal.queries import is_same_press

ORIGIN = "previous"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What would be saved: the ``plan`` as it stood, every row before and after, the ``move``."""

    roadmap: Roadmap
    plan: Plan
    rows: list[MovedRow]
    move: Move


def propose_next(roadmap_id: int, year: SchoolYear, *, said: Mapping[int, str] | None = None) -> Proposal:
    """The roadmap moved to ``year``; ``said`` are deadlines as the curator wrote them, by the row's id. Writes nothing.

    Marks, evidence, facts of indicators and guesses of what closes a row stay behind. Four queries. Raises
    ``Roadmap.DoesNotExist``; refuses (NotCopied) a roadmap that itself lasts through ``year``.
    """
    roadmap = Roadmap.objects.defer("source").get(pk=roadmap_id)
    period = Period(roadmap.period_from, roadmap.period_to)
    move = move_to(period, year)
    stages = list(Stage.objects.filter(roadmap=roadmap).order_by("position"))
    places = {stage.pk: place for place, stage in enumerate(stages)}
    activities = list(
        Activity.objects.filter(stage__roadmap=roadmap, status=ActivityStatus.PLAN).order_by(
            "stage__position", "position", "id"
        )
    )
    plan = Plan(
        title=roadmap.title,
        stages=tuple((stage.number, stage.title) for stage in stages),
        activities=tuple(_planned(one, places[one.stage_id]) for one in activities),
        indicators=tuple(
            {"title": one.title, "unit": one.unit, "formula": one.formula, "targets": dict(one.targets)}
            for one in roadmap.indicators.all()
        ),
        columns=tuple(roadmap.columns),
    )
    rows = move_plan(plan, [one.pk for one in activities], move, period, said or {})
    return Proposal(roadmap, plan, rows, move)


def _planned(one: Activity, stage: int) -> PlannedActivity:
    return PlannedActivity(
        stage=stage,
        number=one.number,
        text=one.text,
        content=one.content,
        deadline_phrase=one.deadline_phrase,
        deadline_kind=one.deadline_kind,
        due_on=(),
        confidence=float(one.confidence),
        responsible=one.responsible,
        expected_result=one.expected_result,
        closes_by=one.closes_by if one.closes_by_checked else "",
        is_heading=one.is_heading,
        is_checked=one.deadline_checked,
        extra=one.extra,
    )


@transaction.atomic
def copy_roadmap(
    roadmap_id: int,
    year: SchoolYear,
    *,
    said: Mapping[int, str],
    dropped: set[int],
    how: How | None = None,
    actor_id: int | None,
    at: datetime,
) -> int:
    """Save the roadmap of ``year`` as a draft; gives its id, of the same press twice the first one's.

    The new roadmap remembers the old one in ``source``. Refuses as ``propose_next``, one without a single activity,
    and (RoadmapStandsAlready) a second roadmap of the model until it is said ``how``.
    """
    proposal = propose_next(roadmap_id, year, said=said)
    period, model = proposal.move.period, proposal.roadmap.model
    take_turn("roadmap_saved")
    for one in roadmaps_alike(model, period):
        same = (one.origin, one.source_name) == (ORIGIN, proposal.roadmap.title[:200])
        if same and is_same_press("roadmap_saved", one.pk, actor_id=actor_id, at=at):
            return one.pk
    make_room(model, period, how=how, actor_id=actor_id, at=at)
    plan = moved_plan(proposal.plan, proposal.rows, dropped, proposal.move)
    source = {"roadmap": roadmap_id, "title": proposal.roadmap.title, "years": proposal.move.years}
    origin = Origin(kind=ORIGIN, model=model, source_name=proposal.roadmap.title, source=source)
    return save_roadmap(plan, period=period, origin=origin, actor_id=actor_id, at=at)
