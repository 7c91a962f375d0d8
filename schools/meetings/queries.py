"""Reading meetings."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Max, Q, QuerySet

from schools.meetings.models import Meeting
from schools.pairs.models import Pair
from schools.pairs.queries import pairs_active_on

SILENCE = timedelta(days=30)  # form, line G3


def meetings_held(since: date, until: date) -> QuerySet[Meeting]:
    """Meetings that took place within the period, both days inclusive (line G1)."""
    return Meeting.objects.filter(held_on__range=(since, until)).select_related("pair")


def meetings_planned(since: date, until: date) -> QuerySet[Meeting]:
    """Meetings planned within the period (line G2)."""
    return Meeting.objects.filter(planned_on__range=(since, until)).select_related("pair")


def with_feedback(meetings: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Those of ``meetings`` that either side has answered for (line G4)."""
    return meetings.filter(Q(mentor_feedback=True) | Q(mentee_feedback=True))


def silent_pairs(on: date, *, longer_than: timedelta = SILENCE) -> list[Pair]:
    """Working pairs whose last meeting, or else the order, is further back than ``longer_than`` (line G3).

    Each pair has ``last_held`` (a date or None).
    """
    pairs = pairs_active_on(on).annotate(last_held=Max("meetings__held_on", filter=Q(meetings__held_on__lte=on)))
    edge = on - longer_than
    return [pair for pair in pairs if (pair.last_held or pair.started_on or on) < edge]
