"""Reading the school's roadmap."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Count, Q, QuerySet

from schools.roadmap.domain.deadline import Period
from schools.roadmap.models import Activity, ActivityStatus, ImportDraft, Occurrence, Roadmap, RoadmapStatus


def roadmaps_in_force(on: date) -> QuerySet[Roadmap]:
    """Approved roadmaps whose period holds ``on`` (form, line B3), the newest first."""
    approved = Q(status__in=[RoadmapStatus.APPROVED, RoadmapStatus.CLOSED])
    by_then = Q(order_date__isnull=True) | Q(order_date__lte=on)
    standing = Q(replaced_on__isnull=True) | Q(replaced_on__gt=on)
    rows = Roadmap.objects.filter(approved, by_then, standing, period_from__lte=on, period_to__gte=on).defer("source")
    return rows.order_by("-period_from", "-id")


def roadmap_in_force(on: date) -> Roadmap | None:
    """The newest of them, or None."""
    return roadmaps_in_force(on).first()


def roadmaps_of_year(since: date, until: date) -> list[Roadmap]:
    """Roadmaps whose period touches the school year, the newest first, without their source and those replaced."""
    return [one for one in all_roadmaps_of_year(since, until) if one.replaced_on is None]


def all_roadmaps_of_year(since: date, until: date) -> list[Roadmap]:
    """The same together with those that gave way to another. One query."""
    rows = Roadmap.objects.filter(period_from__lte=until, period_to__gte=since).defer("source")
    return list(rows.order_by("-period_from", "-id"))


def roadmaps_alike(model: str, period: Period) -> list[Roadmap]:
    """Roadmaps of the model that stand now and cover a part of ``period``, the newest first."""
    standing = Roadmap.objects.filter(model=model, replaced_on__isnull=True)
    rows = standing.filter(period_from__lte=period.ends_on, period_to__gte=period.starts_on).defer("source")
    return list(rows.order_by("-period_from", "-id"))


def marks_of(roadmap_ids: Sequence[int]) -> dict[int, int]:
    """How many activities of each roadmap are marked as done. One query."""
    rows = Occurrence.objects.filter(activity__stage__roadmap_id__in=roadmap_ids, done_on__isnull=False)
    counted = rows.values_list("activity__stage__roadmap_id").annotate(marks=Count("activity_id", distinct=True))
    return dict(counted)


def activities_of(roadmap_id: int) -> list[Activity]:
    """Every row of a roadmap in its order with stage, dates and evidence loaded: three queries."""
    rows = Activity.objects.filter(stage__roadmap_id=roadmap_id, status=ActivityStatus.PLAN).select_related("stage")
    return list(rows.prefetch_related("occurrences", "evidence").order_by("stage__position", "position"))


def activity_card(activity_id: int) -> Activity | None:
    """One row with everything about it, or None when this school has no such row."""
    rows = Activity.objects.filter(pk=activity_id).select_related("stage__roadmap")
    return rows.prefetch_related("occurrences", "evidence").first()


def import_drafts() -> list[ImportDraft]:
    """Files that were read and not saved yet, the newest first, without their words."""
    return list(ImportDraft.objects.defer("source", "content"))
