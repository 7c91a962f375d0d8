"""The roadmaps of the year together, by the one function that tells where every activity stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import DateField, IntegerField, TextField, Value
from django.db.models.functions import Cast

from schools.cabinet.domain.deeds import DueActivity, HalfActivity, PlanStep, RoadmapStep
from schools.roadmap.domain.progress import Share, State, share
from schools.roadmap.models import Activity, ActivityStatus, ApprovalStep, Evidence, Occurrence, Roadmap, RoadmapStatus
from schools.roadmap.queries.standings import ActivityStanding, stand
from tenants.domain.school_year import SchoolYear


@dataclass(frozen=True, slots=True)
class Plan:
    """Whether there is a roadmap, what its activities ask for, how far it is, where each approval has got to."""

    exists: bool
    waiting: tuple[DueActivity, ...]
    halves: tuple[HalfActivity, ...]
    steps: tuple[RoadmapStep, ...]
    share: Share

    @classmethod
    def nothing(cls) -> Plan:
        """Of somebody who does not keep the roadmap."""
        return cls(exists=True, waiting=(), halves=(), steps=(), share=Share(0, 0, 0))


def plan_now(year: SchoolYear, today: date) -> Plan:
    """At most six queries, whatever the number of roadmaps and activities."""
    known = _loaded(year)
    here = [one for one in known if one.status == ActivityStatus.PLAN]
    rows = [row for row in stand(here, today=today, year=year) if not row.activity.is_heading]
    roadmaps = {one.stage.roadmap_id: one.stage.roadmap for one in known}
    return Plan(
        exists=bool(roadmaps),
        waiting=tuple(due for row in rows if (due := _due(row, year)) is not None),
        halves=tuple(half for row in rows if (half := _half(row)) is not None),
        steps=tuple(_step(roadmap, known) for roadmap in roadmaps.values()),
        share=share([row.standing.state for row in rows]),
    )


def _loaded(year: SchoolYear) -> list[Activity]:
    """Rows of the year's roadmaps in order with stage, roadmap, dates and evidence. Two queries."""
    rows = list(
        Activity.objects.filter(
            stage__roadmap__period_from__lte=year.ends_on,
            stage__roadmap__period_to__gte=year.starts_on,
            stage__roadmap__replaced_on__isnull=True,
            status__in=[ActivityStatus.PLAN, ActivityStatus.PROPOSED],
        )
        .select_related("stage__roadmap")
        .defer("stage__roadmap__source", "stage__roadmap__columns", "content", "extra", "expected_result")
        .order_by("stage__roadmap_id", "stage__position", "position", "id")
    )
    dates, papers = _dates_and_papers([one.pk for one in rows]) if rows else ({}, {})
    for one in rows:
        kept: dict[str, Any] = {"occurrences": dates.get(one.pk, []), "evidence": papers.get(one.pk, [])}
        one._prefetched_objects_cache = kept  # type: ignore[attr-defined]  # what prefetch_related itself fills
    return rows


def _dates_and_papers(ids: Sequence[int]) -> tuple[dict[int, list[Occurrence]], dict[int, list[Evidence]]]:
    """Dates and evidence of the activities by activity, in their order: one query for both tables."""
    number: IntegerField[int, int] = IntegerField()
    text: TextField[str, str] = TextField()
    day: DateField[date, date] = DateField()
    names = ("source", "day", "other", "name", "link", "stored", "kind", "thing")
    columns = (names[0], "pk", "activity_id", *names[1:])
    dates = Occurrence.objects.filter(activity_id__in=ids).annotate(
        source=Value("date", text), day=Cast("due_on", day), other=Cast("done_on", day), name=Value("", text),
        link=Value("", text), stored=Cast(Value(None), number), kind=Value("", text), thing=Cast(Value(None), number),
    )  # fmt: skip
    papers = Evidence.objects.filter(activity_id__in=ids).annotate(
        source=Value("paper", text), day=Cast("dated_on", day), other=Cast("added_on", day), name=Cast("title", text),
        link=Cast("url", text), stored=Cast("file_id", number), kind=Cast("object_kind", text),
        thing=Cast("object_id", number),
    )  # fmt: skip
    found = dates.order_by().values_list(*columns).union(papers.order_by().values_list(*columns), all=True)
    by_date: dict[int, list[Occurrence]] = defaultdict(list)
    by_paper: dict[int, list[Evidence]] = defaultdict(list)
    for source, pk, activity, day_, other, name, link, stored, kind, thing in found:
        if source == "date":
            by_date[activity].append(Occurrence(id=pk, activity_id=activity, due_on=day_, done_on=other))
            continue
        paper = Evidence(id=pk, activity_id=activity, title=name, url=link, file_id=stored, object_kind=kind)
        paper.object_id, paper.dated_on, paper.added_on = thing, day_, other
        by_paper[activity].append(paper)
    for group in by_date.values():
        group.sort(key=lambda one: (one.due_on or date.max, one.pk))
    for group_of_papers in by_paper.values():
        group_of_papers.sort(key=lambda one: (one.added_on, one.pk))
    return by_date, by_paper


def _due(row: ActivityStanding, year: SchoolYear) -> DueActivity | None:
    place, one = row.standing, row.activity
    if place.due_on is None or place.state.is_done or place.due_on > year.ends_on:
        return None
    return DueActivity(one.pk, one.number, one.text, place.due_on)


def _half(row: ActivityStanding) -> HalfActivity | None:
    """The first half-year whose evidence is missing, over or going on."""
    missing = next((half for half in row.halves if not half.proved), None)
    if missing is None:
        return None
    one = row.activity
    over = row.standing.state is State.UNPROVED and missing.is_over
    return HalfActivity(one.pk, one.number, one.text, missing.half.words, missing.half.ends_on, is_over=over)


def _step(roadmap: Roadmap, rows: Sequence[Activity]) -> RoadmapStep:
    changed = sum(bool(one.pending) for one in rows if one.stage.roadmap_id == roadmap.pk)
    draft = roadmap.status == RoadmapStatus.DRAFT
    steps = {ApprovalStep.SENT.value: PlanStep.SENT, ApprovalStep.RETURNED.value: PlanStep.RETURNED}
    usual = PlanStep.DRAFT if draft else PlanStep.CHANGED if changed else PlanStep.NOTHING
    return RoadmapStep(
        id=roadmap.pk,
        title=roadmap.title,
        step=steps.get(roadmap.approval_step, usual),
        is_draft=draft,
        changes=changed,
        note=roadmap.return_note,
        sent_on=roadmap.sent_at.date() if roadmap.sent_at else None,
    )
