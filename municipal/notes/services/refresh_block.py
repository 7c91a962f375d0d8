"""What to do where the data have changed under a draft: take the new figures, or leave the old ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from municipal.notes.domain.carrying import carry
from municipal.notes.domain.composed import Composed
from municipal.notes.domain.derived import values_behind
from municipal.notes.domain.marks import Mark, annexes_seal, seal
from municipal.notes.domain.order import merged
from municipal.notes.domain.refusals import NothingToRefresh
from municipal.notes.domain.staleness import Staleness
from municipal.notes.models import Note, NoteBlock
from municipal.notes.services.drafts import draft_row, held, named, paragraph_row, place_in, subject
from municipal.notes.services.edit_block import tidy
from municipal.notes.services.judging import Judged, judge, renew_annexes
from tenants.journal.services.record import record


@dataclass(frozen=True, slots=True)
class Refreshed:
    """``lost`` are old wordings that were not found in the methodist's own text: she has to look herself."""

    lost: tuple[str, ...] = ()


@transaction.atomic
def refresh_block(*, block_id: int, at: datetime, actor_id: int | None) -> Refreshed:
    """«Обновить»: the paragraph says today's data; in an edited one only the figures change, where they are found.

    A paragraph today's data would not say is taken out. The annexes are renewed with it. Raises NoSuchNote,
    NoteSigned and NothingToRefresh.
    """
    note, row = paragraph_row(block_id)
    judged = judge(note, at)
    mark = _marked(judged, block_id)
    refreshed = _renew(row, mark, judged.fresh, at)
    renew_annexes(note, judged)
    text = f"Обновлён абзац: {place_in(note, row.section)}."
    record(act="note_paragraph_refreshed", text=text, at=at, actor_id=actor_id, **subject(note))
    return refreshed


@transaction.atomic
def keep_block(*, block_id: int, at: datetime, actor_id: int | None) -> None:
    """«Оставить»: the paragraph stays as it is until the data change once more.

    Raises NoSuchNote, NoteSigned and NothingToRefresh.
    """
    note, row = paragraph_row(block_id)
    row.kept = seal(_marked(judge(note, at), block_id).stale)
    row.save(update_fields=["kept"])
    text = f"Абзац оставлен по прежним данным: {place_in(note, row.section)}."
    record(act="note_paragraph_kept", text=text, at=at, actor_id=actor_id, **subject(note))


@transaction.atomic
def take_new_block(*, note_id: int, key: str, is_wanted: bool, at: datetime, actor_id: int | None) -> None:
    """A paragraph that today's data would say besides: put it in, or remember that it is not wanted.

    Raises NoSuchNote, NoteSigned and NothingToRefresh.
    """
    note = draft_row(note_id)
    judged = judge(note, at)
    block = judged.fresh.block(key)
    if judged.marks.new(key) is None or block is None:
        raise _nothing()
    _insert(note, judged, key, is_wanted=is_wanted)
    if is_wanted:
        renew_annexes(note, judged)
    said = "Добавлен новый абзац" if is_wanted else "Новый абзац не понадобился"
    text = f"{said}: {place_in(note, block.section)}."
    record(act="note_paragraph_offered", text=text, at=at, actor_id=actor_id, **subject(note))


@transaction.atomic
def settle_annexes(*, note_id: int, is_wanted: bool, at: datetime, actor_id: int | None) -> None:
    """The tables of the annexes: renew them, or leave them as they are. Raises NoSuchNote, NoteSigned."""
    note = draft_row(note_id)
    judged = judge(note, at)
    if is_wanted:
        renew_annexes(note, judged)
    else:
        note.annexes_kept = annexes_seal(judged.fresh.annexes)
        note.save(update_fields=["annexes_kept"])
    said = "Приложения обновлены" if is_wanted else "Приложения оставлены прежними"
    text = f"{said}: {named(note)}."
    record(act="note_annexes_settled", text=text, at=at, actor_id=actor_id, **subject(note))


def _marked(judged: Judged, block_id: int) -> Mark:
    found = judged.marks.of(block_id)
    if found is None:
        raise _nothing()
    return found


def _nothing() -> NothingToRefresh:
    return NothingToRefresh("Обновлять нечего: этот абзац уже говорит то же, что и данные.", "Откройте справку заново.")


def _renew(row: NoteBlock, mark: Mark, fresh: Composed, at: datetime) -> Refreshed:
    block = fresh.block(row.rule)
    if mark.stale.staleness is Staleness.GONE or block is None:
        row.delete()
        return Refreshed()
    lost: tuple[str, ...] = ()
    if row.edited and mark.block is not None:
        carried = carry(row.edited, tidy(mark.block.composed.text), tidy(block.text))
        row.edited, row.edited_at, lost = carried.text, at, carried.lost
    row.kind, row.generated, row.kept = block.kind, held(block, values_behind(fresh, [block])), ""
    row.save(update_fields=["edited", "edited_at", "kind", "generated", "kept"])
    return Refreshed(lost)


def _insert(row: Note, judged: Judged, key: str, *, is_wanted: bool) -> None:
    block = judged.fresh.block(key)
    assert block is not None
    rows = {stored.key: stored.id for stored in judged.note.blocks}
    order: list[str] = []
    for section in judged.fresh.sections:
        kept = [stored.key for stored in judged.note.blocks if stored.section == section.code]
        order += [one for one in merged(kept, [b.key for b in section.blocks]) if one in rows or one == key]
    for place, one in enumerate(order, start=1):
        if one == key:
            NoteBlock.objects.create(
                note=row,
                municipality_id=row.municipality_id,
                section=block.section,
                position=place,
                kind=block.kind,
                rule=key,
                generated=held(block, values_behind(judged.fresh, [block])),
                is_removed=not is_wanted,
            )
    placed = {rows[one]: place for place, one in enumerate(order, start=1) if one in rows}
    moved = [NoteBlock(pk=pk, position=place) for pk, place in placed.items()]
    NoteBlock.objects.bulk_update(moved, ["position"])
