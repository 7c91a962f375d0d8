"""From what was understood of a file to a plan that the curator looks through."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from schools.roadmap.domain.importing import ImportedActivity, ImportedRoadmap
from schools.roadmap.domain.plan import Plan, PlannedActivity

MOST_ASIDE = 60
# warnings about the deadline of one row: they go when the curator writes it otherwise
OF_DEADLINE = frozenset(
    {"stale_year", "deadline_unknown", "deadline_missing", "deadline_from_above", "deadline_from_text"}
)

Place = tuple[int, int]  # table and row, from 1


def of_import(imported: ImportedRoadmap) -> Plan:
    """What was understood of a file; rows before the first stage get a stage without a title."""
    shift = int(any(one.stage is None for one in imported.activities))
    stages = [("", "Без этапа")] * shift + [(one.number, one.title) for one in imported.stages]
    rows = [((one.table, one.row), _activity(one, shift)) for one in imported.activities]
    rows += [
        ((one.table, one.row), _line(one.title, (one.stage or 1) - 1 + shift, number=one.number, is_heading=True))
        for one in imported.groups
    ]
    rows = sorted(rows + _aside(imported, rows), key=lambda pair: pair[0])
    places = {where: place for place, (where, _) in enumerate(rows)}
    return Plan(
        title=imported.title or "Дорожная карта",
        stages=tuple(stages) or (("", "Мероприятия"),),
        activities=tuple(row for _, row in rows),
        indicators=tuple(
            {
                "title": one.title,
                "unit": one.unit,
                "formula": one.formula,
                "targets": {str(year): str(value) for year, value in one.targets.items() if value is not None},
            }
            for one in imported.indicators
        ),
        warnings=tuple(
            {
                "message": one.message,
                "severity": one.severity.value,
                "row": one.row,
                "deadline_of": places.get((one.table or 0, one.row or 0)) if one.code in OF_DEADLINE else None,
            }
            for one in imported.warnings
        ),
        columns=tuple(one.header for one in imported.columns if one.header),
        tables=_tables(imported),
    )


def _line(text: str, stage: int, **how: Any) -> PlannedActivity:
    return PlannedActivity(
        stage=stage,
        text=text,
        deadline_phrase="",
        deadline_kind="blank",
        due_on=(),
        confidence=1,
        **{"number": "", **how},
    )


def _aside(imported: ImportedRoadmap, rows: list[tuple[Place, PlannedActivity]]) -> list[tuple[Place, PlannedActivity]]:
    """Lines that were not taken, each in the stage of the row above it: the curator may still take them."""
    found = []
    for one in imported.unrecognised[:MOST_ASIDE]:
        where = (one.table, one.row)
        above = max((pair for pair in rows if pair[0] < where), key=lambda pair: pair[0], default=None)
        text = "; ".join(cell for cell in one.cells if cell)
        found.append((where, _line(text, above[1].stage if above else 0, is_aside=True, is_left_out=True)))
    return found


def _activity(one: ImportedActivity, shift: int) -> PlannedActivity:
    return PlannedActivity(
        stage=one.stage - 1 + shift if one.stage else 0,
        number=one.number,
        text=one.text or one.content,
        content=one.content if one.text else "",
        deadline_phrase=one.deadline_phrase,
        deadline_kind=one.deadline.kind.value,
        due_on=one.deadline.due_on,
        confidence=min(one.deadline.confidence, 0.6) if one.deadline_guessed else one.deadline.confidence,
        responsible=one.responsible,
        expected_result=one.expected_result,
        notes=one.deadline.notes,
        extra=dict(one.extra),
    )


def _tables(imported: ImportedRoadmap) -> tuple[Mapping[str, Any], ...]:
    return tuple(
        {
            "key": one.key,
            "headers": list(one.headers),
            "roles": [role.value for role in one.roles],
            "samples": list(one.samples),
            "is_plan": one.is_plan,
            "is_assigned": one.is_assigned,
            "is_named": one.is_named,
        }
        for one in imported.tables
    )
