"""The notes from the browser: what the pages say, who may press, what a neighbour sees."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from municipal.campaigns.queries import CampaignInfo
from municipal.notes.queries import note_infos
from tenants.current import municipality_open
from tests.cast import BORIS, Actor
from tests.factories.municipal import YEAR, handed_in, opened
from tests.factories.notes import composed, october, reported
from tests.municipal.notes.pages import BASE, block, done, plain, text

pytestmark = pytest.mark.django_db
Browser = Callable[[Actor], Client]


@pytest.fixture
def campaign() -> CampaignInfo:
    return october()


@pytest.fixture
def note_id(campaign: CampaignInfo) -> int:
    return composed(campaign).note_id


def test_before_the_first_accepted_form_there_is_nothing_to_compose(browser_of: Browser) -> None:
    campaign = opened()
    handed_in(campaign, 1)
    boris = browser_of(BORIS)
    page = text(boris, f"{BASE}/")
    assert "Справку можно составить с первого принятого отчёта" in page
    assert "Составить справку" not in page
    refused = done(boris, f"{BASE}/sostavit/{campaign.id}/")
    assert "не принята ни одна форма" in refused


def test_the_methodist_composes_the_note_and_reads_it(campaign: CampaignInfo, browser_of: Browser) -> None:
    boris = browser_of(BORIS)
    assert "Составить справку" in text(boris, f"{BASE}/")
    page = done(boris, f"{BASE}/sostavit/{campaign.id}/")
    assert "Справка составлена по 2 принятым формам" in page
    assert "АНАЛИТИЧЕСКАЯ СПРАВКА" in page
    assert "6. Охват и пары" in page
    assert "Справку составил методист Б. С. Белов." in page
    with municipality_open(1):
        assert [info.composed_by for info in note_infos(YEAR)] == ["Б.\u00a0С. Белов"]


def test_every_figure_of_the_page_leads_to_a_gloss_that_is_there(note_id: int, browser_of: Browser) -> None:
    page = text(browser_of(BORIS), f"{BASE}/{note_id}/")
    links = re.findall(r'class="fig" href="#([^"]+)"', page)
    assert len(links) > 30
    assert [link for link in links if f'id="{link}"' not in page] == []
    ids = re.findall(r'id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_every_gloss_leads_to_schools_that_add_up(note_id: int, browser_of: Browser) -> None:
    boris = browser_of(BORIS)
    page = text(boris, f"{BASE}/{note_id}/")
    addresses = {one.replace("&amp;", "&") for one in re.findall(r'href="([^"]+istochniki/[^"]+)"', page)}
    assert len(addresses) > 25
    for address in addresses:
        text(boris, address)
    pairs = text(boris, f"{block(note_id, 'coverage')}istochniki/?chislo=pairs")
    assert "Откуда взято: 30" in pairs
    cells = [int(one) for one in re.findall(r'data-l="Число">(?:<b>)?(\d+)', pairs)]
    assert cells == [15, 15, 30]
    assert boris.get(f"{block(note_id, 'coverage')}istochniki/?chislo=nothing").status_code == 404


def test_a_paragraph_is_edited_on_a_page_of_its_own(note_id: int, browser_of: Browser) -> None:
    boris = browser_of(BORIS)
    address = block(note_id, "coverage")
    assert "Текст абзаца" in text(boris, address)
    page = done(boris, address, {"text": "Пар и групп в округе 30, это хорошо."})
    assert "Абзац сохранён." in page
    assert "исправлен" in page
    assert re.search(r'href="#g\d+-\d+">30</a>, это хорошо\.', page)
    restored = done(boris, f"{address}avtotekst/")
    assert "Возвращён автотекст." in restored
    assert "это хорошо" not in restored


def test_htmx_is_given_the_form_alone(note_id: int, browser_of: Browser) -> None:
    answer = browser_of(BORIS).get(block(note_id, "coverage"), headers={"HX-Request": "true"})
    part = answer.content.decode()
    assert part.lstrip().startswith("<div")
    assert "<textarea" in part
    assert "<html" not in part


def test_an_empty_paragraph_comes_back_with_what_to_do(note_id: int, browser_of: Browser) -> None:
    answer = browser_of(BORIS).post(block(note_id, "coverage"), {"text": "  "})
    assert answer.status_code == 422
    assert "Впишите текст или уберите абзац." in plain(answer.content.decode())


def test_an_own_finding_begins_as_the_methodist_chooses(note_id: int, browser_of: Browser) -> None:
    boris = browser_of(BORIS)
    address = f"{BASE}/{note_id}/razdel/findings/abzac/"
    assert "Хорошо работает …" in text(boris, address)
    assert "Хорошо работает </textarea>" in text(boris, f"{address}?nachalo=1")
    assert "Хорошо работает школа наставника." in done(boris, address, {"text": "Хорошо работает школа наставника."})
    assert boris.get(f"{BASE}/{note_id}/razdel/growth/abzac/").status_code == 404


def test_changed_data_are_marked_and_each_mark_has_two_ways_out(
    campaign: CampaignInfo, note_id: int, browser_of: Browser
) -> None:
    boris = browser_of(BORIS)
    reported(campaign, 3)
    page = text(boris, f"{BASE}/{note_id}/")
    assert "Данные изменились." in page
    assert "Действующих пар и групп: было 30, стало <b>34</b>" in page
    assert 'class="fig fig--old"' in page
    address = block(note_id, "coverage")
    assert "Абзац оставлен прежним." in done(boris, f"{block(note_id, 'process')}ostavit/")
    refreshed = done(boris, f"{address}obnovit/")
    assert "Абзац обновлён." in refreshed
    assert "было 30, стало" not in refreshed
    again = done(boris, f"{address}obnovit/")
    assert "Обновлять нечего" in again
    whole = done(boris, f"{BASE}/sostavit/{campaign.id}/")
    assert "Справка собрана заново по 3 принятым формам." in whole
    assert "Данные изменились." not in whole


def test_new_paragraphs_and_annexes_are_decided_apart(
    campaign: CampaignInfo, note_id: int, browser_of: Browser
) -> None:
    boris = browser_of(BORIS)
    reported(campaign, 3)
    assert "Таблицы приложений собраны по прежним данным" in text(boris, f"{BASE}/{note_id}/")
    assert "Приложения обновлены." in done(boris, f"{BASE}/{note_id}/prilozheniya/obnovit/", {"nuzhen": "da"})
    offered = {"abzac": "finding.complete", "nuzhen": "net"}
    assert "больше не предложим" in done(boris, f"{BASE}/{note_id}/novyj-abzac/", offered)
    assert "Обновлять нечего" in done(boris, f"{BASE}/{note_id}/novyj-abzac/", offered)


def test_a_removed_paragraph_can_be_returned(note_id: int, browser_of: Browser) -> None:
    boris = browser_of(BORIS)
    address = block(note_id, "practices")
    assert "Абзац убран:" in done(boris, f"{address}ubrat/")
    assert "Абзац возвращён." in done(boris, f"{address}vernut/")


def test_what_a_methodist_types_is_text_and_never_markup(note_id: int, browser_of: Browser) -> None:
    page = done(browser_of(BORIS), block(note_id, "practices"), {"text": "<script>alert(1)</script> & «кавычки»"})
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; «кавычки»" in page


def test_the_page_takes_the_same_queries_for_two_schools_as_for_three(
    campaign: CampaignInfo, note_id: int, browser_of: Browser
) -> None:
    boris = browser_of(BORIS)
    taken = []
    for school_id in (None, 3):
        if school_id:
            reported(campaign, school_id)
        with CaptureQueriesContext(connection) as queries:
            text(boris, f"{BASE}/{note_id}/")
        taken.append(len(queries))
    assert taken == [30, 30]


def test_the_list_takes_three_queries_of_its_own(note_id: int, browser_of: Browser) -> None:
    boris = browser_of(BORIS)
    with CaptureQueriesContext(connection) as queries:
        text(boris, f"{BASE}/")
    asked = [
        one["sql"] for one in queries if any(name in one["sql"] for name in ("campaigns_", "notes_", "submissions_"))
    ]
    assert len(asked) == 3
