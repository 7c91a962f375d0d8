"""The methodist's own words in a paragraph, and the way back to the composed ones."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from municipal.notes.domain.draft import OWN
from municipal.notes.domain.refusals import EmptyText
from municipal.notes.domain.spans import plain_text
from municipal.notes.domain.stored import spans_from_list
from municipal.notes.models import NoteBlock
from municipal.notes.services.drafts import paragraph_row, place_in, subject
from tenants.domain.plain_text import plain
from tenants.domain.russian import typo
from tenants.journal.services.record import record

LONGEST = 5000


@transaction.atomic
def edit_block(*, block_id: int, text: str, at: datetime, actor_id: int | None) -> None:
    """Put ``text`` in place of the paragraph; lines of it become paragraphs (or items) of their own.

    The composed paragraph is kept beside it. Text equal to the composed one is no edit. Raises NoSuchNote, NoteSigned
    and EmptyText.
    """
    note, row = paragraph_row(block_id)
    said = tidy(text)
    if not said:
        raise EmptyText("Абзац не сохранён: в нём нет ни слова.", "Впишите текст или уберите абзац.")
    if len(said) > LONGEST:
        raise EmptyText(f"Абзац не сохранён: в нём больше {LONGEST} знаков.", "Разделите его на несколько.")
    row.edited = "" if row.kind != OWN and said == tidy(composed_text(row)) else said
    row.edited_at = at
    row.is_removed = False
    row.save(update_fields=["edited", "edited_at", "is_removed"])
    text = f"Исправлен абзац: {place_in(note, row.section)}."
    record(act="note_paragraph_edited", text=text, at=at, actor_id=actor_id, **subject(note))


@transaction.atomic
def restore_block(*, block_id: int, at: datetime, actor_id: int | None) -> None:
    """«Автотекст»: the composed paragraph again. An own paragraph has none and stays. Raises NoSuchNote, NoteSigned."""
    note, row = paragraph_row(block_id)
    if row.kind == OWN or not row.edited:
        return
    row.edited, row.edited_at, row.is_removed = "", at, False
    row.save(update_fields=["edited", "edited_at", "is_removed"])
    text = f"Абзацу возвращён автотекст: {place_in(note, row.section)}."
    record(act="note_paragraph_restored", text=text, at=at, actor_id=actor_id, **subject(note))


def composed_text(row: NoteBlock) -> str:
    """What the rules said in this paragraph; nothing for an own one."""
    return plain_text(spans_from_list(row.generated.get("spans", [])))


def tidy(text: str) -> str:
    """Lines without idle spaces and empty neighbours, with no-break spaces where a line must not end."""
    lines = (" ".join(line.split()) for line in plain(text).splitlines())
    return "\n".join(typo(line) for line in lines if line)
