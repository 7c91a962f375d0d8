"""Reading the journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tenants.current import current_identity
from tenants.journal.models import Entry


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the journal."""

    at: datetime
    text: str


def latest_events(*, limit: int = 5) -> list[Event]:
    """The newest acts of whoever is open now."""
    rows = Entry.objects.filter(place=current_identity().key)[:limit]
    return [Event(row.at, row.text) for row in rows]
