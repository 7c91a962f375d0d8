"""Keep an uploaded file; let it go."""

from __future__ import annotations

import hashlib
import os
from datetime import datetime
from functools import partial
from pathlib import Path

from django.core.files.base import File
from django.db import transaction
from django.db.models import ProtectedError

from schools.files.disk import new_key, part_of, place_of, settle
from schools.files.domain.kinds import check_size, recognise
from schools.files.domain.naming import cleaned_name
from schools.files.models import Purpose, StoredFile
from tenants.domain.errors import Refusal
from tenants.journal.services.record import record

CHUNK = 1 << 16


class FileInUse(Refusal):
    """A record still holds the file."""


@transaction.atomic
def keep_file(*, upload: File[bytes], purpose: str, at: datetime, actor_id: int | None) -> StoredFile:
    """Store an upload of a form and give its row; others hold it by a key to it and write the journal themselves.

    The bytes are copied piece by piece. ``purpose`` is one of ``Purpose``. Raises ``FileRefused``: empty, more than
    20 MB, not PDF, JPEG, PNG, DOCX, XLSX or ODT by its bytes, with macros or damaged. Nothing is left of a refused one.
    """
    name = cleaned_name(upload.name or "")
    check_size(upload.size, name)
    key = new_key()
    part = part_of(key)
    try:
        digest, size = _write(upload, part, name, at=at)
        with part.open("rb") as stream:
            kind = recognise(stream, name)
        row = StoredFile.objects.create(
            key=key, name=name, kind=kind.value, size=size, sha256=digest, purpose=Purpose(purpose).value,
            added_at=at, added_by=actor_id,
        )  # fmt: skip
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    transaction.on_commit(partial(settle, place_of(key)), robust=True)
    return row


@transaction.atomic
def remove_file(file_id: int, *, at: datetime, actor_id: int | None) -> None:
    """Forget a file and its bytes; drop whatever holds it before. Raises ``FileInUse`` where a record still does."""
    row = StoredFile.objects.select_for_update().get(pk=file_id)
    places = (place_of(row.key), part_of(row.key))
    try:
        StoredFile.objects.filter(pk=file_id).delete()
    except ProtectedError as fault:
        raise FileInUse(
            f"Файл «{row.name}» не удалён: на него ссылается запись.", "Сначала уберите файл из этой записи."
        ) from fault
    record(
        act="file_removed", text=f"Удалён файл «{row.name}».", at=at, actor_id=actor_id,
        object_kind="file", object_id=file_id,
    )  # fmt: skip
    transaction.on_commit(partial(_unlink, places), robust=True)


def _write(upload: File[bytes], part: Path, name: str, *, at: datetime) -> tuple[str, int]:
    """Copy to the disk, surely; gives the sha256 and the size in bytes. The age of the copy is counted from ``at``."""
    part.parent.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with part.open("xb") as out:
        for chunk in upload.chunks(CHUNK):
            size += len(chunk)
            check_size(size, name)  # what was declared may be a lie
            digest.update(chunk)
            out.write(chunk)
        out.flush()
        os.fsync(out.fileno())
    os.utime(part, (at.timestamp(), at.timestamp()))
    return digest.hexdigest(), size


def _unlink(places: tuple[Path, ...]) -> None:
    for place in places:
        place.unlink(missing_ok=True)
