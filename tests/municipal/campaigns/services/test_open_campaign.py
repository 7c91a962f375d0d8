"""Planning and opening a monitoring."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from municipal.campaigns.domain.calendar import CampaignDates, usual_dates
from municipal.campaigns.domain.refusals import DatesOutOfOrder, SeasonTaken, TooEarlyToOpen
from municipal.campaigns.models import Campaign, ExpectedSchool
from municipal.campaigns.queries import CampaignInfo, campaign_info
from municipal.campaigns.services.open_campaign import open_campaign
from municipal.campaigns.services.plan_campaign import plan_campaign
from tenants.current import municipality_open, school_open
from tenants.letters.models import Letter
from tests.factories.municipal import OCTOBER, contact, local, opened

pytestmark = pytest.mark.django_db
DATES = usual_dates(OCTOBER.season, OCTOBER.school_year)


def _planned() -> CampaignInfo:
    with municipality_open(1):
        return plan_campaign(
            municipality_id=1, season=OCTOBER, dates=DATES, edition="2026", at=local(date(2025, 9, 1)), actor_id=None
        )


def test_opening_freezes_the_schools_that_work_on_that_day_with_their_kinds() -> None:
    campaign = opened()
    with municipality_open(1):
        rows = ExpectedSchool.objects.order_by("school_id").values_list("school_id", "school_kind")
        assert list(rows) == [(1, "school"), (2, "school"), (3, "kindergarten")]
    assert campaign.title == "Октябрь 2025"
    assert campaign.is_open


def test_opening_twice_changes_nothing_and_writes_no_second_letter() -> None:
    contact(1)
    campaign = opened()
    with municipality_open(1):
        again = open_campaign(campaign_id=campaign.id, at=local(date(2025, 10, 3)), actor_id=None)
        assert (again.schools, again.letters) == (3, 0)
        assert again.campaign.opened_at == campaign.opened_at
        assert Letter.objects.count() == 1


def test_the_opening_letter_says_by_when_and_leads_to_the_schools_own_host() -> None:
    contact(1)
    opened()
    with municipality_open(1):
        letter = Letter.objects.get()
    assert letter.subject.replace("\u00a0", " ") == "Мониторинг «Октябрь 2025»: сдать до 24 октября"
    assert "http://lesnaya.localhost/2025-26/monitoring/" in letter.body


def test_a_campaign_cannot_be_opened_before_its_first_day() -> None:
    campaign = _planned()
    with municipality_open(1), pytest.raises(TooEarlyToOpen) as refusal:
        open_campaign(campaign_id=campaign.id, at=local(date(2025, 9, 30), 23, 59, 59), actor_id=None)
    assert "1 октября 2025" in str(refusal.value).replace("\u00a0", " ")


def test_a_season_is_planned_once() -> None:
    _planned()
    with pytest.raises(SeasonTaken):
        _planned()


@pytest.mark.parametrize(
    "wrong",
    [
        replace(DATES, due_on=date(2025, 9, 30)),
        replace(DATES, closes_on=date(2025, 10, 23)),
        replace(DATES, reporting_date=date(2025, 10, 25)),
    ],
)
def test_days_out_of_order_are_refused(wrong: CampaignDates) -> None:
    with municipality_open(1), pytest.raises(DatesOutOfOrder):
        plan_campaign(
            municipality_id=1, season=OCTOBER, dates=wrong, edition="2026", at=local(date(2025, 9, 1)), actor_id=None
        )


def test_another_municipality_sees_no_campaign_and_its_school_none_either() -> None:
    campaign = opened()
    with municipality_open(2):
        assert campaign_info(campaign.id) is None
        assert Campaign.objects.count() == 0
    with school_open(4):
        assert campaign_info(campaign.id) is None


def test_a_school_sees_its_own_place_in_the_campaign_and_nobody_elses() -> None:
    opened()
    with school_open(1):
        assert list(ExpectedSchool.objects.values_list("school_id", flat=True)) == [1]
