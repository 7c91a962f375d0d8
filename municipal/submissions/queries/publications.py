"""What schools published, as their forms say it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Max
from django.db.models.fields.json import KeyTransform

from municipal.submissions.models import Submission
from tenants.domain.russian import sort_key
from tenants.domain.school_year import SchoolYear


@dataclass(frozen=True, slots=True)
class SchoolPublication:
    """One publication of a school; ``channel`` is a code of the vocabulary (publication_channels)."""

    school_id: int
    short_name: str
    published_on: date
    channel: str
    url: str


def schools_reported(year: SchoolYear) -> dict[int, date]:
    """Up to which day each school has told of its publications this school year: its latest form's date. One query."""
    rows = Submission.objects.filter(campaign__school_year=year.start_year)
    return dict(rows.values_list("school_id").annotate(until=Max("campaign__reporting_date")))


def school_publications(year: SchoolYear) -> list[SchoolPublication]:
    """Publications of the school year from the latest form of each school in each campaign, the newest first.

    October and May both count from 1 September, so an address that stands in both is counted once. One query.
    """
    rows = (
        Submission.objects.filter(campaign__school_year=year.start_year)
        .annotate(listed=KeyTransform("publications", "facts"))
        .order_by("campaign_id", "school_id", "-version")
        .distinct("campaign_id", "school_id")
        .values_list("school_id", "school__short_name", "listed")
    )
    found = {
        (school_id, said["url"]): SchoolPublication(
            school_id, name, date.fromisoformat(said["published_on"]), said["channel"], said["url"]
        )
        for school_id, name, listed in rows
        for said in listed or []
    }
    inside = [one for one in found.values() if one.published_on in year]
    return sorted(inside, key=lambda one: (-one.published_on.toordinal(), sort_key(one.short_name), one.url))
