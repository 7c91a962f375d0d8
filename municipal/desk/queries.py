"""Counts over several campaigns and schools at once, for lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from municipal.campaigns.models import ExpectedSchool
from municipal.notes.models import Note
from municipal.submissions.models import Review, Submission
from municipal.submissions.queries import ContactInfo
from tenants.domain.russian import sort_key
from tenants.models import OfficialContact, School, SchoolHost


def handed_in_counts(campaign_ids: Sequence[int]) -> dict[int, tuple[int, int, int]]:
    """By campaign: schools expected (without the exempt), with a form handed in, with a form accepted. Two queries."""
    expected = dict(
        ExpectedSchool.objects.filter(campaign_id__in=campaign_ids, exempt_reason="")
        .values_list("campaign_id")
        .annotate(schools=Count("id"))
    )
    accepted = Q(review__verdict=Review.ACCEPTED)
    rows = (
        Submission.objects.filter(campaign_id__in=campaign_ids)
        .values_list("campaign_id")
        .annotate(schools=Count("school_id", distinct=True), taken=Count("school_id", distinct=True, filter=accepted))
    )
    came = {campaign_id: (schools, taken) for campaign_id, schools, taken in rows}
    return {one: (expected.get(one, 0), *came.get(one, (0, 0))) for one in campaign_ids}


def school_names() -> dict[int, str]:
    """Working schools of the municipality: id → short name. One query."""
    return dict(School.objects.filter(is_active=True).values_list("id", "short_name"))


def signed_notes() -> set[int]:
    """Campaigns whose note is signed: they ask for nothing more. One query."""
    return set(Note.objects.filter(signed_at__isnull=False).values_list("campaign_id", flat=True))


@dataclass(frozen=True, slots=True)
class SchoolLine:
    """A school of the municipality: its people in office and the last form it handed in, if any."""

    id: int
    name: str
    short_name: str
    kind: str
    host: str
    contacts: tuple[ContactInfo, ...]
    last_campaign: str
    last_submitted_at: datetime | None


def school_lines() -> list[SchoolLine]:
    """Working schools by name. Four queries."""
    hosts = dict(SchoolHost.objects.filter(is_primary=True).values_list("tenant_id", "domain"))
    contacts: dict[int, list[ContactInfo]] = {}
    for one in OfficialContact.objects.filter(school__isnull=False).order_by("role", "name"):
        contacts.setdefault(one.school_id or 0, []).append(ContactInfo(one.name, one.position, one.phone, one.email))
    latest = Submission.objects.order_by("school_id", "-submitted_at").distinct("school_id")
    last = {
        school_id: (title, at)
        for school_id, title, at in latest.values_list("school_id", "campaign__title", "submitted_at")
    }
    lines = [
        SchoolLine(
            row.pk,
            row.name,
            row.short_name,
            row.get_kind_display(),
            hosts.get(row.pk, ""),
            tuple(contacts.get(row.pk, ())),
            *last.get(row.pk, ("", None)),
        )
        for row in School.objects.filter(is_active=True)
    ]
    return sorted(lines, key=lambda line: sort_key(line.short_name))
