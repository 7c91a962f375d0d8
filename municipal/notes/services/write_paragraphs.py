"""The paragraphs of a draft beside the same note composed anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from municipal.notes.domain.composed import Composed
from municipal.notes.domain.derived import keys_behind
from municipal.notes.domain.draft import OWN
from municipal.notes.domain.order import merged
from municipal.notes.models import Note, NoteBlock
from municipal.notes.services.drafts import held

_CHANGED = ("section", "position", "kind", "generated", "kept")


def write_paragraphs(note: Note, fresh: Composed, *, values_before: Mapping[str, Any]) -> int:
    """Renew what nobody edited, keep what somebody did, drop what today's data would not say; gives how many kept.

    An edited paragraph keeps the figures it was edited over (``values_before``, as stored), so that it can say
    what has changed. Removed paragraphs stay removed. Four queries.
    """
    rows = {_key(row): row for row in note.blocks.all()}
    composed = {block.key: block for block in fresh.blocks}
    gone = [key for key, row in rows.items() if key not in composed and not row.edited]
    kept = [key for key in rows if key not in gone]
    edited = [key for key in kept if rows[key].edited and rows[key].kind != OWN]
    for key in edited:
        _keep_values(rows[key], values_before)
    new = [_new(note, key) for key in composed if key not in rows]
    everybody = {key: rows[key] for key in kept} | {row.rule: row for row in new}
    for key, block in composed.items():
        if key not in edited:
            row = everybody[key]
            row.section, row.kind, row.generated, row.kept = block.section, block.kind, held(block), ""
    _place(everybody, kept, fresh)
    NoteBlock.objects.filter(pk__in=[rows[key].pk for key in gone]).delete()
    NoteBlock.objects.bulk_update([rows[key] for key in kept], _CHANGED)
    NoteBlock.objects.bulk_create(new)
    return len(edited)


def _key(row: NoteBlock) -> str:
    return f"{OWN}:{row.pk}" if row.kind == OWN else row.rule


def _new(note: Note, key: str) -> NoteBlock:
    return NoteBlock(note=note, municipality_id=note.municipality_id, rule=key)


def _keep_values(row: NoteBlock, before: Mapping[str, Any]) -> None:
    if "values" not in row.generated:
        keys = keys_behind(span["k"] for span in row.generated["spans"] if "k" in span)
        row.generated = row.generated | {"values": {key: before[key] for key in keys if key in before}}


def _place(rows: Mapping[str, NoteBlock], kept: list[str], fresh: Composed) -> None:
    """Sections in the note's order; within one, kept paragraphs after those they followed."""
    place = 0
    for section in fresh.sections:
        before = [key for key in kept if rows[key].section == section.code]
        for key in merged(before, [block.key for block in section.blocks]):
            place += 1
            rows[key].position = place
