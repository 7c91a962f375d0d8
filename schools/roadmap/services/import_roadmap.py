"""Read a school's own roadmap into a draft, let the curator correct it, save it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

from django.db import transaction

from schools.roadmap.domain.deadline import Period
from schools.roadmap.domain.importing import RawDocument, read_document, read_pasted, recognise
from schools.roadmap.domain.importing.raw import Paragraph
from schools.roadmap.domain.plan import Plan, corrected, from_document, of_import, still_true, to_document
from schools.roadmap.models import ImportDraft
from schools.roadmap.services.make_room import How, make_room
from schools.roadmap.services.save_roadmap import Origin, save_roadmap
from tenants.database.turns import take_turn


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose roadmap is read: other organisations' names in it are pointed out."""

    name: str
    kind: str


@transaction.atomic
def import_file(data: bytes, filename: str, *, period: Period, owner: Owner, actor_id: int, at: datetime) -> int:
    """Read a .docx, .xlsx, .csv or .txt into a draft; gives its id. Nothing of the roadmap counts yet.

    Raises the refusals of ``read_document`` and ``recognise``; then nothing is stored.
    """
    raw = read_document(data, filename)
    kind = PurePosixPath(filename).suffix.lower().lstrip(".")
    return _keep(raw, PurePosixPath(filename).name, kind, period=period, owner=owner, actor_id=actor_id, at=at)


@transaction.atomic
def import_pasted(text: str, *, period: Period, owner: Owner, actor_id: int, at: datetime) -> int:
    """The same for text pasted from Word or Excel."""
    return _keep(read_pasted(text), "вставленный текст", "pasted", period=period, owner=owner, actor_id=actor_id, at=at)


def _keep(raw: RawDocument, name: str, kind: str, *, period: Period, owner: Owner, actor_id: int, at: datetime) -> int:
    plan = of_import(recognise(raw, period, own_name=owner.name, own_kind=owner.kind))
    draft = ImportDraft.objects.create(
        created_at=at,
        created_by=actor_id,
        source_name=name[:200],
        origin=kind[:20],
        period_from=period.starts_on,
        period_to=period.ends_on,
        source=_words(raw),
        content=to_document(plan),
    )
    return draft.pk


def _words(raw: RawDocument) -> list[Any]:
    """Every word of the file in its order: paragraphs as text, tables as rows of cells."""
    return [
        block.text if isinstance(block, Paragraph) else [[cell.text for cell in row.cells] for row in block.rows]
        for block in raw.blocks
    ]


@dataclass(frozen=True, slots=True)
class Correction:
    """What the curator left in one row of the preview; ``keep`` False leaves the row out."""

    text: str
    deadline_phrase: str
    responsible: str
    keep: bool = True


@transaction.atomic
def correct_draft(draft_id: int, corrections: dict[int, Correction], *, title: str = "") -> Plan:
    """Apply corrections by the row's place in the plan; a changed deadline is read anew. Gives the plan after it."""
    draft = ImportDraft.objects.select_for_update().get(pk=draft_id)
    period = Period(draft.period_from, draft.period_to)
    plan = from_document(draft.content)
    rows = list(plan.activities)
    for place, one in corrections.items():
        if 0 <= place < len(rows) and not rows[place].is_heading:
            row = corrected(
                rows[place],
                phrase=one.deadline_phrase.strip(),
                text=one.text.strip(),
                responsible=one.responsible.strip(),
                period=period,
            )
            rows[place] = replace(row, is_left_out=not one.keep)
    plan = replace(plan, activities=tuple(rows), title=title.strip() or plan.title, warnings=still_true(plan, rows))
    draft.content = to_document(plan)
    draft.save(update_fields=["content"])
    return plan


@transaction.atomic
def save_draft_as_roadmap(draft_id: int, *, model: str, how: How | None = None, actor_id: int, at: datetime) -> int:
    """Make the draft the school's roadmap and drop the draft; gives the roadmap's id. Its words stay with it.

    Until it is said ``how``, a second roadmap of the model is refused (RoadmapStandsAlready) and the draft stays.
    """
    take_turn("roadmap_saved")
    draft = ImportDraft.objects.select_for_update().get(pk=draft_id)
    period = Period(draft.period_from, draft.period_to)
    make_room(model, period, how=how, actor_id=actor_id, at=at)
    roadmap_id = save_roadmap(
        from_document(draft.content),
        period=period,
        origin=Origin(kind=draft.origin, model=model, source_name=draft.source_name, source=draft.source),
        actor_id=actor_id,
        at=at,
    )
    draft.delete()
    return roadmap_id
