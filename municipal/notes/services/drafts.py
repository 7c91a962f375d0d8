"""A draft's rows in hand for a change: locked, unsigned, of the asker's municipality."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from municipal.notes.domain.composed import Block
from municipal.notes.domain.refusals import NoSuchNote, NoteSigned
from municipal.notes.domain.rulebook import load_rulebook
from municipal.notes.domain.stored import block_to_dict, values_to_dict
from municipal.notes.domain.values.value import Value
from municipal.notes.models import Note, NoteBlock
from tenants.domain.russian import date_words


def draft_row(note_id: int) -> Note:
    """The note, locked until the end of the transaction. Raises NoSuchNote and NoteSigned."""
    row = Note.objects.select_for_update().filter(pk=note_id).first()
    if row is None:
        raise NoSuchNote("Справка не найдена, ничего не изменилось.", "Откройте список справок.")
    if row.signed_at is not None:
        raise NoteSigned(
            f"Справка подписана, менять её нельзя (составлена {date_words(row.dated)}).",
            "Составьте новую версию: подписанная останется рядом.",
        )
    return row


def paragraph_row(block_id: int) -> tuple[Note, NoteBlock]:
    """A paragraph with its locked draft. Raises NoSuchNote and NoteSigned."""
    note_id = NoteBlock.objects.filter(pk=block_id).values_list("note_id", flat=True).first()
    if note_id is None:
        raise NoSuchNote("Абзац не найден, ничего не изменилось.", "Откройте справку ещё раз.")
    note = draft_row(note_id)
    return note, note.blocks.get(pk=block_id)


def held(block: Block, values: Mapping[str, Value] | None = None) -> dict[str, Any]:
    """A composed paragraph for the column ``generated``, with the values of its figures where they are its own."""
    return block_to_dict(block) | ({"values": values_to_dict(values)} if values else {})


def place_in(note: Note, section: str) -> str:
    """Which paragraph a journal entry speaks of: «раздел «Охват и пары», справка № 3 («Октябрь 2025»)»."""
    return f"раздел «{load_rulebook().sections.get(section, section)}», {named(note)}"


def named(note: Note) -> str:
    """«справка № 3 («Октябрь 2025»)»: the note as a journal entry names it."""
    return f"справка № {note.number} («{note.campaign.title}»)"


def subject(note: Note) -> dict[str, Any]:
    """What a journal entry of this room is about."""
    return {"object_kind": "note", "object_id": note.pk}
