"""Remember a thing of the first page: a step put off, a step of August gone through."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from schools.cabinet.queries.remembered import KIND
from schools.passport.models import Remembered


@transaction.atomic
def remember(key: str, said: Mapping[str, object], *, actor_id: int | None, at: datetime) -> None:
    """Put ``said`` over what is remembered under ``key``; the same once more changes nothing."""
    row, _ = Remembered.objects.select_for_update().get_or_create(
        kind=KIND, key=key, defaults={"at": at, "actor_id": actor_id}
    )
    merged = {**row.said, **said}
    if merged == row.said:
        return
    row.said, row.at, row.actor_id = merged, at, actor_id
    row.save(update_fields=["said", "at", "actor_id"])


@transaction.atomic
def forget_part(key: str, part: str, *, actor_id: int | None, at: datetime) -> None:
    """Take one part out of what is remembered under ``key``; what is not there is no fault."""
    row = Remembered.objects.select_for_update().filter(kind=KIND, key=key).first()
    if row is None or part not in row.said:
        return
    row.said = {name: value for name, value in row.said.items() if name != part}
    row.at, row.actor_id = at, actor_id
    row.save(update_fields=["said", "at", "actor_id"])
