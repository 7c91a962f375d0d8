"""What the municipality has published, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from municipal.press.domain.counts import USUAL_NORM
from municipal.press.models import MunicipalPublication
from tenants.domain.school_year import SchoolYear
from tenants.models import Municipality


@dataclass(frozen=True, slots=True)
class OwnPublication:
    """One publication on a resource of the municipality."""

    id: int
    title: str
    url: str
    resource: str
    published_on: date


def own_publications(year: SchoolYear, *, until: date | None = None) -> list[OwnPublication]:
    """Publications of the school year, the newest first; with ``until``, up to and including that day. One query."""
    last = min(until, year.ends_on) if until else year.ends_on
    rows = MunicipalPublication.objects.filter(published_on__range=(year.starts_on, last))
    return [OwnPublication(row.pk, row.title, row.url, row.resource, row.published_on) for row in rows]


def publications_norm(municipality_id: int) -> int:
    """How many a year are expected of the municipality: its setting «publications_norm», else five."""
    own = Municipality.objects.values_list("settings", flat=True).get(pk=municipality_id)
    return int(own.get("publications_norm", USUAL_NORM))
