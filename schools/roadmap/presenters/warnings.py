"""Warnings about the order and the fullness of a roadmap, with links to its rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from schools.roadmap.domain.deadline import Period
from schools.roadmap.domain.dependencies import PlannedRow, warnings_of
from schools.roadmap.models import Roadmap
from schools.roadmap.queries.standings import ActivityStanding
from tenants.domain.school_year import SchoolYear


def warnings_shown(lines: Sequence[ActivityStanding], roadmap: Roadmap, year: SchoolYear) -> list[dict[str, Any]]:
    """Each warning with the address of the row to mend."""
    rows = [
        PlannedRow(
            id=line.activity.pk,
            number=line.activity.number,
            text=line.activity.text,
            closes_by=line.activity.closes_by,
            deadline_kind=line.activity.deadline_kind,
            due_on=tuple(due.due_on for due in line.occurrences if due.due_on is not None),
            responsible=line.activity.responsible,
        )
        for line in lines
        if not line.activity.is_heading
    ]
    found = warnings_of(rows, Period(roadmap.period_from, roadmap.period_to))
    return [
        {"words": one.words, "href": reverse("roadmap:activity", args=[year, one.rows[0]]) + "#srok"} for one in found
    ]
