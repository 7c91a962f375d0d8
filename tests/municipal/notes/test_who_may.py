"""Who signs a note from the browser, who only reads it, who sees nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from municipal.campaigns.queries import CampaignInfo
from tests.cast import ANNA, BORIS, DINA, GLEB, IRINA, Actor
from tests.factories.notes import composed, kept, october, reported
from tests.municipal.notes.pages import BASE, block, done, text

pytestmark = pytest.mark.django_db
Browser = Callable[[Actor], Client]


@pytest.fixture
def campaign() -> CampaignInfo:
    return october()


@pytest.fixture
def note_id(campaign: CampaignInfo) -> int:
    return composed(campaign).note_id


def test_the_check_before_signing_lists_what_is_missing(
    campaign: CampaignInfo, note_id: int, browser_of: Browser
) -> None:
    reported(campaign, 3)
    page = text(browser_of(IRINA), f"{BASE}/{note_id}/podpis/")
    assert "Справка пока не готова" in page
    assert "В разделе «6. Охват и пары» данные изменились" in page
    assert "Подписать справку</button>" not in page


def test_the_head_signs_and_nothing_can_be_pressed_afterwards(note_id: int, browser_of: Browser) -> None:
    irina = browser_of(IRINA)
    assert "Подписать справку" in text(irina, f"{BASE}/{note_id}/podpis/")
    signed = {"position": "Начальник управления образования", "name": "И. Л. Исаева"}
    page = done(irina, f"{BASE}/{note_id}/podpis/", signed)
    assert "Подписана 27 октября 2025 года. Начальник управления образования И. Л. Исаева." in page
    boris = browser_of(BORIS)
    read = text(boris, f"{BASE}/{note_id}/")
    assert "Править" not in read
    assert "Составить новую версию" in read
    assert "менять её нельзя" in done(boris, f"{block(note_id, 'practices')}ubrat/")
    refused = boris.post(block(note_id, "practices"), {"text": "Иначе."})
    assert refused.status_code == 422
    assert "Справка уже подписана." in done(boris, f"{BASE}/{note_id}/podpis/")


def test_signing_with_stale_figures_is_refused_even_when_the_page_was_open(
    campaign: CampaignInfo, note_id: int, browser_of: Browser
) -> None:
    boris = browser_of(BORIS)
    reported(campaign, 3)
    answer = boris.post(f"{BASE}/{note_id}/podpis/", {"position": "Методист", "name": "Б. С. Белов"})
    assert answer.status_code == 422
    assert kept(note_id).info.signed_at is None


def test_the_head_reads_and_presses_nothing_but_the_signature(
    campaign: CampaignInfo, note_id: int, browser_of: Browser
) -> None:
    irina = browser_of(IRINA)
    page = text(irina, f"{BASE}/{note_id}/")
    assert "Закончить и подписать" in page
    assert "Править" not in page
    for address in (
        f"{BASE}/sostavit/{campaign.id}/",
        block(note_id, "coverage"),
        f"{block(note_id, 'coverage')}ubrat/",
        f"{BASE}/{note_id}/novyj-abzac/",
        f"{BASE}/{note_id}/prilozheniya/obnovit/",
    ):
        assert irina.post(address).status_code == 403


def test_the_neighbour_the_region_and_the_school_see_nothing(
    campaign: CampaignInfo, note_id: int, browser_of: Browser
) -> None:
    dina = browser_of(DINA)
    assert "Справка №" not in text(dina, f"{BASE}/")
    for address in (f"{BASE}/{note_id}/", f"{BASE}/{note_id}/podpis/", f"{BASE}/{note_id}/prilozheniya/"):
        text(dina, address, 404)
        text(browser_of(GLEB), address, 403)
        text(browser_of(ANNA), address, 404)
    assert dina.post(block(note_id, "coverage"), {"text": "Чужое."}).status_code == 404
    assert dina.post(f"{BASE}/sostavit/{campaign.id}/").status_code == 404
    assert dina.post(f"{BASE}/{note_id}/podpis/", {"position": "a", "name": "b"}).status_code == 404


def test_another_school_year_has_no_such_note(note_id: int, browser_of: Browser) -> None:
    text(browser_of(BORIS), f"/2024-25/spravki/{note_id}/", 404)
