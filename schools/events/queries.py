"""Reading events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Coalesce

from schools.events.models import Event, EventKind

# Whose minutes close a point «document:<kind>» of a roadmap.
MINUTES = {EventKind.PEDCOUNCIL: "pedcouncil_minutes", EventKind.CONFERENCE: "meeting_minutes"}


def events_between(since: date, until: date) -> QuerySet[Event]:
    """Events of a period, both days inclusive: held by the day they were held, others by their plan; latest first."""
    dated = Event.objects.annotate(day=Coalesce("held_on", "planned_on"))
    return dated.filter(day__range=(since, until)).order_by("-day", "-id")


@dataclass(frozen=True, slots=True)
class Counts:
    """Events of a period: all, held, and by kind."""

    total: int
    held: int
    by_kind: dict[str, int]


def counts_between(since: date, until: date) -> Counts:
    """Numbers of a period in one query."""
    by_kind = {code: Count("pk", filter=Q(kind=code)) for code in EventKind.values}
    found = (
        events_between(since, until)
        .order_by()
        .aggregate(total=Count("pk"), held=Count("pk", filter=Q(held_on__isnull=False)), **by_kind)
    )
    return Counts(found.pop("total"), found.pop("held"), found)


def event_by_id(event_id: int) -> Event | None:
    """One event with its file, or None when there is no such in this school."""
    return Event.objects.select_related("file").filter(pk=event_id).first()


@dataclass(frozen=True, slots=True)
class ClosingEvent:
    """A held event that closes activities of a roadmap; its page is «events:event».

    ``closes`` are codes of ``closes_by``: «event» where the number of people is written down, and «document:<kind>»
    of its minutes where they have a number, a file or an address.
    """

    id: int
    kind: str
    title: str
    held_on: date
    closes: tuple[str, ...]


def closing_events(since: date, until: date) -> list[ClosingEvent]:
    """Held events of a period that close something, the earliest first, in one query."""
    rows = Event.objects.filter(held_on__range=(since, until)).order_by("held_on", "id")
    return [
        ClosingEvent(row.pk, row.kind, row.title, row.held_on, closes)
        for row in rows
        if row.held_on is not None and (closes := closing_codes(row))
    ]


def closing_codes(row: Event) -> tuple[str, ...]:
    """What a held event closes: codes of ``closes_by``."""
    codes = ["event"] if row.participants is not None else []
    minutes = MINUTES.get(EventKind(row.kind))
    if minutes and (row.protocol_number or row.file_id or row.url):
        codes.append(f"document:{minutes}")
    return tuple(codes)
