"""Pages that list schools cost the same for three schools and for sixty."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from municipal.campaigns.models import ExpectedSchool
from tenants.current import municipality_open
from tests.cast import BORIS, Actor
from tests.factories.many_schools import many_schools
from tests.factories.municipal import accepted, handed_in, opened

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def more_schools(django_db_setup: None, django_db_blocker: Any) -> Iterator[list[int]]:
    with django_db_blocker.unblock(), many_schools(57) as ids:
        yield ids


def _queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


# Numbers of the whole request: session, person, memberships, municipality and region stand in each.
@pytest.mark.parametrize(
    ("page", "queries"),
    [
        ("/2025-26/kampanii/{id}/?shkoly=vse", 16),
        ("/2025-26/segodnya/", 23),
        ("/2025-26/shkoly/", 22),
        ("/2025-26/peredacha/{id}/", 21),
    ],
)
def test_a_list_asks_the_same_number_of_questions_for_three_schools_and_for_sixty(
    page: str, queries: int, browser_of: Callable[[Actor], Client], more_schools: list[int]
) -> None:
    campaign = opened()
    accepted(campaign, handed_in(campaign, 1))
    boris, address = browser_of(BORIS), page.format(id=campaign.id)
    boris.get(address)
    few = _queries(boris, address)
    with municipality_open(1):
        ExpectedSchool.objects.bulk_create(
            ExpectedSchool(campaign_id=campaign.id, municipality_id=1, school_id=one, school_kind="school")
            for one in more_schools
        )
    assert (few, _queries(boris, address)) == (queries, queries)
