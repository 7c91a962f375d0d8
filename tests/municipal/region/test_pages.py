"""Pages of passing on, and of the region: what is shown before, what arrives, who may press."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from municipal.region.models import Report
from tenants.current import municipality_open, region_open
from tests.cast import BORIS, DINA, GLEB, IRINA, Actor
from tests.factories.municipal import accepted, form, handed_in, local, opened

pytestmark = pytest.mark.django_db
Browser = Callable[[Actor], Client]
PASSING = "/2025-26/peredacha"
SUMMARY = "/2025-26/svodka"


@pytest.fixture(autouse=True)
def _november(settings: Any) -> None:
    settings.CLOCK_STARTS_AT = local(date(2025, 11, 5), 12)


def _text(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode().replace("\u00a0", " ").replace("&nbsp;", " ")


def _pass_on(browser_of: Browser) -> int:
    campaign = opened()
    accepted(campaign, handed_in(campaign, 1))
    assert browser_of(BORIS).post(f"{PASSING}/{campaign.id}/peredat/").status_code == 302
    return campaign.id


def test_the_preview_shows_what_goes_and_what_is_held_back(browser_of: Browser) -> None:
    campaign = opened()
    accepted(campaign, handed_in(campaign, 1, form(campaign, 1, D13=3)))
    page = _text(browser_of(BORIS), f"{PASSING}/{campaign.id}/")
    rows = dict(re.findall(r'<th scope="row">([^<]+)</th><td[^>]*>([^<]*)</td>', page))
    assert rows["Действующих пар и групп"] == "15"
    assert rows["Наставляемых, которым нужны особые условия"] == "не передаётся"
    assert rows["Практик в муниципальном банке"] == "в этот раз не собираем"
    assert "Передать в РЦН" in page


def test_passing_on_gives_a_number_and_the_same_figures_cannot_go_twice(browser_of: Browser) -> None:
    campaign_id = _pass_on(browser_of)
    with municipality_open(1):
        number = Report.objects.get().public_id
    boris = browser_of(BORIS)
    page = _text(boris, f"{PASSING}/{campaign_id}/")
    assert f"Версия 1, номер {number}" in page
    assert "У региона те же числа" in page
    again = boris.post(f"{PASSING}/{campaign_id}/peredat/", {"reason": "OWN_DATA"}, follow=True)
    assert "нет изменений" in again.content.decode().replace("\u00a0", " ")
    assert boris.post(f"{PASSING}/{campaign_id}/peredat/", {"reason": "потому что"}).status_code == 422


def test_the_head_sees_and_does_not_press_and_a_neighbour_sees_nothing(browser_of: Browser) -> None:
    campaign_id = _pass_on(browser_of)
    assert "Что уйдёт" in _text(browser_of(IRINA), f"{PASSING}/{campaign_id}/")
    assert browser_of(IRINA).post(f"{PASSING}/{campaign_id}/peredat/").status_code == 403
    _text(browser_of(DINA), f"{PASSING}/{campaign_id}/", 404)
    assert browser_of(DINA).post(f"{PASSING}/{campaign_id}/peredat/", {"reason": "OWN_DATA"}).status_code == 404


def test_the_region_sees_every_district_and_which_has_not_passed_on(browser_of: Browser) -> None:
    _pass_on(browser_of)
    gleb = browser_of(GLEB)
    page = _text(gleb, f"{SUMMARY}/")
    assert "Данные передал 1 округ из 2." in page
    assert "1 из 3" in page
    assert "Ещё нет" in page
    with region_open(1):
        number = Report.objects.get().public_id
    report = _text(gleb, f"{SUMMARY}/otchet/{number}/")
    assert "Лесной округ" in report
    assert [name for name in ("Лесная СОШ", "Речная СОШ", "Ива") if name in report + page] == []


def test_a_token_is_shown_once_and_closed_in_one_press(browser_of: Browser) -> None:
    gleb = browser_of(GLEB)
    assert gleb.post(f"{SUMMARY}/klyuchi/", {"name": "", "days": "30"}).status_code == 422
    answer = gleb.post(f"{SUMMARY}/klyuchi/", {"name": "Сводка", "days": "30"}).content.decode()
    found = re.search(r'value="(trp_[^"]+)"', answer)
    assert found is not None
    assert found[1] not in _text(gleb, f"{SUMMARY}/klyuchi/")
    programme = Client(headers={"host": "localhost", "authorization": f"Bearer {found[1]}"})
    assert programme.get("/api/region/v1/reports").status_code == 200
    address = re.search(r'action="([^"]+otozvat/)"', answer)
    assert address is not None
    gleb.post(address[1])
    assert programme.get("/api/region/v1/reports").status_code == 401


def test_a_municipality_has_no_way_into_the_regions_pages(browser_of: Browser) -> None:
    _text(browser_of(BORIS), f"{SUMMARY}/", 403)
    _text(browser_of(BORIS), f"{SUMMARY}/klyuchi/", 403)
    _text(browser_of(GLEB), f"{PASSING}/", 403)
