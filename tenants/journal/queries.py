"""Reading the journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from tenants.current import current_identity
from tenants.journal.models import Entry

SAME_PRESS = timedelta(seconds=15)  # a button pressed twice, or again because the first answer was slow


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the journal."""

    at: datetime
    text: str


def latest_events(*, limit: int = 5) -> list[Event]:
    """The newest acts of whoever is open now."""
    rows = Entry.objects.filter(place=current_identity().key)[:limit]
    return [Event(row.at, row.text) for row in rows]


def events_about(object_kind: str, object_id: int, *, limit: int = 50) -> list[Event]:
    """The newest acts on one object, of whoever is open now. One query."""
    rows = Entry.objects.filter(place=current_identity().key, object_kind=object_kind, object_id=object_id)[:limit]
    return [Event(row.at, row.text) for row in rows]


def is_same_press(act: str, object_id: int, *, actor_id: int | None, at: datetime) -> bool:
    """Did this very person do this very thing about ``at``? Then it is one press, not two deeds.

    The other request may have begun later and got its turn earlier, so both sides of the moment are looked at.
    """
    if actor_id is None:
        return False
    lately = Entry.objects.filter(place=current_identity().key, at__range=(at - SAME_PRESS, at + SAME_PRESS))
    return lately.filter(act=act, object_id=object_id, actor_id=actor_id).exists()
