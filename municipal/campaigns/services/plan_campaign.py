"""Plan a monitoring: its dates stand, the schools see them; nothing is asked yet."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from municipal.campaigns.domain.calendar import CampaignDates
from municipal.campaigns.domain.refusals import DatesOutOfOrder, SeasonTaken
from municipal.campaigns.models import Campaign
from municipal.campaigns.queries import CampaignInfo, info_of
from tenants.domain.russian import date_words
from tenants.domain.school_year import SeasonOfYear
from tenants.journal.services.record import record


@transaction.atomic
def plan_campaign(
    *,
    municipality_id: int,
    season: SeasonOfYear,
    dates: CampaignDates,
    edition: str,
    basis: str = "",
    at: datetime,
    actor_id: int | None,
) -> CampaignInfo:
    """Write the campaign down with its dates; ``opened_at`` stays empty.

    ``basis`` names the act it rests on («приказ управления образования от … № …»). Raises DatesOutOfOrder and
    SeasonTaken (one campaign a season).
    """
    check_dates(dates)
    campaign, is_new = Campaign.objects.select_related("municipality").get_or_create(
        municipality_id=municipality_id,
        season=season.season.value,
        school_year=season.school_year.start_year,
        defaults={
            "title": season.title,
            "edition": edition,
            "reporting_date": dates.reporting_date,
            "opens_on": dates.opens_on,
            "due_on": dates.due_on,
            "closes_on": dates.closes_on,
            "basis": basis.strip(),
        },
    )
    if not is_new:
        raise SeasonTaken(
            f"Кампания «{season.title}» уже есть, вторую такую не создали.", "Откройте её в списке кампаний."
        )
    text = f"Назначена кампания «{season.title}», срок {date_words(dates.due_on)}."
    record(act="campaign_planned", text=text, at=at, actor_id=actor_id, object_kind="campaign", object_id=campaign.pk)
    return info_of(campaign)


def check_dates(dates: CampaignDates) -> None:
    """Raises DatesOutOfOrder naming the two days that disagree."""
    if dates.due_on < dates.opens_on:
        raise DatesOutOfOrder(
            f"Срок раньше открытия: {date_words(dates.due_on)}.",
            f"Поставьте срок не раньше {date_words(dates.opens_on)}.",
        )
    if dates.closes_on < dates.due_on:
        raise DatesOutOfOrder(
            f"Приём закрывается раньше срока: {date_words(dates.closes_on)}.",
            f"Поставьте день закрытия не раньше {date_words(dates.due_on)}.",
        )
    if dates.reporting_date > dates.due_on:
        raise DatesOutOfOrder(
            f"Данные берутся на {date_words(dates.reporting_date)}, это позже срока.",
            f"Поставьте отчётную дату не позже {date_words(dates.due_on)}.",
        )
