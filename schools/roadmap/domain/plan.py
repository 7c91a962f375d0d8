"""A roadmap on its way into the school: what was understood of a file, or taken from a typical one, as plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from schools.roadmap.domain.deadline import Period
from schools.roadmap.domain.deadline_phrase import parse_deadline
from schools.roadmap.domain.typical import TypicalRoadmap

SURE = 0.8  # below this a deadline is shown for the curator to check


@dataclass(frozen=True, slots=True)
class PlannedActivity:
    """One row. ``stage`` is the position of its stage in the plan, from 0; ``due_on`` the dates the phrase means.

    ``is_aside``: the file holds the line, but it did not look like an activity; it is left out until somebody takes it.
    """

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
    is_aside: bool = False
    notes: tuple[str, ...] = ()
    extra: Mapping[str, str] = field(default_factory=dict)

    @property
    def needs_a_look(self) -> bool:
        """The deadline was not understood, or not surely, and nobody has looked at it yet."""
        return not (self.is_heading or self.is_checked or self.is_aside) and (
            self.deadline_kind == "unknown" or self.confidence < SURE
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that becomes rows when it is saved; ``tables`` are the columns of the file, to be mended by hand."""

    title: str
    stages: tuple[tuple[str, str], ...]  # number and title
    activities: tuple[PlannedActivity, ...]
    indicators: tuple[Mapping[str, Any], ...] = ()
    warnings: tuple[Mapping[str, Any], ...] = ()
    columns: tuple[str, ...] = ()
    tables: tuple[Mapping[str, Any], ...] = ()

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


def corrected(
    one: PlannedActivity,
    *,
    phrase: str,
    text: str,
    responsible: str,
    result: str | None = None,
    period: Period,
    looked_at: bool = True,
) -> PlannedActivity:
    """The row as the curator left it: a changed phrase is read anew; checked if changed or ``looked_at``."""
    one = replace(
        one,
        text=text or one.text,
        responsible=responsible,
        expected_result=one.expected_result if result is None else result,
        is_checked=one.is_checked or looked_at or phrase != one.deadline_phrase,
    )
    if phrase == one.deadline_phrase:
        return one
    deadline = parse_deadline(phrase, period)
    return replace(
        one,
        deadline_phrase=phrase,
        deadline_kind=deadline.kind.value,
        due_on=deadline.due_on,
        confidence=deadline.confidence,
        notes=deadline.notes,
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
        "tables": [dict(one) for one in plan.tables],
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
        tables=tuple(document.get("tables", ())),
    )
