"""Reading about files."""

from __future__ import annotations

from schools.files.models import StoredFile


def stored_file(file_id: int) -> StoredFile | None:
    """One file of the open school, or None."""
    return StoredFile.objects.filter(pk=file_id).first()
