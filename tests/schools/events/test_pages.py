"""Events as the curator and the director see them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from schools.events.services.keep_event import NewEvent, add_event
from tenants.current import school_open
from tests.cast import ANNA, EGOR, VERA
from tests.factories.files import upload
from tests.schools.rooms import NOW, TODAY, BrowserOf, it_is, page, words

LIST = "/2025-26/dokumenty/sobytiya/"
FORM = {
    "kind": "pedcouncil",
    "title": "О целевой модели",
    "held_on": "2025-09-30",
    "participants": "31",
    "protocol_number": "2",
    "protocol_date": "2025-09-30",
}


@pytest.fixture
def anna(browser_of: BrowserOf, settings: LazySettings, media: Path) -> Client:
    """Анна's browser in the middle of October."""
    it_is(settings)
    return browser_of(ANNA)


def event(**more: Any) -> int:
    told = {"kind": "parents", "title": "Собрание", "held_on": date(2025, 9, 20), "participants": 40, **more}
    with school_open(1):
        return add_event(NewEvent(**told), today=TODAY, actor_id=None, at=NOW)


def test_an_empty_year_says_what_an_event_is_for(anna: Client) -> None:
    seen = page(anna, LIST)
    assert "За 2025/26 учебный год событий пока нет." in seen
    assert "событие закроет пункт дорожной карты" in seen


def test_documents_and_events_lead_to_each_other(anna: Client) -> None:
    assert f'href="{LIST}"' in page(anna, "/2025-26/dokumenty/")
    seen = page(anna, LIST)
    assert '<a href="/2025-26/dokumenty/"' in seen


def test_an_event_is_written_down_with_its_minutes_and_file(anna: Client) -> None:
    answer = anna.post(LIST + "dobavit/", {**FORM, "file": upload(name="Протокол № 2.pdf")})
    seen = page(anna, answer["Location"])
    assert "№ 2 от 30.09.2025" in seen
    assert "Протокол № 2.pdf" in seen
    listed = page(anna, LIST)
    assert ("О целевой модели" in listed, "прошло 1" in listed) == (True, True)


def test_what_is_wrong_comes_back_with_what_to_do(anna: Client) -> None:
    seen = words(anna.post(LIST + "dobavit/", {**FORM, "held_on": ""}), 422)
    assert "нет ни одной даты" in seen
    assert "Пока не сохранено: поправьте 2 места" in words(anna.post(LIST + "dobavit/", {}), 422)
    seen = words(anna.post(LIST + "dobavit/", {**FORM, "file": upload(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9)}), 422)
    assert "старого формата Word" in seen


def test_kinds_are_counted_and_chosen(anna: Client) -> None:
    event()
    event(kind="training", title="Школа наставника", held_on=None, participants=None, planned_on=date(2025, 11, 5))
    seen = page(anna, LIST)
    assert ("?vid=training" in seen, "?vid=contest" in seen) == (True, False)
    chosen = page(anna, LIST + "?vid=training")
    assert ("Школа наставника" in chosen, "Собрание" in chosen, "Впереди" in chosen) == (True, False, True)
    assert "Таких событий нет." in page(anna, LIST + "?vid=contest")


def test_a_planned_day_that_has_passed_asks_for_a_word(anna: Client) -> None:
    made = event(held_on=None, participants=None, planned_on=date(2025, 10, 14))
    assert "Отметьте, прошло ли" in page(anna, LIST)
    assert "Отметить, что прошло" in page(anna, f"{LIST}{made}/")
    anna.post(f"{LIST}{made}/pravka/", {**FORM, "planned_on": "2025-10-14"})
    assert "Прошло" in page(anna, f"{LIST}{made}/")


def test_an_event_is_taken_away_with_a_reason(anna: Client) -> None:
    made = event()
    assert "Напишите причину." in words(anna.post(f"{LIST}{made}/ubrat/", {}), 422)
    anna.post(f"{LIST}{made}/ubrat/", {"reason": "Записано дважды"})
    assert "событий пока нет" in page(anna, LIST)


def test_the_director_reads_and_a_neighbour_finds_nothing(anna: Client, browser_of: BrowserOf) -> None:
    made = event()
    egor = browser_of(EGOR)
    assert "Собрание" in page(egor, LIST)
    assert "Изменить" not in page(egor, f"{LIST}{made}/")
    assert egor.get(LIST + "dobavit/").status_code == 403
    assert browser_of(VERA).get(f"{LIST}{made}/").status_code == 404


def test_thirty_events_cost_as_many_queries_as_three(anna: Client) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            page(anna, LIST)
        return len(asked)

    page(anna, LIST)
    for _ in range(3):
        event()
    few = cost()
    for _ in range(27):
        event()
    assert cost() == few <= 10
