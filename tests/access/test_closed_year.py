"""Every route of a closed school year: pages read, nothing writes, no button offers what would be refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.conf import LazySettings
from django.http import HttpResponse
from django.test import Client
from django.urls import resolve

from municipal.campaigns.queries import campaigns
from municipal.notes.queries import note_infos
from tenants.current import municipality_open
from tests.access.canaries import mark_school
from tests.access.district_canaries import mark_district
from tests.access.routes import YEAR, routes_of
from tests.access.test_matrix import HOSTS, WORDS
from tests.cast import ANNA, BORIS, EGOR, IRINA, Actor
from tests.factories.municipal import local
from tests.schools.rooms import words

pytestmark = pytest.mark.django_db
CLOSED = "закрыт для записи"


@pytest.fixture
def closed(db: None, settings: LazySettings) -> None:
    """Marks of the year of the walk, looked at a month after it was closed."""
    mark_district(1)
    mark_school(1)
    settings.CLOCK_STARTS_AT = local(YEAR.written_until.replace(month=10, day=30))


def _addresses(host: str) -> list[str]:
    """Every address of the year; counters outlive a rolled-back test, so campaigns and notes are asked for numbers."""
    with municipality_open(1):
        numbers = {1, 2, *(one.id for one in campaigns()), *(one.id for one in note_infos(YEAR))}
    routes = [route for route in routes_of(HOSTS[host]) if route.pattern.startswith("<year:year>/")]
    return sorted({route.path(number, WORDS) for route in routes for number in numbers})


def _main(answer: HttpResponse) -> str:
    text = answer.content.decode(errors="replace")
    return text.split("<main")[1].split("</main>")[0] if "<main" in text else ""


def _reads(address: str, host: str) -> bool:
    return not getattr(resolve(address, HOSTS[host]).func, "only_writes", False)


@pytest.mark.parametrize(
    ("host", "actor"), [("school", ANNA), ("school", EGOR), ("district", BORIS), ("district", IRINA)]
)
def test_pages_open_without_a_form_that_writes(
    closed: None, browser_of: Callable[[Actor], Client], host: str, actor: Actor
) -> None:
    client = browser_of(actor)
    faults, read = [], 0
    for path in _addresses(host):
        answer = client.get(path)
        read += answer.status_code == 200
        if answer.status_code == 200 and 'method="post"' in _main(answer):  # type: ignore[arg-type]  # test client
            faults.append(f"{path}: a form that writes")
        if answer.status_code in {301, 302} and not _reads(answer["Location"].partition("?")[0], host):
            faults.append(f"{path}: leads to {answer['Location']}, which only writes")
        if answer.status_code >= 500:
            faults.append(f"{path}: {answer.status_code}")
    assert faults == []
    assert read > 10


@pytest.mark.parametrize(("host", "actor"), [("school", ANNA), ("district", BORIS), ("district", IRINA)])
def test_whatever_is_sent_is_refused_in_words_on_a_page_that_reads(
    closed: None, browser_of: Callable[[Actor], Client], host: str, actor: Actor
) -> None:
    client = browser_of(actor)
    faults, refused = [], 0
    for path in _addresses(host):
        answer = client.post(path)
        if answer.status_code in {403, 405}:
            continue
        assert answer.status_code == 302, path
        page = client.get(answer["Location"], follow=True)
        if page.status_code == 404:
            continue  # there is no such thing to read about either; the words wait for the next page
        said = words(page)
        refused += CLOSED in said
        if CLOSED not in said:
            faults.append(f"{path}: silently leads to {answer['Location']}")
    assert faults == []
    assert refused >= (2 if actor is IRINA else 15)
