"""What a curator mends in a roadmap that was read: its rows, its stages, the meaning of its columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import transaction

from schools.roadmap.domain.deadline import Period
from schools.roadmap.domain.importing.columns import ASSIGNABLE, UNNAMED
from schools.roadmap.domain.importing.raw_json import from_layout
from schools.roadmap.domain.importing.roles import Role
from schools.roadmap.domain.plan import Plan, PlannedActivity, corrected, from_document, still_true, to_document
from schools.roadmap.models import ImportDraft
from schools.roadmap.queries.remembered import known_columns
from schools.roadmap.services.import_roadmap import Owner, plan_of
from schools.roadmap.services.remember import remember_columns
from tenants.domain.errors import Refusal

MOST_STAGES = 60
LONGEST_TITLE = 500


class ColumnsNotAssigned(Refusal):
    """No column of activities was named, or the draft was read before its tables were kept."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What the curator left in one row of the preview; ``keep`` False leaves the row out, None leaves a field be."""

    text: str
    deadline_phrase: str
    responsible: str
    keep: bool = True
    expected_result: str | None = None
    stage: int | None = None


@transaction.atomic
def correct_draft(
    draft_id: int,
    corrections: Mapping[int, Correction],
    *,
    title: str = "",
    stage_titles: Mapping[int, str] | None = None,
    new_stage: str = "",
    looked_at: bool = True,
) -> Plan:
    """Apply corrections by the row's place in the plan; a changed deadline is read anew. Gives the plan after it.

    ``looked_at`` says that every row counts as checked by the curator, else only those whose deadline she changed.
    ``stage_titles`` rename stages by their position from 0, ``new_stage`` adds one to which rows can be moved then.
    """
    draft = ImportDraft.objects.select_for_update().get(pk=draft_id)
    period = Period(draft.period_from, draft.period_to)
    plan = from_document(draft.content)
    stages = _stages(plan, stage_titles or {}, new_stage)
    rows = list(plan.activities)
    for place, one in corrections.items():
        if 0 <= place < len(rows) and not rows[place].is_heading:
            rows[place] = _mended(rows[place], one, len(stages), period, looked_at=looked_at)
    plan = replace(
        plan,
        stages=stages,
        activities=tuple(rows),
        title=title.strip() or plan.title,
        warnings=still_true(plan, rows),
    )
    _keep(draft, plan)
    return plan


def _stages(plan: Plan, titles: Mapping[int, str], new_stage: str) -> tuple[tuple[str, str], ...]:
    named = [
        (number, titles.get(position, "").strip()[:LONGEST_TITLE] or title)
        for position, (number, title) in enumerate(plan.stages)
    ]
    added = new_stage.strip()[:LONGEST_TITLE]
    if added and len(named) < MOST_STAGES and added not in [title for _, title in named]:
        named.append(("", added))
    return tuple(named)


def _mended(row: PlannedActivity, one: Correction, stages: int, period: Period, *, looked_at: bool) -> PlannedActivity:
    if row.is_aside and not one.keep:
        return row
    mended = corrected(
        row,
        phrase=one.deadline_phrase.strip(),
        text=one.text.strip(),
        responsible=one.responsible.strip(),
        result=None if one.expected_result is None else one.expected_result.strip(),
        period=period,
        looked_at=looked_at,
    )
    stage = one.stage if one.stage is not None and 0 <= one.stage < stages else row.stage
    return replace(mended, is_left_out=not one.keep, is_aside=False, stage=stage)


@transaction.atomic
def assign_columns(draft_id: int, said: Mapping[str, Sequence[str]], *, owner: Owner, at: datetime) -> Plan:
    """Read the draft's file again with the columns as the curator says, and remember them for the next file.

    ``said`` gives for the key of a table the codes of its columns' roles in order. What was corrected in rows before
    is lost: they are read anew. Raises ``ColumnsNotAssigned`` and the refusals of ``recognise``; then nothing changes.
    """
    draft = ImportDraft.objects.select_for_update().get(pk=draft_id)
    plan = from_document(draft.content)
    assigned = {str(one["key"]): _roles(said[one["key"]], one) for one in plan.tables if one["key"] in said}
    if not draft.layout or not any(Role.ACTIVITY in roles for roles in assigned.values()):
        raise ColumnsNotAssigned(
            "Карта не прочитана заново: не выбран столбец с мероприятиями.",
            "Выберите «мероприятие» хотя бы у одного столбца.",
        )
    period = Period(draft.period_from, draft.period_to)
    read = plan_of(from_layout(draft.layout), period, owner, known_columns() | assigned)
    read = replace(read, title=plan.title)
    _keep(draft, read)
    for one in plan.tables:
        roles = assigned.get(one["key"])
        if roles and Role.ACTIVITY in roles and [role.value for role in roles] != one["roles"]:
            _remember(one, roles, at)
    return read


def _roles(codes: Sequence[str], table: Mapping[str, Any]) -> tuple[Role, ...]:
    """Only roles that are offered, one for each column; anything else leaves the column as it was understood."""
    offered = {role.value: role for role in ASSIGNABLE}
    before = [Role(code) for code in table["roles"]]
    told = [*codes, *[""] * len(before)][: len(before)]
    return tuple(offered.get(code, old) for code, old in zip(told, before, strict=True))


def _remember(table: Mapping[str, Any], roles: Sequence[Role], at: datetime) -> None:
    if not str(table["key"]).startswith(UNNAMED):
        remember_columns(table["key"], headers=table["headers"], roles=roles, at=at)


def _keep(draft: ImportDraft, plan: Plan) -> None:
    draft.content = to_document(plan)
    draft.save(update_fields=["content"])
