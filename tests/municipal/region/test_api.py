"""The interface: a token opens its own region's reports and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from municipal.campaigns.queries import CampaignInfo
from municipal.region.domain.refusals import NoChanges, NothingToPublish, ReasonNeeded, TokenRefused
from municipal.region.domain.source import RevisionReason
from municipal.region.models import ApiToken, Report
from municipal.region.services.issue_token import issue_token
from municipal.region.services.publish_report import Published, publish_report
from municipal.region.services.revoke_token import revoke_token
from tenants.current import municipality_open, region_open
from tenants.owner import owner_connection
from tenants.services.open_school import open_region
from tests.cast import GLEB, Actor
from tests.factories.municipal import accepted, form, handed_in, local, opened

pytestmark = pytest.mark.django_db
API = "/api/region/v1"
NOVEMBER = local(date(2025, 11, 5), 12)


@pytest.fixture(autouse=True)
def _november(settings: Any) -> None:
    settings.CLOCK_STARTS_AT = NOVEMBER


@dataclass(frozen=True)
class Answer:
    """Status, headers and data of an answer."""

    status: int
    type: str
    data: Any
    headers: Any


def _ask(path: str, token: str = "", **headers: str) -> Answer:
    extra = {"authorization": f"Bearer {token}"} if token else {}
    response = Client(headers={"host": "localhost"}).get(f"{API}{path}", headers={**extra, **headers})
    data = json.loads(response.content) if response.content else None
    return Answer(response.status_code, response.headers.get("Content-Type", ""), data, response.headers)


def _token(region_id: int = 1, days: int = 30) -> str:
    with region_open(region_id):
        return issue_token(region_id=region_id, name="Сводка", days=days, at=NOVEMBER, actor_id=None).text


def _publish(campaign: CampaignInfo, reason: RevisionReason | None = None) -> Published:
    with municipality_open(1):
        return publish_report(
            campaign_id=campaign.id, reason=reason, published_by="методист Белов Б. С.", at=NOVEMBER, actor_id=None
        )


def _published() -> tuple[CampaignInfo, Published]:
    campaign = opened()
    accepted(campaign, handed_in(campaign, 1))
    return campaign, _publish(campaign)


def test_without_a_token_or_with_a_wrong_one_the_answer_is_401_in_problem_details() -> None:
    _published()
    token = _token()
    wrong = [token[:-1] + ("a" if token[-1] != "a" else "b"), "trp_00", "nonsense", "trp_" + "я" * 5]
    for answer in [_ask("/reports"), *(_ask("/reports", one.encode().decode("latin-1")) for one in wrong)]:
        assert (answer.status, answer.type) == (401, "application/problem+json")
        assert answer.data["title"] == "Нужен ключ доступа"
        assert answer.headers["WWW-Authenticate"] == 'Bearer realm="region"'


def test_who_forgot_the_token_is_told_where_it_goes_and_where_it_comes_from() -> None:
    detail = _ask("/reports").data["detail"]
    assert detail == "Передайте ключ в заголовке «Authorization: Bearer ключ». Ключ выдают на странице «Ключи доступа»."


def test_a_signed_in_person_is_no_programme(browser_of: Callable[[Actor], Client]) -> None:
    assert browser_of(GLEB).get(f"{API}/reports").status_code == 401


def test_a_revoked_or_expired_token_opens_nothing() -> None:
    revoked, expired = _token(), _token(days=1)
    with region_open(1):
        row = ApiToken.objects.order_by("id")[0]
        assert revoke_token(token_id=row.pk, at=NOVEMBER, actor_id=None)
        assert not revoke_token(token_id=row.pk, at=NOVEMBER, actor_id=None)
        ApiToken.objects.exclude(pk=row.pk).update(expires_at=NOVEMBER - timedelta(seconds=1))
    assert [_ask("/reports", one).status for one in (revoked, expired)] == [401, 401]


def test_a_token_is_kept_as_a_digest_and_says_when_it_was_used() -> None:
    token = _token()
    with region_open(1):
        row = ApiToken.objects.get()
    assert token not in (row.digest, row.prefix)
    assert row.last_used_at is None
    _ask("/reports", token)
    with region_open(1):
        assert ApiToken.objects.get().last_used_at is not None


def test_the_region_reads_what_was_published_and_the_tag_saves_the_second_reading() -> None:
    _, published = _published()
    token = _token()
    listed = _ask("/reports?campaign=2025-10", token)
    assert [(one["id"], one["revision"], one["campaign"]) for one in listed.data["items"]] == [
        (published.public_id, 1, "2025-10")
    ]
    assert listed.data["next_cursor"] is None
    one = _ask(f"/reports/{published.public_id}", token)
    assert one.data["content_hash"]["value"] == published.content_hash
    assert one.headers["ETag"] == f'"{published.content_hash}"'
    assert one.data["group"]["completeness"]["accepted"] == 1
    again = _ask(f"/reports/{published.public_id}", token, **{"if-none-match": one.headers["ETag"]})
    assert (again.status, again.data) == (304, None)


@pytest.fixture(scope="module")
def other_region(django_db_setup: None, django_db_blocker: Any) -> Iterator[int]:
    """A second region, committed and removed around the module: no role of the web may make one."""
    with django_db_blocker.unblock():
        yield open_region(name="Дальняя область", centre_name="РЦН", code="91")
        with owner_connection() as connection:
            connection.execute("DELETE FROM tenants_region WHERE code = '91'")


def test_another_region_sees_neither_the_list_nor_the_report(other_region: int) -> None:
    _, published = _published()
    token = _token(other_region)
    assert _ask("/reports", token).data["items"] == []
    answer = _ask(f"/reports/{published.public_id}", token)
    assert (answer.status, answer.type) == (404, "application/problem+json")


def test_a_correction_is_a_revision_with_a_reason_and_no_change_is_refused() -> None:
    campaign, first = _published()
    with pytest.raises(ReasonNeeded):
        _publish(campaign)
    with pytest.raises(NoChanges):
        _publish(campaign, RevisionReason.LATE_SUBMISSION)
    accepted(campaign, handed_in(campaign, 2, form(campaign, 2, I2=9)))
    second = _publish(campaign, RevisionReason.LATE_SUBMISSION)
    assert second.revision == 2
    items = _ask("/reports", _token()).data["items"]
    assert [(one["id"], one["supersedes"]) for one in items] == [
        (second.public_id, first.public_id),
        (first.public_id, None),
    ]


def test_nothing_is_published_before_a_form_is_accepted() -> None:
    campaign = opened()
    handed_in(campaign, 1)
    with pytest.raises(NothingToPublish):
        _publish(campaign)


def test_a_long_list_goes_on_from_its_cursor_without_gaps() -> None:
    campaign, _ = _published()
    with municipality_open(1):
        row = Report.objects.get()
        Report.objects.bulk_create(
            Report(
                public_id=f"rep_more{number}",
                region_id=1,
                municipality_id=1,
                campaign_id=campaign.id,
                revision=number,
                payload=row.payload,
                content_hash=row.content_hash,
                published_at=NOVEMBER,
                published_by="",
            )
            for number in range(2, 71)
        )
    token = _token()
    first = _ask("/reports", token).data
    rest = _ask(f"/reports?cursor={first['next_cursor']}", token).data
    assert (len(first["items"]), len(rest["items"]), rest["next_cursor"]) == (50, 20, None)
    assert len({one["id"] for one in [*first["items"], *rest["items"]]}) == 70


@pytest.mark.parametrize("query", ["campaign=2025-11", "campaign=октябрь", "cursor=zzzz", "cursor=MjAyNQ"])
def test_a_parameter_that_makes_no_sense_is_named(query: str) -> None:
    answer = _ask(f"/reports?{query}", _token())
    assert (answer.status, answer.type) == (400, "application/problem+json")
    assert answer.data["errors"][0]["parameter"] == query.partition("=")[0]


def test_the_catalogue_and_the_description_can_be_read() -> None:
    catalogue = _ask("/meta/indicators", _token())
    assert {"code": "PAIRS_ACTIVE", "unit": "PAIR"}.items() <= {
        key: value for one in catalogue.data["items"] if one["code"] == "PAIRS_ACTIVE" for key, value in one.items()
    }.items()
    schema = Client(headers={"host": "localhost"}).get(f"{API}/schema", headers={"accept": "application/json"})
    assert sorted(json.loads(schema.content)["paths"]) == [
        f"{API}/meta/indicators",
        f"{API}/reports",
        f"{API}/reports/{{public_id}}",
    ]


def test_a_token_needs_a_purpose_and_a_sane_term() -> None:
    with region_open(1):
        for name, days in (("", 30), ("Сводка", 0), ("Сводка", 401)):
            with pytest.raises(TokenRefused):
                issue_token(region_id=1, name=name, days=days, at=NOVEMBER, actor_id=None)
