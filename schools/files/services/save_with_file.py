"""Save a record together with the file that came with it."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Protocol

from django.core.files.base import File
from django.db import transaction

from schools.files.services.keep_file import keep_file, remove_file


class Holder(Protocol):
    """A record with a key ``file`` to a stored file."""

    file: Any
    file_id: Any

    def save(self) -> None: ...


@transaction.atomic
def save_with_file(
    row: Holder, *, upload: File[bytes] | None, purpose: str, at: datetime, actor_id: int | None
) -> None:
    """Save ``row``; a new upload takes the place of its former file, which is forgotten. Raises ``FileRefused``."""
    former = row.file_id
    if upload is not None:
        row.file = keep_file(upload=upload, purpose=purpose, at=at, actor_id=actor_id)
    row.save()
    if upload is not None and former is not None:
        remove_file(former, at=at, actor_id=actor_id)
