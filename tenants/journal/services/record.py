"""Write an act into the journal."""

from __future__ import annotations

from datetime import datetime

from tenants.current import current_identity
from tenants.journal.models import Entry


def record(
    *,
    act: str,
    text: str,
    at: datetime,
    actor_id: int | None,
    object_kind: str = "",
    object_id: int | None = None,
) -> None:
    """Add one entry inside the caller's transaction; ``text`` is a whole sentence without names."""
    Entry.objects.create(
        place=current_identity().key,
        at=at,
        actor_id=actor_id,
        act=act,
        object_kind=object_kind,
        object_id=object_id,
        text=text,
    )
