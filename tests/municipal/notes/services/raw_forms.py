"""A campaign read from the database by SQL and plain JSON: none of the note's own queries."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from django.db import connection

from municipal.campaigns.queries import CampaignInfo
from municipal.indicators.payload import from_document
from municipal.notes.domain.defaults import catalogue_targets
from municipal.notes.domain.note_input import (
    ExpectedSchool,
    Monitoring,
    NoteInput,
    OwnPublication,
    PastMonitoring,
    SchoolFacts,
    Standing,
)

Cells = dict[str, dict[str, Any]]
_ACCEPTED = """
    SELECT s.school_id, s.facts::text, s.id, s.submitted_at, s.is_late, s.version,
           (SELECT count(*) FROM submissions_review q JOIN submissions_submission p ON p.id = q.submission_id
             WHERE p.campaign_id = s.campaign_id AND p.school_id = s.school_id AND q.verdict = 'returned')
      FROM submissions_submission s JOIN submissions_review r ON r.submission_id = s.id AND r.verdict = 'accepted'
     WHERE s.campaign_id = %s ORDER BY s.school_id, s.version
"""
_PUBLISHED = """
    SELECT title, published_on, resource, url FROM press_municipalpublication WHERE published_on BETWEEN %s AND %s
"""
_EXPECTED = """
    SELECT e.school_id, t.short_name, e.exempt_reason FROM campaigns_expectedschool e
      JOIN tenants_school t ON t.id = e.school_id WHERE e.campaign_id = %s ORDER BY t.short_name
"""


def _rows(query: str, *params: int | date) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, params)
        return list(cursor.fetchall())


def cells_of(submission_id: int) -> Cells:
    """Cells of one submission."""
    found: Cells = json.loads(
        _rows("SELECT facts::text FROM submissions_submission WHERE id = %s", submission_id)[0][0]
    )["cells"]
    return found


def forms_of(campaign_id: int) -> tuple[SchoolFacts, ...]:
    """The latest accepted form of every school."""
    latest = {row[0]: row for row in _rows(_ACCEPTED, campaign_id)}
    return tuple(
        SchoolFacts(school, from_document(json.loads(facts)), pk, at, not is_late, version, returned)
        for school, facts, pk, at, is_late, version, returned in latest.values()
    )


def as_input(campaign: CampaignInfo, *, previous: tuple[str, int], year_ago: tuple[str, int], day: date) -> NoteInput:
    """What a recount needs: forms of the three monitorings, expected schools, publications of the school year."""
    year = campaign.school_year
    published = _rows(_PUBLISHED, year.starts_on, day)
    return NoteInput(
        municipality="",
        monitoring=Monitoring(year, campaign.season, campaign.reporting_date, campaign.due_on, campaign.closes_on),
        note_date=day,
        schools=tuple(
            ExpectedSchool(pk, name, standing=Standing.EXEMPT if exempt else Standing.EXPECTED)
            for pk, name, exempt in _rows(_EXPECTED, campaign.id)
        ),
        forms=forms_of(campaign.id),
        previous=PastMonitoring(previous[0], forms_of(previous[1])),
        year_ago=PastMonitoring(year_ago[0], forms_of(year_ago[1])),
        publications=tuple(OwnPublication(*row) for row in published),
        targets=catalogue_targets(),
    )


def count(cells: Cells, code: str) -> int | None:
    """A number of a form: «E1», its part «E1.pupil_pupil», a difference «F3−E10»; None where there is none."""
    if "−" in code:
        first, second = (count(cells, one) for one in code.split("−"))
        return None if first is None or second is None else max(first - second, 0)
    line, _, part = code.partition(".")
    cell = cells.get(line, {})
    value = cell.get("parts", {}).get(part) if part else cell.get("value")
    return value if isinstance(value, int) else None
