"""Reading meetings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.db.models import Count, Max, Prefetch, Q, QuerySet
from django.db.models.functions import Coalesce, TruncWeek

from schools.meetings.models import Meeting
from schools.pairs.models import Pair, PairMember
from schools.pairs.queries import pairs_active_on

SILENCE = timedelta(days=30)  # form, line G3


class Choice(StrEnum):
    """Filters of the journal; the values stand in addresses."""

    ALL = "vse"
    HELD = "provedeny"
    AHEAD = "zaplanirovany"
    UNMARKED = "ne-otmecheny"
    SILENT = "bez-otzyva"


def meetings_held(since: date, until: date) -> QuerySet[Meeting]:
    """Meetings that took place within the period, both days inclusive (line G1)."""
    return Meeting.objects.filter(held_on__range=(since, until)).select_related("pair")


def meetings_planned(since: date, until: date) -> QuerySet[Meeting]:
    """Meetings planned within the period (line G2)."""
    return Meeting.objects.filter(planned_on__range=(since, until)).select_related("pair")


_ANSWERED = Q(mentor_feedback=True) | Q(mentee_feedback=True)


def with_feedback(meetings: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Those of ``meetings`` that either side has answered for (line G4)."""
    return meetings.filter(_ANSWERED)


def silent_pairs(on: date, *, longer_than: timedelta = SILENCE) -> list[Pair]:
    """Working pairs whose last meeting, or else the order, is further back than ``longer_than`` (line G3).

    Each pair has ``last_held`` (a date or None).
    """
    pairs = pairs_active_on(on).annotate(last_held=Max("meetings__held_on", filter=Q(meetings__held_on__lte=on)))
    edge = on - longer_than
    return [pair for pair in pairs.order_by("-started_on", "-pk") if (pair.last_held or pair.started_on or on) < edge]


def _choice(choice: Choice, today: date) -> Q:
    waits = Q(held_on__isnull=True)
    return {
        Choice.ALL: Q(),
        Choice.HELD: Q(held_on__isnull=False),
        Choice.AHEAD: waits & Q(planned_on__gte=today),
        Choice.UNMARKED: waits & Q(planned_on__lt=today),
        Choice.SILENT: Q(held_on__isnull=False) & ~_ANSWERED,
    }[choice]


def of_choice(meetings: QuerySet[Meeting], choice: Choice, today: date) -> QuerySet[Meeting]:
    """Those of ``meetings`` that a filter of the journal leaves on a day."""
    return meetings.filter(_choice(choice, today))


def of_period(since: date, until: date) -> QuerySet[Meeting]:
    """Meetings by the day they took place, or else by the day they are planned for."""
    return Meeting.objects.alias(day=Coalesce("held_on", "planned_on")).filter(day__range=(since, until))


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of a period: by filter, and how many meetings were planned at all."""

    by_choice: dict[Choice, int]
    planned: int

    def __getitem__(self, choice: Choice) -> int:
        return self.by_choice[choice]

    @property
    def answered(self) -> int:
        """Held meetings with an answer of either side."""
        return self[Choice.HELD] - self[Choice.SILENT]


def counts_between(since: date, until: date, *, today: date) -> Counts:
    """Numbers of a period in one query."""
    asked = {choice.name: Count("pk", filter=_choice(choice, today)) for choice in Choice if choice is not Choice.ALL}
    planned = Count("pk", filter=Q(planned_on__isnull=False))
    found = of_period(since, until).aggregate(ALL=Count("pk"), planned=planned, **asked)
    return Counts({choice: found[choice.name] for choice in Choice}, found["planned"])


@dataclass(frozen=True, slots=True)
class Week:
    """A week of the journal by its Monday: how many meetings were held in it and how many only stand in the plan."""

    monday: date
    held: int
    planned: int


def weeks_between(since: date, until: date, *, choice: Choice, today: date) -> list[Week]:
    """Weeks of a period that have a meeting of the filter, the latest first. One query."""
    rows = (
        of_period(since, until)
        .filter(_choice(choice, today))
        .annotate(monday=TruncWeek(Coalesce("held_on", "planned_on")))
        .values("monday")
        .annotate(done=Count("pk", filter=Q(held_on__isnull=False)), plan=Count("pk", filter=Q(held_on__isnull=True)))
        .order_by("-monday")
    )
    return [Week(row["monday"], row["done"], row["plan"]) for row in rows]


def journal(since: date, until: date, *, choice: Choice, today: date) -> list[Meeting]:
    """Meetings of a period and filter with the people of their pairs, the latest first. Two queries."""
    members = Prefetch("pair__members", PairMember.objects.select_related("person"))
    rows = of_period(since, until).filter(_choice(choice, today)).select_related("pair").prefetch_related(members)
    return list(rows.order_by("-day", "-pk"))


def meeting_by_id(meeting_id: int) -> Meeting | None:
    """One meeting with its pair and people, or None when there is no such in this school."""
    members = Prefetch("pair__members", PairMember.objects.select_related("person"))
    return Meeting.objects.filter(pk=meeting_id).select_related("pair").prefetch_related(members).first()
