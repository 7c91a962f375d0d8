"""The register of the municipality's own publications."""

from __future__ import annotations

from datetime import date

import pytest

from municipal.press.domain.refusals import AlreadyListed, PublicationRefused
from municipal.press.queries import own_publications, publications_norm
from municipal.press.services.add_publication import add_publication
from municipal.press.services.remove_publication import remove_publication
from municipal.submissions.queries import school_publications
from tenants.current import municipality_open
from tenants.models import Municipality
from tests.factories.municipal import YEAR, handed_in, local, opened

pytestmark = pytest.mark.django_db
TODAY = date(2025, 10, 27)


def _add(day: date = date(2025, 10, 3), url: str = "https://imc.example/1") -> int:
    return add_publication(
        municipality_id=1,
        title="Семинар кураторов",
        url=url,
        resource="сайт ИМЦ",
        published_on=day,
        today=TODAY,
        at=local(TODAY),
        actor_id=None,
    )


def test_a_publication_counts_in_the_school_year_of_its_day_and_for_its_municipality() -> None:
    with municipality_open(1):
        _add()
        _add(date(2025, 5, 20), "https://imc.example/2")
        assert [one.url for one in own_publications(YEAR)] == ["https://imc.example/1"]
        assert own_publications(YEAR, until=date(2025, 10, 2)) == []
    with municipality_open(2):
        assert own_publications(YEAR) == []


def test_the_same_address_and_a_day_ahead_are_refused() -> None:
    with municipality_open(1):
        _add()
        with pytest.raises(AlreadyListed):
            _add(date(2025, 10, 4))
        with pytest.raises(PublicationRefused):
            _add(date(2025, 10, 28), "https://imc.example/3")


def test_what_was_added_by_mistake_can_be_removed_once() -> None:
    with municipality_open(1):
        listed = _add()
        assert [remove_publication(publication_id=listed, at=local(TODAY), actor_id=None) for _ in range(2)] == [
            True,
            False,
        ]
        assert own_publications(YEAR) == []


def test_the_norm_is_five_unless_the_municipality_has_its_own() -> None:
    with municipality_open(1):
        assert publications_norm(1) == 5
        Municipality.objects.filter(pk=1).update(settings={"publications_norm": 8})
        assert publications_norm(1) == 8


def test_publications_of_schools_come_from_their_latest_forms() -> None:
    campaign = opened()
    handed_in(campaign, 1)
    with municipality_open(1):
        found = school_publications(YEAR)
        assert [(one.school_id, one.published_on, one.channel) for one in found] == [(1, date(2025, 9, 12), "site")]
        assert school_publications(YEAR.previous) == []
    with municipality_open(2):
        assert school_publications(YEAR) == []
