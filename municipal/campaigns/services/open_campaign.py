"""Open a monitoring for the schools: freeze who is expected, write to everybody once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from municipal.campaigns.domain.refusals import NoSchoolsYet, TooEarlyToOpen
from municipal.campaigns.models import Campaign, ExpectedSchool
from municipal.campaigns.queries import CampaignInfo, info_of
from municipal.campaigns.services.write_to_schools import write_to_schools
from tenants.domain.russian import counted, date_words
from tenants.journal.services.record import record
from tenants.models import School


@dataclass(frozen=True, slots=True)
class OpenedCampaign:
    """``schools`` is the size of the frozen set; ``letters`` counts those queued now, 0 at a second press."""

    campaign: CampaignInfo
    schools: int
    letters: int


@transaction.atomic
def open_campaign(*, campaign_id: int, at: datetime, actor_id: int | None) -> OpenedCampaign:
    """Expect a form from every school that works on the day of opening; pressing again changes nothing.

    A school that opens later is not added: the set is frozen, so that «9 из 12» means the same all year. Raises
    TooEarlyToOpen before the first day and NoSchoolsYet where the municipality has no working school.
    """
    campaign = Campaign.objects.select_for_update(of=("self",)).select_related("municipality").get(pk=campaign_id)
    info = info_of(campaign)
    if info.is_open:
        return OpenedCampaign(info, campaign.expected.count(), 0)
    if info.day_of(at) < campaign.opens_on:
        raise TooEarlyToOpen(
            f"Кампания «{campaign.title}» не открыта: её первый день — {date_words(campaign.opens_on)}.",
            "В этот день она откроется сама.",
        )
    schools = list(School.objects.filter(municipality_id=campaign.municipality_id, is_active=True))
    if not schools:
        raise NoSchoolsYet(
            f"Кампания «{campaign.title}» не открыта: в муниципалитете нет ни одной школы.",
            "Сначала подключите школы.",
        )
    _freeze(campaign, schools)
    campaign.opened_at = at
    campaign.save(update_fields=["opened_at"])
    text = f"Кампания «{campaign.title}» открыта: {counted(len(schools), 'школа', 'школы', 'школ')}."
    record(act="campaign_opened", text=text, at=at, actor_id=actor_id, object_kind="campaign", object_id=campaign.pk)
    opened = info_of(campaign)
    letters = write_to_schools(
        campaign=opened,
        code="campaign_open",
        school_ids=[school.pk for school in schools],
        key="open",
        at=at,
        values={"reporting_date": date_words(campaign.reporting_date)},
    )
    return OpenedCampaign(opened, len(schools), letters)


def _freeze(campaign: Campaign, schools: list[School]) -> None:
    town = campaign.municipality_id
    ExpectedSchool.objects.bulk_create(
        ExpectedSchool(campaign=campaign, municipality_id=town, school=school, school_kind=school.kind)
        for school in schools
    )
