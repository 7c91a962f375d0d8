"""Take a paragraph out of the note, and put it back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from municipal.notes.domain.draft import OWN
from municipal.notes.services.drafts import paragraph_row, place_in, subject
from tenants.journal.services.record import record


@transaction.atomic
def remove_block(*, block_id: int, at: datetime, actor_id: int | None) -> None:
    """The paragraph is not printed any more; a composed one can be returned, an own one is forgotten.

    Raises NoSuchNote and NoteSigned.
    """
    note, row = paragraph_row(block_id)
    if row.kind == OWN:
        row.delete()
    elif not row.is_removed:
        row.is_removed = True
        row.edited_at = at
        row.save(update_fields=["is_removed", "edited_at"])
    else:
        return
    text = f"Убран абзац: {place_in(note, row.section)}."
    record(act="note_paragraph_removed", text=text, at=at, actor_id=actor_id, **subject(note))


@transaction.atomic
def return_block(*, block_id: int, at: datetime, actor_id: int | None) -> None:
    """The removed paragraph is printed again. Raises NoSuchNote and NoteSigned."""
    note, row = paragraph_row(block_id)
    if not row.is_removed:
        return
    row.is_removed = False
    row.edited_at = at
    row.save(update_fields=["is_removed", "edited_at"])
    text = f"Возвращён абзац: {place_in(note, row.section)}."
    record(act="note_paragraph_returned", text=text, at=at, actor_id=actor_id, **subject(note))
