"""Reading for the region: what a report would say, what was passed on, who holds tokens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from municipal.campaigns.queries import CampaignInfo
from municipal.indicators.aggregate import SchoolFacts
from municipal.press.queries import own_publications
from municipal.region.domain.source import ReportSource, SchoolReport, Sender, reporting_of
from municipal.region.models import ApiToken, Report
from municipal.submissions.domain.states import FormState
from municipal.submissions.queries import AcceptedForm, SchoolState, accepted_forms, board
from tenants.models import Municipality


@dataclass(frozen=True, slots=True)
class ReportInfo:
    """One revision of a report. ``campaign`` is the code of the interface («2025-10»)."""

    public_id: str
    municipality_id: int
    municipality: str
    campaign_id: int
    campaign: str
    revision: int
    revision_reason: str
    supersedes: str
    content_hash: str
    published_at: datetime
    published_by: str
    payload: Mapping[str, Any]

    @property
    def words(self) -> str:
        """«Версия 2»."""
        return f"Версия {self.revision}"


@dataclass(frozen=True, slots=True)
class TokenInfo:
    """A token of the region's programme without its secret."""

    id: int
    name: str
    prefix: str
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None
    last_used_at: datetime | None


def report_source(campaign: CampaignInfo, *, today: date, now: datetime) -> ReportSource:
    """What the report of a campaign is made of at this moment. Fourteen queries, whatever the number of schools."""
    town = Municipality.objects.get(pk=campaign.municipality_id)
    forms = {form.school_id: form for form in accepted_forms(campaign.id)}
    states = board(campaign, today=today)
    awaited = [one for one in states if one.state not in (FormState.ACCEPTED, FormState.EXEMPT, FormState.MISSING)]
    return ReportSource(
        sender=Sender(town.code, town.centre_short_name),
        season=campaign.season_of_year,
        edition=campaign.edition,
        reporting_date=campaign.reporting_date,
        as_of=max((form.accepted_at for form in forms.values()), default=now).astimezone(now.tzinfo),
        is_final=not awaited,
        schools=tuple(_school(one, forms.get(one.school_id)) for one in states),
        forms=tuple(SchoolFacts(form.school_id, form.facts) for form in forms.values()),
        publications_municipal=len(own_publications(campaign.school_year, until=campaign.closes_on)),
        names_schools=town.settings.get("region_granularity") == "school",
    )


def _school(one: SchoolState, form: AcceptedForm | None) -> SchoolReport:
    facts = SchoolFacts(form.school_id, form.facts) if form else None
    return SchoolReport(
        code=one.local_code,
        state=reporting_of(facts, is_exempt=one.state is FormState.EXEMPT),
        on_time=not form.is_late if form else None,
        accepted_at=form.accepted_at if form else None,
        is_extended=one.extended_until is not None,
    )


def reports(*, campaign: str = "") -> QuerySet[Report]:
    """Published revisions the asker may see, the newest first; of one campaign by its code («2025-10»)."""
    rows = Report.objects.select_related("municipality").order_by("-published_at", "-id")
    return rows.filter(payload__group__campaign=campaign) if campaign else rows


def report_by_id(public_id: str) -> ReportInfo | None:
    """One revision; None where the asker may see none. One query."""
    row = reports().filter(public_id=public_id).first()
    return info_of(row) if row else None


def reports_of_campaign(campaign_id: int) -> list[ReportInfo]:
    """Revisions of one campaign, the newest first. One query."""
    return [info_of(row) for row in reports().filter(campaign_id=campaign_id)]


def latest_reports() -> list[ReportInfo]:
    """The latest revision of every municipality and campaign the asker may see. One query."""
    rows = Report.objects.select_related("municipality").order_by("municipality_id", "campaign_id", "-revision")
    return [info_of(row) for row in rows.distinct("municipality_id", "campaign_id")]


def info_of(row: Report) -> ReportInfo:
    """The frozen value of a row with its municipality at hand."""
    return ReportInfo(
        public_id=row.public_id,
        municipality_id=row.municipality_id,
        municipality=row.municipality.name,
        campaign_id=row.campaign_id,
        campaign=row.payload["group"]["campaign"],
        revision=row.revision,
        revision_reason=row.revision_reason,
        supersedes=row.supersedes,
        content_hash=row.content_hash,
        published_at=row.published_at,
        published_by=row.published_by,
        payload=row.payload,
    )


def tokens() -> list[TokenInfo]:
    """Tokens of the region, the newest first. One query."""
    return [
        TokenInfo(row.pk, row.name, row.prefix, row.created_at, row.expires_at, row.revoked_at, row.last_used_at)
        for row in ApiToken.objects.all()
    ]


def municipalities_of_region() -> list[tuple[int, str]]:
    """Municipalities the asker may see: id and name, by name. One query."""
    return list(Municipality.objects.order_by("name").values_list("id", "name"))
