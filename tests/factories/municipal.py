"""Campaigns and forms for tests: opened, handed in, answered, through the services the pages call."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from municipal.campaigns.domain.calendar import usual_dates
from municipal.campaigns.queries import CampaignInfo, campaign_info
from municipal.campaigns.services.open_campaign import open_campaign
from municipal.campaigns.services.plan_campaign import plan_campaign
from municipal.indicators.editions import CURRENT
from tenants.current import municipality_open
from tenants.domain.school_year import SchoolYear, Season, SeasonOfYear
from tenants.models import OfficialContact

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
