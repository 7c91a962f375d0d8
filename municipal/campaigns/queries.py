"""Reading campaigns: plain frozen values for both storeys.

Which rows there are to read, the database decides by who asks: a municipality sees its own campaigns, a school those
of its municipality and only its own place in them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from municipal.campaigns.domain.calendar import CampaignDates, SchoolDates, Window, day_of, usual_dates
from municipal.campaigns.models import Campaign, ExpectedSchool, Extension
from tenants.domain.school_year import SchoolYear, Season, SeasonOfYear
from tenants.models import Municipality, School


@dataclass(frozen=True, slots=True)
class CampaignInfo:
    """One campaign. Days are in ``time_zone``; ``opened_at`` is None until it is opened for the schools."""

    id: int
    municipality_id: int
    season: Season
    school_year: SchoolYear
    title: str
    edition: str
    reporting_date: date
    opens_on: date
    due_on: date
    closes_on: date
    basis: str
    opened_at: datetime | None
    time_zone: str

    @property
    def is_open(self) -> bool:
        """The expected schools are frozen and forms are taken (until the dates end)."""
        return self.opened_at is not None

    @property
    def season_of_year(self) -> SeasonOfYear:
        """«Октябрь 2025» as a value that knows its neighbours."""
        return SeasonOfYear(self.school_year, self.season)

    def day_of(self, moment: datetime) -> date:
        """The municipality's day at an aware moment."""
        return day_of(moment, self.time_zone)

    def dates(self, extended_until: date | None = None) -> SchoolDates:
        """The dates for a school with or without an extension."""
        return SchoolDates(self.opens_on, self.due_on, self.closes_on, extended_until)


@dataclass(frozen=True, slots=True)
class SchoolInCampaign:
    """A school's place in a campaign on the day ``today``: what the school must know before it hands in.

    ``is_expected`` is False before the opening and for a school that is not in the frozen set.
    """

    campaign: CampaignInfo
    school_id: int
    school_kind: str
    is_expected: bool
    exempt_reason: str
    today: date
    dates: SchoolDates
    window: Window
    days_late: int


def info_of(campaign: Campaign) -> CampaignInfo:
    """The frozen value of a row whose municipality is at hand."""
    return CampaignInfo(
        id=campaign.pk,
        municipality_id=campaign.municipality_id,
        season=Season(campaign.season),
        school_year=SchoolYear(campaign.school_year),
        title=campaign.title,
        edition=campaign.edition,
        reporting_date=campaign.reporting_date,
        opens_on=campaign.opens_on,
        due_on=campaign.due_on,
        closes_on=campaign.closes_on,
        basis=campaign.basis,
        opened_at=campaign.opened_at,
        time_zone=campaign.municipality.time_zone,
    )


def campaign_info(campaign_id: int) -> CampaignInfo | None:
    """One campaign; None where there is none that the asker may see. One query."""
    row = Campaign.objects.select_related("municipality").filter(pk=campaign_id).first()
    return info_of(row) if row else None


def campaigns(*, year: SchoolYear | None = None) -> list[CampaignInfo]:
    """The municipality's campaigns, newest first; of one school year or of all. One query."""
    rows = Campaign.objects.select_related("municipality")
    if year is not None:
        rows = rows.filter(school_year=year.start_year)
    return [info_of(row) for row in rows]


def open_campaigns(*, today: date) -> list[CampaignInfo]:
    """Opened campaigns that still take a form from somebody, the most urgent first. One query."""
    taking = Q(closes_on__gte=today) | Q(extensions__until__gte=today)
    rows = Campaign.objects.select_related("municipality").filter(taking, opened_at__isnull=False).distinct()
    return [info_of(row) for row in rows.order_by("due_on", "pk")]


def due_to_open(*, today: date) -> list[int]:
    """Ids of planned campaigns whose first day has come."""
    rows = Campaign.objects.filter(opened_at__isnull=True, opens_on__lte=today, closes_on__gte=today)
    return list(rows.values_list("pk", flat=True))


def campaign_of_season(wanted: SeasonOfYear) -> CampaignInfo | None:
    """The municipality's campaign of a season of a school year, e.g. the season before. One query."""
    rows = Campaign.objects.select_related("municipality")
    row = rows.filter(season=wanted.season, school_year=wanted.school_year.start_year).first()
    return info_of(row) if row else None


def previous_campaign(campaign: CampaignInfo) -> CampaignInfo | None:
    """The monitoring before: May for October, October for May; None where there was none."""
    return campaign_of_season(campaign.season_of_year.previous)


def campaign_a_year_ago(campaign: CampaignInfo) -> CampaignInfo | None:
    """The same season of the school year before; None where there was none."""
    return campaign_of_season(campaign.season_of_year.year_before)


def campaign_for_school(school_id: int, year: SchoolYear, today: date) -> CampaignInfo | None:
    """The campaign a school's pages of ``year`` speak of: the latest whose first day has come, else the nearest ahead.

    A campaign the school was not expected in is passed over. Two queries.
    """
    known = sorted(campaigns(year=year), key=lambda campaign: campaign.opens_on)
    expected = set(ExpectedSchool.objects.filter(school_id=school_id).values_list("campaign_id", flat=True))
    mine = [campaign for campaign in known if not campaign.is_open or campaign.id in expected]
    begun = [campaign for campaign in mine if campaign.is_open and campaign.opens_on <= today]
    ahead = [campaign for campaign in mine if campaign.opens_on > today or not campaign.is_open]
    return begun[-1] if begun else (ahead[0] if ahead else None)


def campaign_state(campaign: CampaignInfo, school_id: int, today: date) -> SchoolInCampaign:
    """Which dates hold for a school and what ``today`` is for it. Two queries."""
    expected = ExpectedSchool.objects.filter(campaign_id=campaign.id, school_id=school_id).first()
    dates = campaign.dates(extensions(campaign.id, [school_id]).get(school_id))
    window = dates.window(today) if campaign.is_open else Window.BEFORE
    return SchoolInCampaign(
        campaign=campaign,
        school_id=school_id,
        school_kind=expected.school_kind if expected else "",
        is_expected=expected is not None,
        exempt_reason=expected.exempt_reason if expected else "",
        today=today,
        dates=dates,
        window=window,
        days_late=dates.days_late(today) if window in (Window.LATE, Window.CLOSED) else 0,
    )


def extensions(campaign_id: int, school_ids: Iterable[int] | None = None) -> dict[int, date]:
    """Later dates by school: of several given to one school the last holds. One query."""
    rows = Extension.objects.filter(campaign_id=campaign_id).order_by("given_at", "pk")
    if school_ids is not None:
        rows = rows.filter(school_id__in=list(school_ids))
    return dict(rows.values_list("school_id", "until"))


def suggested_dates(municipality_id: int, season: Season, year: SchoolYear) -> CampaignDates:
    """The dates a new campaign's form starts with: the municipality's own calendar over the usual one."""
    own = Municipality.objects.values_list("settings", flat=True).get(pk=municipality_id)
    return usual_dates(season, year, own.get("calendar"))


def active_schools() -> int:
    """How many schools a campaign opened now would expect."""
    return School.objects.filter(is_active=True).count()
