"""Names for what stands behind a figure: schools and lines of the form."""

from __future__ import annotations

from collections.abc import Collection

from municipal.indicators.editions import load_edition
from tenants.models import School


def school_names(school_ids: Collection[int]) -> dict[int, str]:
    """Short names by id, closed schools included. One query."""
    return dict(School.objects.filter(pk__in=school_ids).values_list("pk", "short_name"))


def field_titles(edition: str) -> dict[str, str]:
    """Titles of the form's lines by code. No query."""
    return {code: line.title for code, line in load_edition(edition).fields.items()}
