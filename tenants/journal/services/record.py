"""Write an act into the journal."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from tenants.current import current_identity
from tenants.journal.models import Entry

LONGEST: Final = 300  # the column of the journal


def record(
    *,
    act: str,
    text: str,
    at: datetime,
    actor_id: int | None,
    object_kind: str = "",
    object_id: int | None = None,
) -> None:
    """Add one entry inside the caller's transaction.

    ``text`` is a whole sentence that names what was changed, cut where the column ends. A school's journal stands in
    its own schema and may name people by surname and initials; the municipality's names nobody.
    """
    Entry.objects.create(
        place=current_identity().key,
        at=at,
        actor_id=actor_id,
        act=act,
        object_kind=object_kind,
        object_id=object_id,
        text=text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…",
    )
