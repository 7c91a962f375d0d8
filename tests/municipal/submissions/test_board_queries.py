"""The board costs the same whatever the number of schools."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from municipal.campaigns.models import ExpectedSchool
from municipal.campaigns.queries import CampaignInfo
from municipal.submissions.queries import board
from tenants.current import municipality_open
from tests.factories.many_schools import many_schools
from tests.factories.municipal import contact, handed_in, opened, returned

pytestmark = pytest.mark.django_db
MONDAY = date(2025, 10, 27)


@pytest.fixture(scope="module")
def more_schools(django_db_setup: None, django_db_blocker: Any) -> Iterator[list[int]]:
    with django_db_blocker.unblock(), many_schools(57) as ids:
        yield ids


def _ask(campaign: CampaignInfo) -> tuple[int, int]:
    """How many schools stand on the board and how many questions the database was asked."""
    with municipality_open(1):
        ExpectedSchool.objects.exists()  # the role is taken before counting
        with CaptureQueriesContext(connection) as asked:
            states = board(campaign, today=MONDAY)
    return len(states), len(asked)


def test_the_board_asks_eight_times_for_three_schools_and_for_sixty(more_schools: list[int]) -> None:
    contact(1)
    campaign = opened()
    returned(campaign, handed_in(campaign, 1))
    assert _ask(campaign) == (3, 8)
    with municipality_open(1):
        ExpectedSchool.objects.bulk_create(
            ExpectedSchool(campaign_id=campaign.id, municipality_id=1, school_id=one, school_kind="school")
            for one in more_schools
        )
    assert _ask(campaign) == (60, 8)
