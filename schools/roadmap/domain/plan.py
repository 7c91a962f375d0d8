"""A roadmap on its way into the school: what was understood of a file, or taken from a typical one, as plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from schools.roadmap.domain.deadline import Period
from schools.roadmap.domain.deadline_phrase import parse_deadline
from schools.roadmap.domain.importing import ImportedActivity, ImportedRoadmap
from schools.roadmap.domain.typical import TypicalRoadmap

SURE = 0.8  # below this a deadline is shown for the curator to check


@dataclass(frozen=True, slots=True)
class PlannedActivity:
    """One row. ``stage`` is the position of its stage in the plan, from 0; ``due_on`` the dates the phrase means."""

    stage: int
    number: str
    text: str
    deadline_phrase: str
    deadline_kind: str
    due_on: tuple[date, ...]
    confidence: float
    content: str = ""
    responsible: str = ""
    expected_result: str = ""
    closes_by: str = ""
    is_heading: bool = False
    is_checked: bool = False
    is_left_out: bool = False
    notes: tuple[str, ...] = ()
    extra: Mapping[str, str] = field(default_factory=dict)

    @property
    def needs_a_look(self) -> bool:
        """The deadline was not understood, or not surely, and nobody has looked at it yet."""
        return not (self.is_heading or self.is_checked) and (self.deadline_kind == "unknown" or self.confidence < SURE)


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that becomes rows when it is saved."""

    title: str
    stages: tuple[tuple[str, str], ...]  # number and title
    activities: tuple[PlannedActivity, ...]
    indicators: tuple[Mapping[str, Any], ...] = ()
    warnings: tuple[Mapping[str, Any], ...] = ()
    columns: tuple[str, ...] = ()

    @property
    def to_check(self) -> int:
        """How many deadlines wait for the curator's eye."""
        return sum(one.needs_a_look for one in self.activities if not one.is_left_out)


def of_typical(typical: TypicalRoadmap, period: Period) -> Plan:
    """The typical roadmap with its deadlines read for ``period``."""
    activities = []
    for position, stage in enumerate(typical.stages):
        for one in stage.activities:
            deadline = parse_deadline(one.deadline_phrase, period)
            activities.append(
                PlannedActivity(
                    stage=position,
                    number=one.number,
                    text=one.text,
                    deadline_phrase=one.deadline_phrase,
                    deadline_kind=deadline.kind.value,
                    due_on=deadline.due_on,
                    confidence=deadline.confidence,
                    responsible=one.responsible,
                    expected_result=one.expected_result,
                    closes_by=one.closes_by,
                    is_checked=True,  # our own phrases: a test reads every one of them
                )
            )
    stages = tuple((str(stage.number), stage.title) for stage in typical.stages)
    return Plan(typical.title, stages, tuple(activities), columns=TYPICAL_COLUMNS)


TYPICAL_COLUMNS = ("№", "Мероприятие", "Срок", "Ответственный", "Ожидаемый результат")


def of_import(imported: ImportedRoadmap) -> Plan:
    """What was understood of a file; rows before the first stage get a stage without a title."""
    shift = int(any(one.stage is None for one in imported.activities))
    stages = [("", "Без этапа")] * shift + [(one.number, one.title) for one in imported.stages]
    rows: list[tuple[tuple[int, int], PlannedActivity]] = []
    for one in imported.activities:
        rows.append(((one.table, one.row), _imported(one, shift)))
    for group in imported.groups:
        heading = PlannedActivity(
            stage=(group.stage or 1) - 1 + shift,
            number=group.number,
            text=group.title,
            deadline_phrase="",
            deadline_kind="blank",
            due_on=(),
            confidence=1,
            is_heading=True,
        )
        rows.append(((group.table, group.row), heading))
    rows.sort(key=lambda pair: pair[0])
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
                "deadline_of": places.get((one.table or 0, one.row or 0)) if one.code == "stale_year" else None,
            }
            for one in imported.warnings
        ),
        columns=tuple(one.header for one in imported.columns if one.header),
    )


def _imported(one: ImportedActivity, shift: int) -> PlannedActivity:
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


def corrected(one: PlannedActivity, *, phrase: str, text: str, responsible: str, period: Period) -> PlannedActivity:
    """The row as the curator left it: a changed phrase is read anew, and every row she saved counts as checked."""
    deadline = parse_deadline(phrase, period)
    return replace(
        one,
        text=text or one.text,
        responsible=responsible,
        deadline_phrase=phrase,
        deadline_kind=deadline.kind.value,
        due_on=deadline.due_on,
        confidence=deadline.confidence,
        notes=deadline.notes,
        is_checked=True,
    )


def still_true(plan: Plan, activities: Sequence[PlannedActivity]) -> tuple[Mapping[str, Any], ...]:
    """The plan's warnings without those about a deadline that reads otherwise now or a row that is left out."""
    return tuple(
        one
        for one in plan.warnings
        if (place := one.get("deadline_of")) is None
        or (
            activities[place].deadline_phrase == plan.activities[place].deadline_phrase
            and not activities[place].is_left_out
        )
    )


def to_document(plan: Plan) -> dict[str, Any]:
    """The plan as JSON, for keeping between two looks."""
    return {
        "title": plan.title,
        "stages": [list(stage) for stage in plan.stages],
        "activities": [_row(one) for one in plan.activities],
        "indicators": [dict(one) for one in plan.indicators],
        "warnings": [dict(one) for one in plan.warnings],
        "columns": list(plan.columns),
    }


def _row(one: PlannedActivity) -> dict[str, Any]:
    row = {name: getattr(one, name) for name in PlannedActivity.__dataclass_fields__}
    return row | {
        "due_on": [day.isoformat() for day in one.due_on],
        "notes": list(one.notes),
        "extra": dict(one.extra),
    }


def from_document(document: Mapping[str, Any]) -> Plan:
    """The plan that ``to_document`` wrote."""
    return Plan(
        title=document["title"],
        stages=tuple((number, title) for number, title in document["stages"]),
        activities=tuple(
            PlannedActivity(
                **{**row, "due_on": tuple(map(date.fromisoformat, row["due_on"])), "notes": tuple(row["notes"])}
            )
            for row in document["activities"]
        ),
        indicators=tuple(document["indicators"]),
        warnings=tuple(document["warnings"]),
        columns=tuple(document["columns"]),
    )
