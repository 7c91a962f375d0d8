"""Where every activity stands: the one function behind the plan, «Сегодня», the monitoring and the exports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from schools.roadmap.domain.by_registers import Tally
from schools.roadmap.domain.closed import Closed
from schools.roadmap.domain.deadline import DeadlineKind, Period
from schools.roadmap.domain.halves import STEADY, HalfStanding, halves_of, stand_halves
from schools.roadmap.domain.progress import Due, Standing, standing_in_year, standing_of_lasting
from schools.roadmap.models import Activity, ActivityStatus, Evidence, Occurrence, Roadmap
from schools.roadmap.queries.closing import Closings, closings
from tenants.domain.school_year import SchoolYear

__all__ = ["ActivityStanding", "DueOccurrence", "OccurrenceStanding", "occurrences_due", "standings"]

# Where the registers show the work itself, a mark made by hand needs no other proof.
SEEN_IN_REGISTERS = ("register", "consents", "matching", "pairs_confirmed", "meetings", "survey", "monitoring", "note")


@dataclass(frozen=True, slots=True)
class OccurrenceStanding:
    """One date of an activity. ``done_on``: by the curator's mark, else by ``closed``, what closed it by itself."""

    id: int
    due_on: date | None
    done_on: date | None
    marked_on: date | None
    closed: Closed | None


@dataclass(frozen=True, slots=True)
class ActivityStanding:
    """One row of a roadmap on a day.

    ``standing`` is its state in the school year asked for; ``occurrences`` all its dates, ``of_year`` those of that
    year and those without a date; ``halves`` the half-years of a lasting activity; ``closed`` what closed it last;
    ``tally`` how far the registers have got with it; ``is_proved``: there is evidence, or the registers show it.
    """

    activity: Activity
    standing: Standing
    occurrences: tuple[OccurrenceStanding, ...]
    of_year: tuple[OccurrenceStanding, ...]
    halves: tuple[HalfStanding, ...]
    closed: Closed | None
    tally: Tally | None
    is_proved: bool

    @property
    def roadmap(self) -> Roadmap:
        """Its roadmap, loaded already."""
        return self.activity.stage.roadmap


@dataclass(frozen=True, slots=True)
class DueOccurrence:
    """One date by which an activity was due. ``is_proved``: there is evidence, or the registers show it themselves."""

    activity_id: int
    number: str
    text: str
    due_on: date
    done_on: date | None
    is_proved: bool


def standings(
    roadmap_ids: Sequence[int], *, today: date, year: SchoolYear | None = None, with_proposed: bool = False
) -> list[ActivityStanding]:
    """Every row of the roadmaps in force, in order, headings of groups too; at most seven queries, whatever the number.

    ``today`` is the day it is looked at, ``year`` the school year whose dates count (that of ``today`` without it).
    Rows that an order dropped are left out, and so are proposed ones unless ``with_proposed``.
    """
    shown = [ActivityStatus.PLAN] + ([ActivityStatus.PROPOSED] if with_proposed else [])
    rows = Activity.objects.filter(stage__roadmap_id__in=list(roadmap_ids), status__in=shown)
    return stand(list(with_everything(rows)), today=today, year=year)


def with_everything(rows: QuerySet[Activity]) -> QuerySet[Activity]:
    """A queryset of activities in order with stage, roadmap, dates and evidence: three queries."""
    loaded = rows.select_related("stage__roadmap").defer("stage__roadmap__source")
    return loaded.prefetch_related(
        Prefetch("occurrences", Occurrence.objects.order_by("due_on", "id")),
        Prefetch("evidence", Evidence.objects.order_by("added_on", "id")),
    ).order_by("stage__roadmap_id", "stage__position", "position", "id")


def stand(activities: Sequence[Activity], *, today: date, year: SchoolYear | None = None) -> list[ActivityStanding]:
    """The same of activities that were loaded by ``with_everything``: at most four queries."""
    found = closings(activities, today=today)
    asked = year or SchoolYear.of(today)
    return [_stand(one, found.get(one.pk, Closings()), asked, today) for one in activities]


def _stand(one: Activity, found: Closings, year: SchoolYear, today: date) -> ActivityStanding:
    occurrences = tuple(_occurrence(due, found, today) for due in one.occurrences.all())
    here = tuple(
        due for due in occurrences if due.due_on is None or year.starts_on <= due.due_on <= year.ends_on
    )  # fmt: skip
    halves: tuple[HalfStanding, ...] = ()
    period = Period(one.stage.roadmap.period_from, one.stage.roadmap.period_to)
    if one.deadline_kind in STEADY:
        halves = stand_halves(halves_of(year, period), _proofs(one, occurrences, found), today=today)
        place = standing_of_lasting(halves, ends_on=min(period.ends_on, year.ends_on), today=today)
    else:
        place = standing_in_year(
            [Due(due.due_on, due.done_on) for due in occurrences],
            since=year.starts_on,
            until=year.ends_on,
            starts_on=period.starts_on,
            today=today,
            if_needed=one.deadline_kind == DeadlineKind.AS_NEEDED.value,
        )
    closed = [due.closed for due in here or occurrences if due.closed is not None]
    return ActivityStanding(
        activity=one,
        standing=place,
        occurrences=occurrences,
        of_year=here,
        halves=halves,
        closed=max(closed, key=lambda each: each.on) if closed else None,
        tally=found.tally,
        is_proved=bool(one.evidence.all()) or bool(closed) or _is_seen(one) or any(half.proved for half in halves),
    )


def _occurrence(due: Occurrence, found: Closings, today: date) -> OccurrenceStanding:
    closed = found.by_occurrence.get(due.pk)
    marked = due.done_on if due.done_on is not None and due.done_on <= today else None
    return OccurrenceStanding(due.pk, due.due_on, marked or (closed.on if closed else None), marked, closed)


def _proofs(one: Activity, occurrences: Sequence[OccurrenceStanding], found: Closings) -> list[date]:
    marks = [due.marked_on for due in occurrences if due.marked_on is not None]
    return [*(each.shown_on for each in one.evidence.all()), *(each.on for each in found.all), *marks]


def _is_seen(one: Activity) -> bool:
    return one.closes_by_checked and one.closes_by.partition(":")[0] in SEEN_IN_REGISTERS


def occurrences_due(roadmap_ids: Sequence[int], *, since: date, before: date) -> list[DueOccurrence]:
    """Dates of ``roadmap_ids`` on or after ``since`` that have passed by ``before`` (lines G6–G9).

    The day itself has not passed: an activity is overdue from the day after its date. Lasting activities are never
    due. Objects dated after ``before`` close nothing yet.
    """
    rows = [one for one in standings(roadmap_ids, today=before) if not one.activity.is_heading and not one.halves]
    due = [
        DueOccurrence(
            activity_id=one.activity.pk,
            number=one.activity.number,
            text=one.activity.text,
            due_on=each.due_on,
            done_on=each.done_on,
            is_proved=one.is_proved,
        )
        for one in rows
        if one.activity.deadline_kind not in STEADY
        for each in one.occurrences
        if each.due_on is not None and since <= each.due_on < before
    ]
    return sorted(due, key=lambda one: one.due_on)
