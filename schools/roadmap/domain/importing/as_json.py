"""The preview as plain JSON values: what ``import_roadmap --json`` prints."""

from decimal import Decimal

from schools.roadmap.domain.importing.result import ImportedActivity, ImportedIndicator, ImportedRoadmap, ImportWarning

Json = dict[str, object]


def to_json(roadmap: ImportedRoadmap) -> Json:
    """Stages, groups, activities, indicators, columns and warnings; an activity names its stage by the title."""
    return {
        "title": roadmap.title,
        "stages": [
            {"number": stage.number, "title": stage.title, "position": stage.position, "note": stage.note}
            for stage in roadmap.stages
        ],
        "activities": [_activity(roadmap, activity) for activity in roadmap.activities],
        "groups": [
            {"number": group.number, "title": group.title, "table": group.table, "row": group.row}
            for group in roadmap.groups
        ],
        "indicators": [_indicator(indicator) for indicator in roadmap.indicators],
        "columns": [
            {
                "table": c.table,
                "position": c.position,
                "header": c.header,
                "role": c.role.value,
                "confidence": c.confidence,
            }
            for c in roadmap.columns
        ],
        "warnings": [_warning(warning) for warning in roadmap.warnings],
        "unrecognised": [
            {"table": line.table, "row": line.row, "cells": list(line.cells), "reason": line.reason}
            for line in roadmap.unrecognised
        ],
    }


def _activity(roadmap: ImportedRoadmap, activity: ImportedActivity) -> Json:
    stage = roadmap.stage_of(activity)
    deadline = activity.deadline
    return {
        "number": activity.number,
        "stage": stage.title if stage else None,
        "group": activity.group or None,
        "text": activity.text,
        "content": activity.content,
        "deadline_phrase": activity.deadline_phrase,
        "deadline": {
            "kind": deadline.kind.value,
            "due_on": [day.isoformat() for day in deadline.due_on],
            "confidence": round(deadline.confidence, 2),
            "notes": list(deadline.notes),
            "inherited": activity.deadline_inherited,
            "guessed": activity.deadline_guessed,
        },
        "responsible": activity.responsible,
        "expected_result": activity.expected_result,
        "extra": dict(activity.extra),
        "table": activity.table,
        "row": activity.row,
        "problems": list(activity.problems),
    }


def _indicator(indicator: ImportedIndicator) -> Json:
    return {
        "number": indicator.number,
        "title": indicator.title,
        "formula": indicator.formula,
        "unit": indicator.unit,
        "targets": {str(year): _number(value) for year, value in indicator.targets.items()},
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _warning(warning: ImportWarning) -> Json:
    return {
        "code": warning.code,
        "message": warning.message,
        "severity": warning.severity.value,
        "table": warning.table,
        "row": warning.row,
    }
