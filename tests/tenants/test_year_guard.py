"""Which school year takes writing, which is only read, which is not there yet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.conf import LazySettings
from django.test import Client

from config.demo.clock import present_moment, present_year
from schools.people.models import Person
from tenants.current import school_open
from tenants.domain.school_year import SchoolYear
from tests.cast import ANNA, BORIS, EGOR, GLEB, Actor
from tests.factories.municipal import local
from tests.schools.rooms import page, words

pytestmark = pytest.mark.django_db
BrowserOf = Callable[[Actor], Client]
PERSON = {"kind": "teacher", "last_name": "Прошлов", "first_name": "Олег", "birth_year": "1980", "birth_month": "3"}
REFUSED = "Учебный год 2024/25 закрыт для записи: ничего не изменилось. Откройте текущий год 2026/27 и повторите."


@pytest.fixture(autouse=True)
def _it_is_october(settings: LazySettings) -> None:
    settings.CLOCK_STARTS_AT = local(date(2026, 10, 27))


@pytest.mark.parametrize(
    ("day", "closed"),
    [(date(2025, 8, 31), False), (date(2025, 9, 30), False), (date(2025, 10, 1), True), (date(2027, 1, 1), True)],
)
def test_a_year_is_written_until_the_end_of_the_september_after_it(day: date, closed: bool) -> None:
    assert SchoolYear(2024).is_closed(day) == closed


def test_what_is_sent_to_a_closed_year_changes_nothing_and_is_refused_in_words(browser_of: BrowserOf) -> None:
    client = browser_of(ANNA)
    answer = client.post("/2024-25/lyudi/dobavit/", PERSON)
    assert (answer.status_code, answer["Location"]) == (302, "/2024-25/lyudi/")
    assert REFUSED in page(client, answer["Location"])
    with school_open(1):
        assert not Person.objects.filter(last_name="Прошлов").exists()


def test_a_form_of_a_closed_year_leads_to_its_reading_page(browser_of: BrowserOf) -> None:
    client = browser_of(ANNA)
    answer = client.get("/2024-25/pary/predlozhit/")
    assert answer["Location"] == "/2024-25/pary/"
    shown = page(client, "/2024-25/pary/")
    assert "Учебный год 2024/25 закрыт для записи. Откройте текущий год 2026/27 и пишите в нём." in shown
    assert "2024/25 учебный год закрыт: его только читают." in shown


def test_a_piece_of_a_page_asks_its_whole_page_to_go(browser_of: BrowserOf) -> None:
    answer = browser_of(ANNA).post("/2024-25/monitoring/1/stroka/E1/", {"E1": "5"}, headers={"HX-Request": "true"})
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer["HX-Redirect"].endswith("/2024-25/monitoring/")


def test_somebody_of_another_role_is_told_so_first(browser_of: BrowserOf) -> None:
    assert "ведёт куратор" in words(browser_of(EGOR).post("/2024-25/lyudi/dobavit/", PERSON), 403)


def test_in_september_the_tails_of_the_last_year_are_tied_up(browser_of: BrowserOf, settings: LazySettings) -> None:
    settings.CLOCK_STARTS_AT = local(date(2026, 9, 30))
    client = browser_of(ANNA)
    assert "Новый документ" in page(client, "/2025-26/dokumenty/dobavit/")
    shown = page(client, "/2025-26/dokumenty/")
    assert "Записи за него принимаются до 30 сентября 2026 года." in shown
    assert "btn--go" in shown.split("<main")[1]
    settings.CLOCK_STARTS_AT = local(date(2026, 10, 1))
    assert client.get("/2025-26/dokumenty/dobavit/")["Location"] == "/2025-26/dokumenty/"


def test_the_next_year_has_not_begun_but_may_be_planned(browser_of: BrowserOf) -> None:
    anna, boris = browser_of(ANNA), browser_of(BORIS)
    shown = page(anna, "/2027-28/pary/")
    assert ("2027/28 учебный год ещё не начался" in shown, "/2027-28/karta/" in shown) == (True, True)
    assert "Карты на 2027/28 учебный год ещё нет." in page(anna, "/2027-28/karta/")
    assert anna.get("/2027-28/karta/novaya/").status_code == 200
    assert "ещё не начался" in page(boris, "/2027-28/panel/")
    assert boris.get("/2027-28/kampanii/novaya/october/").status_code == 200
    answer = anna.post("/2027-28/lyudi/dobavit/", PERSON)
    assert answer.status_code == 302
    assert "2027/28 ещё не начался: ничего не изменилось." in page(anna, answer["Location"])


@pytest.mark.parametrize(
    ("actor", "section"), [(ANNA, "pary"), (ANNA, "karta"), (BORIS, "kampanii"), (BORIS, "panel"), (GLEB, "svodka")]
)
def test_a_farther_year_is_not_there(browser_of: BrowserOf, actor: Actor, section: str) -> None:
    shown = page(browser_of(actor), f"/2031-32/{section}/", 404)
    assert ("Такого учебного года ещё нет" in shown, f"/2026-27/{section}/" in shown) == (True, True)
    assert "/2031-32/" not in shown


def test_keys_of_programmes_belong_to_no_year(browser_of: BrowserOf) -> None:
    assert 'method="post"' in page(browser_of(GLEB), "/2024-25/svodka/klyuchi/").split("<main")[1]


def test_the_demonstration_stands_in_a_year_that_is_open() -> None:
    for today in (date(2026, 11, 22), date(2027, 8, 31), date(2027, 10, 26)):
        year, now = present_year(today), present_moment(today, "Asia/Yakutsk").date()
        assert (year == SchoolYear.of(now), year.is_closed(now), year.previous.is_closed(now)) == (True, False, True)
