"""Later dates and exemptions."""

from __future__ import annotations

from datetime import date

import pytest

from municipal.campaigns.domain.calendar import Window
from municipal.campaigns.domain.refusals import ExtensionRefused, ReasonNeeded, SchoolNotExpected
from municipal.campaigns.models import Extension
from municipal.campaigns.queries import CampaignInfo, campaign_for_school, campaign_state, open_campaigns
from municipal.campaigns.services.exempt_school import exempt_school
from municipal.campaigns.services.extend_deadline import extend_deadline
from tenants.current import municipality_open, school_open
from tests.factories.municipal import YEAR, local, opened

pytestmark = pytest.mark.django_db
TODAY = date(2025, 10, 27)


def _extend(campaign: CampaignInfo, until: date, *, school_id: int = 2, reason: str = "Куратор болел.") -> date:
    with municipality_open(1):
        return extend_deadline(
            campaign_id=campaign.id, school_id=school_id, until=until, reason=reason, at=local(TODAY), actor_id=None
        )


def test_the_later_date_holds_for_that_school_alone_and_the_school_sees_it() -> None:
    campaign = opened()
    _extend(campaign, date(2025, 11, 5))
    with school_open(2):
        assert campaign_state(campaign, 2, TODAY).window == Window.ON_TIME
        assert [one.id for one in open_campaigns(today=date(2025, 11, 4))] == [campaign.id]
    with school_open(1):
        state = campaign_state(campaign, 1, TODAY)
        assert (state.window, state.days_late) == (Window.LATE, 3)
        assert open_campaigns(today=date(2025, 11, 4)) == []


def test_the_last_extension_of_several_holds_and_the_same_press_twice_is_one() -> None:
    campaign = opened()
    _extend(campaign, date(2025, 10, 29))
    _extend(campaign, date(2025, 11, 5))
    _extend(campaign, date(2025, 11, 5))
    with municipality_open(1):
        assert Extension.objects.count() == 2
        assert campaign_state(campaign, 2, TODAY).dates.due_on == date(2025, 11, 5)


@pytest.mark.parametrize("until", [date(2025, 10, 24), date(2025, 10, 26), date(2026, 9, 1)])
def test_a_date_that_is_not_later_has_passed_or_lies_in_the_next_year_is_refused(until: date) -> None:
    campaign = opened()
    with pytest.raises(ExtensionRefused):
        _extend(campaign, until)


def test_an_extension_without_a_reason_is_refused() -> None:
    with pytest.raises(ExtensionRefused):
        _extend(opened(), date(2025, 11, 5), reason=" ")


def test_a_school_outside_the_frozen_set_is_refused() -> None:
    with pytest.raises(SchoolNotExpected):
        _extend(opened(), date(2025, 11, 5), school_id=4)


def test_an_exempt_school_knows_why() -> None:
    campaign = opened()
    with municipality_open(1):
        exempt_school(campaign_id=campaign.id, school_id=3, reason="Ремонт", at=local(TODAY), actor_id=None)
        with pytest.raises(ReasonNeeded):
            exempt_school(campaign_id=campaign.id, school_id=1, reason="", at=local(TODAY), actor_id=None)
    with school_open(3):
        assert campaign_state(campaign, 3, TODAY).exempt_reason == "Ремонт"


def test_a_schools_pages_speak_of_the_campaign_that_has_begun() -> None:
    campaign = opened()
    with school_open(1):
        found = campaign_for_school(1, YEAR, TODAY)
        assert found is not None
        assert found.id == campaign.id
        assert campaign_for_school(1, YEAR.previous, TODAY) is None
