"""Read a school's own roadmap into a draft, let the curator correct it, save it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

from django.db import transaction

from schools.roadmap.domain.deadline import Period
from schools.roadmap.domain.importing import RawDocument, UnreadableRoadmap, read_document, read_pasted, recognise
from schools.roadmap.domain.importing.columns import Assigned
from schools.roadmap.domain.importing.raw import Paragraph
from schools.roadmap.domain.importing.raw_json import to_layout
from schools.roadmap.domain.importing.recognise import ColumnsUnknown
from schools.roadmap.domain.plan import Plan, from_document, to_document
from schools.roadmap.domain.plan_of_import import of_import
from schools.roadmap.models import ImportDraft
from schools.roadmap.queries.remembered import known_columns
from schools.roadmap.services.make_room import How, make_room
from schools.roadmap.services.save_roadmap import Origin, save_roadmap
from tenants.database.turns import take_turn


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose roadmap is read: other organisations' names in it are pointed out."""

    name: str
    kind: str


MOST_ACTIVITIES = 500  # more is no roadmap of one school, and a page to look them through would be endless


@transaction.atomic
def import_file(data: bytes, filename: str, *, period: Period, owner: Owner, actor_id: int, at: datetime) -> int:
    """Read a .docx, .xlsx, .html, .csv or .txt into a draft; gives its id. Nothing of the roadmap counts yet.

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
    try:
        plan = plan_of(raw, period, owner, known_columns())
    except ColumnsUnknown as unknown:  # the curator will say what the columns hold
        plan = of_import(unknown.roadmap)
    draft = ImportDraft.objects.create(
        created_at=at,
        created_by=actor_id,
        source_name=name[:200],
        origin=kind[:20],
        period_from=period.starts_on,
        period_to=period.ends_on,
        source=_words(raw),
        content=to_document(plan),
        layout=to_layout(raw),
    )
    return draft.pk


def plan_of(raw: RawDocument, period: Period, owner: Owner, assigned: Assigned) -> Plan:
    """What is understood of a document with the columns ``assigned``. Raises what ``recognise`` raises."""
    plan = of_import(recognise(raw, period, own_name=owner.name, own_kind=owner.kind, assigned=assigned))
    if len(plan.activities) > MOST_ACTIVITIES:
        raise UnreadableRoadmap(
            f"Карта не загружена: в ней больше {MOST_ACTIVITIES} мероприятий, так много в одной карте не бывает.",
            "Оставьте в документе только дорожную карту одной школы и загрузите снова.",
        )
    return plan


def _words(raw: RawDocument) -> list[Any]:
    """Every word of the file in its order: paragraphs as text, tables as rows of cells."""
    return [
        block.text if isinstance(block, Paragraph) else [[cell.text for cell in row.cells] for row in block.rows]
        for block in raw.blocks
    ]


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
