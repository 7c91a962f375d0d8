"""A paragraph of the methodist's own at the end of a section."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import F, Max

from municipal.notes.domain.draft import OWN
from municipal.notes.domain.printable import CLOSING
from municipal.notes.domain.refusals import EmptyText, NoSuchNote
from municipal.notes.domain.rulebook import load_rulebook
from municipal.notes.models import Note, NoteBlock
from municipal.notes.services.drafts import draft_row, place_in, subject
from municipal.notes.services.edit_block import LONGEST, tidy
from tenants.journal.services.record import record


@transaction.atomic
def add_own_paragraph(*, note_id: int, section: str, text: str, at: datetime, actor_id: int | None) -> int:
    """Add it and give its id. Composing anew never touches it. Raises NoSuchNote, NoteSigned and EmptyText."""
    note = draft_row(note_id)
    if section == CLOSING or section not in load_rulebook().kinds[note.kind].sections:
        raise NoSuchNote("Абзац не добавлен: такого раздела в справке нет.", "Выберите раздел из списка слева.")
    said = tidy(text)
    if not said or len(said) > LONGEST:
        raise EmptyText("Абзац не добавлен: он пустой или слишком длинный.", f"Впишите до {LONGEST} знаков.")
    place = _place(note, section)
    note.blocks.filter(position__gte=place).update(position=F("position") + 1)
    row = NoteBlock.objects.create(
        note=note,
        municipality_id=note.municipality_id,
        section=section,
        position=place,
        kind=OWN,
        edited=said,
        edited_at=at,
    )
    text = f"Добавлен абзац: {place_in(note, section)}."
    record(act="note_paragraph_added", text=text, at=at, actor_id=actor_id, **subject(note))
    return row.pk


def _place(note: Note, section: str) -> int:
    """After the last paragraph of the section, or of the nearest section before it that has any."""
    order = load_rulebook().kinds[note.kind].sections
    before = order[: order.index(section) + 1]
    last: int | None = note.blocks.filter(section__in=before).aggregate(last=Max("position"))["last"]
    return (last or 0) + 1
