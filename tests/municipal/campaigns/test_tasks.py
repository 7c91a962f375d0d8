"""Campaigns open themselves on their day, each municipality's own."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from municipal.campaigns.domain.calendar import usual_dates
from municipal.campaigns.queries import campaigns
from municipal.campaigns.services.plan_campaign import plan_campaign
from municipal.campaigns.tasks import open_due_campaigns_of
from tenants.current import municipality_open
from tests.factories.municipal import OCTOBER, YEAR, local

pytestmark = pytest.mark.django_db


def _plan(municipality_id: int) -> None:
    dates = usual_dates(OCTOBER.season, OCTOBER.school_year)
    with municipality_open(municipality_id):
        plan_campaign(
            municipality_id=municipality_id,
            season=OCTOBER,
            dates=dates,
            edition="2026",
            at=local(date(2025, 9, 1)),
            actor_id=None,
        )


def _is_open(municipality_id: int) -> bool:
    with municipality_open(municipality_id):
        return campaigns(year=YEAR)[0].is_open


@pytest.mark.parametrize(
    ("hour", "first_opens", "second_opens"),
    [
        ("2025-09-30T14:59:00+00:00", False, False),
        ("2025-09-30T15:00:00+00:00", True, False),  # midnight in Yakutsk, evening in Moscow
        ("2025-09-30T21:00:00+00:00", True, True),
    ],
)
def test_midnight_comes_to_each_municipality_in_its_own_time_zone(
    hour: str, first_opens: bool, second_opens: bool, settings: Any
) -> None:
    for municipality_id in (1, 2):
        _plan(municipality_id)
    settings.CLOCK_STARTS_AT = datetime.fromisoformat(hour)
    for municipality_id in (1, 2):
        open_due_campaigns_of(municipality_id)
    assert (_is_open(1), _is_open(2)) == (first_opens, second_opens)


def test_the_task_of_one_municipality_opens_nothing_of_another(settings: Any) -> None:
    _plan(2)
    settings.CLOCK_STARTS_AT = local(date(2025, 10, 2))
    open_due_campaigns_of(1)
    assert not _is_open(2)
