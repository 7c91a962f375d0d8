"""Who may take a file, and how it is given out (security.md T8)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from schools.files.disk import part_of
from schools.files.models import Purpose, StoredFile
from schools.files.services.keep_file import keep_file
from tenants.current import school_open
from tests.cast import ANNA, BORIS, EGOR, IRINA, KIRA, VERA
from tests.factories.files import PDF, upload
from tests.schools.rooms import NOW, BrowserOf, it_is


@pytest.fixture
def october(db: None, media: Path, settings: LazySettings) -> None:
    it_is(settings)


def kept(purpose: str = Purpose.EVIDENCE, school: int = 1, name: str = "Приказ № 118.pdf") -> tuple[int, str]:
    with school_open(school):
        row = keep_file(upload=upload(name=name), purpose=purpose, at=NOW, actor_id=None)
        return row.pk, row.key


def address(file_id: int) -> str:
    return f"/2025-26/fajly/{file_id}/"


def taken(answer: Any) -> bytes:
    return b"".join(answer.streaming_content)  # the test client closes the answer behind the last piece


def test_a_file_comes_whole_to_be_saved_under_its_own_name(october: None, browser_of: BrowserOf) -> None:
    answer: Any = browser_of(ANNA).get(address(kept()[0]))
    assert taken(answer) == PDF
    assert answer["Content-Disposition"] == (
        "attachment; filename*=utf-8''%D0%9F%D1%80%D0%B8%D0%BA%D0%B0%D0%B7%20%E2%84%96%20118.pdf"
    )
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Length"] == str(len(PDF))
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "private, no-store"


def test_consents_open_to_the_curator_alone(october: None, browser_of: BrowserOf) -> None:
    consent, order = kept(Purpose.CONSENT)[0], kept(Purpose.ORDER)[0]
    assert taken(browser_of(ANNA).get(address(consent))) == PDF
    assert browser_of(EGOR).get(address(consent)).status_code == 404
    assert taken(browser_of(EGOR).get(address(order))) == PDF


@pytest.mark.parametrize("actor", [VERA, KIRA], ids=["neighbour", "other district"])
def test_a_neighbour_finds_nothing_on_her_own_host(october: None, browser_of: BrowserOf, actor: Any) -> None:
    number, _key = kept()
    assert browser_of(actor).get(address(number)).status_code == 404


@pytest.mark.parametrize("actor", [VERA, KIRA, BORIS, IRINA], ids=["Vera", "Kira", "Boris", "Irina"])
def test_nobody_from_elsewhere_takes_it_from_this_host(october: None, browser_of: BrowserOf, actor: Any) -> None:
    number, key = kept()
    client = browser_of(actor)
    client.raise_request_exception = False
    for path in (address(number), f"/media/s_1/{key[:2]}/{key}", f"/files/s_1/{key[:2]}/{key}"):
        answer = client.get(path, headers={"host": ANNA.host})
        assert answer.status_code in {302, 403, 404}
        assert not answer.streaming


def test_nobody_signed_in_is_sent_to_the_door(october: None) -> None:
    answer = Client(headers={"host": ANNA.host}).get(address(kept()[0]))
    assert answer.status_code == 302


def test_the_same_number_gives_each_school_its_own_file(october: None, browser_of: BrowserOf) -> None:
    mine, _key = kept(name="Наш.pdf")
    theirs, _key = kept(school=2, name="Чужой.pdf")
    with school_open(2):
        StoredFile.objects.filter(pk=theirs).update(id=mine)
    answer: Any = browser_of(VERA).get(address(mine))
    taken(answer)
    assert "%D0%A7%D1%83%D0%B6%D0%BE%D0%B9" in answer["Content-Disposition"]


def test_lost_bytes_are_not_there(october: None, browser_of: BrowserOf) -> None:
    number, key = kept()
    with school_open(1):
        part_of(key).unlink()
    assert browser_of(ANNA).get(address(number)).status_code == 404


def test_a_file_is_only_read(october: None, browser_of: BrowserOf) -> None:
    assert browser_of(ANNA).post(address(kept()[0])).status_code == 405


def test_taking_a_file_costs_one_query_of_its_own(october: None, browser_of: BrowserOf) -> None:
    client = browser_of(ANNA)
    number, _key = kept()
    taken(client.get(address(number)))
    with CaptureQueriesContext(connection) as asked:
        taken(client.get(address(number)))
    assert sum("files_storedfile" in one["sql"] for one in asked) == 1
    assert len(asked) <= 7
