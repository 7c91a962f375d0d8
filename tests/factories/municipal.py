"""Campaigns and forms for tests: opened, handed in, answered, through the services the pages call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from municipal.campaigns.domain.calendar import usual_dates
from municipal.campaigns.queries import CampaignInfo, campaign_info, campaign_state
from municipal.campaigns.services.open_campaign import open_campaign
from municipal.campaigns.services.plan_campaign import plan_campaign
from municipal.indicators.editions import CURRENT
from municipal.indicators.facts import Cell, DocumentValue, Facts, OrganisationKind, Value
from municipal.submissions.intake import Receipt, accept_submission
from municipal.submissions.services.return_submission import return_submission
from municipal.submissions.services.take_submission import take_submission
from tenants.current import municipality_open, school_open
from tenants.domain.school_year import SchoolYear, Season, SeasonOfYear
from tenants.models import OfficialContact
from tests.municipal.indicators.cases import honest

YEAR = SchoolYear(2025)
OCTOBER = SeasonOfYear(YEAR, Season.OCTOBER)
YAKUTSK = ZoneInfo("Asia/Yakutsk")  # of municipality 1 (tests/cast.py)


def local(day: date, hour: int = 12, minute: int = 0, second: int = 0) -> datetime:
    """A moment on municipality 1's clock."""
    return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=YAKUTSK)


def opened(season: SeasonOfYear = OCTOBER, *, municipality_id: int = 1) -> CampaignInfo:
    """A campaign with the usual dates, opened on its first day for every school of the municipality."""
    dates = usual_dates(season.season, season.school_year)
    at = local(dates.opens_on, 9)
    with municipality_open(municipality_id):
        planned = plan_campaign(
            municipality_id=municipality_id, season=season, dates=dates, edition=CURRENT, at=at, actor_id=None
        )
        open_campaign(campaign_id=planned.id, at=at, actor_id=None)
        found = campaign_info(planned.id)
    assert found is not None
    return found


def contact(school_id: int, *, role: str = "curator", email: str = "", name: str = "Антонова А. П.") -> None:
    """A school's official contact in municipality 1."""
    with municipality_open(1):
        OfficialContact.objects.create(
            municipality_id=1,
            school_id=school_id,
            role=role,
            name=name,
            position="куратор наставничества",
            email=email or f"{role}{school_id}@example.org",
            phone="+7 900 000-00-00",
        )


def form(campaign: CampaignInfo, school_id: int, /, **changes: Value | Cell) -> Facts:
    """An honest form of a school for the campaign; ``changes`` are values or whole cells by the lines' codes."""
    with school_open(school_id):
        kind = OrganisationKind(campaign_state(campaign, school_id, campaign.opens_on).school_kind)
    year = campaign.school_year
    roadmap = DocumentValue(True, number="41", dated=year.starts_on, valid_from=year.starts_on, valid_to=year.ends_on)
    updated_on = campaign.reporting_date - timedelta(days=10)
    told = {"A2": campaign.reporting_date, "B3": roadmap, "C2": updated_on, **changes}
    facts = honest(campaign.season, kind, **told)
    return replace(facts, as_of=campaign.reporting_date, submitted_by=f"куратор школы {school_id}")


def handed_in(
    campaign: CampaignInfo, school_id: int, facts: Facts | None = None, *, at: datetime | None = None, **answers: str
) -> Receipt:
    """The school hands its form in, by default an honest one a week after the opening."""
    with school_open(school_id):
        return accept_submission(
            campaign_id=campaign.id,
            school_id=school_id,
            facts=facts or form(campaign, school_id),
            at=at or local(campaign.opens_on + timedelta(days=7)),
            answers=answers,
        )


def accepted(campaign: CampaignInfo, receipt: Receipt, *, at: datetime | None = None) -> None:
    """The methodist of municipality 1 accepts what was handed in."""
    with municipality_open(1):
        take_submission(
            submission_id=receipt.submission_id,
            reviewed_by="методист Белов Б. С.",
            at=at or local(campaign.opens_on + timedelta(days=8)),
            actor_id=None,
        )


def returned(
    campaign: CampaignInfo, receipt: Receipt, remarks: Mapping[str, str] | None = None, *, at: datetime | None = None
) -> None:
    """The methodist of municipality 1 sends the form back with questions, by default one about E1."""
    moment = at or local(campaign.opens_on + timedelta(days=8))
    with municipality_open(1):
        return_submission(
            submission_id=receipt.submission_id,
            remarks=remarks or {"E1": "Пар больше, чем в приказе. Проверьте."},
            answer_by=campaign.day_of(moment) + timedelta(days=5),
            reviewed_by="методист Белов Б. С.",
            at=moment,
            actor_id=None,
        )
