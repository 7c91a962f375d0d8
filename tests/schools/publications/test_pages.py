"""Publications as the curator sees them."""

from __future__ import annotations

from datetime import date

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from schools.publications.models import Publication
from tenants.current import school_open
from tests.cast import ANNA, EGOR, VERA
from tests.factories.school import publication
from tests.schools.rooms import TODAY, BrowserOf, it_is, page, words

LIST = "/2025-26/publikacii/"
FORM = {
    "url": "https://shkola.example/novosti/osen",
    "title": "Первые встречи",
    "published_on": "2025-10-03",
    "channel": "site",
}


@pytest.fixture
def anna(browser_of: BrowserOf, settings: LazySettings) -> Client:
    """Анна's browser in the middle of October."""
    it_is(settings)
    return browser_of(ANNA)


def test_an_empty_year_says_what_is_enough(anna: Client) -> None:
    seen = page(anna, LIST)
    assert "За 2025/26 учебный год публикаций пока нет." in seen
    assert "Хватит ссылки и даты" in seen


def test_the_list_is_the_curators_of_this_school(anna: Client, browser_of: BrowserOf) -> None:
    with school_open(1):
        made = publication()
    page(browser_of(EGOR), LIST, 403)
    vera = browser_of(VERA)
    assert "Новости наставничества" not in page(vera, LIST)
    assert vera.get(f"{LIST}{made}/pravka/").status_code == 404
    assert vera.post(f"{LIST}{made}/ssylka/", {"otkryvaetsya": "net"}).status_code == 404


def test_a_page_is_added_and_lands_in_the_year_of_its_date(anna: Client) -> None:
    assert anna.post(LIST + "dobavit/", FORM)["Location"] == LIST
    assert "Публикация добавлена. Она в списке 2025/26 учебного года." in page(anna, LIST)
    spring = {**FORM, "url": "https://shkola.example/novosti/vesna", "published_on": "2025-05-20"}
    assert anna.post(LIST + "dobavit/", spring)["Location"] == "/2024-25/publikacii/"
    assert page(anna, LIST).count('<tr id="p') == 1


def test_a_refused_page_comes_back_with_what_to_do(anna: Client) -> None:
    anna.post(LIST + "dobavit/", FORM)
    assert "эта ссылка уже есть в списке" in words(anna.post(LIST + "dobavit/", {**FORM, "title": "Другие слова"}), 422)
    later = {**FORM, "url": "https://shkola.example/2", "published_on": "2025-10-16"}
    assert "дата в будущем" in words(anna.post(LIST + "dobavit/", later), 422)
    empty = words(anna.post(LIST + "dobavit/", {}), 422)
    assert "Пока не сохранено: поправьте 4 места" in empty


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "просто слова"])
def test_only_addresses_of_pages_are_taken(anna: Client, url: str) -> None:
    assert "Скопируйте ссылку целиком" in words(anna.post(LIST + "dobavit/", {**FORM, "url": url}), 422)


def test_places_are_counted_and_chosen(anna: Client) -> None:
    with school_open(1):
        publication(channel="site")
        publication(channel="social")
        publication(channel="social")
    assert page(anna, LIST).count('<tr id="p') == 3
    assert page(anna, LIST + "?gde=social").count('<tr id="p') == 2
    assert "Здесь публикаций нет." in page(anna, LIST + "?gde=media")
    assert page(anna, LIST + "?gde=nowhere").count('<tr id="p') == 3


def test_the_curator_notes_that_a_link_is_dead_and_that_it_opens_again(anna: Client) -> None:
    with school_open(1):
        made = publication()
    assert "Ссылку не проверяли" in page(anna, LIST)
    anna.post(f"{LIST}{made}/ssylka/", {"otkryvaetsya": "net"})
    seen = page(anna, LIST)
    assert "Не открывается, проверено 15.10.2025" in seen
    assert "В мониторинг войдёт 0: 1 ссылка не открывается." in seen
    anna.post(f"{LIST}{made}/ssylka/", {"otkryvaetsya": "da"})
    assert "Открывается, проверено 15.10.2025" in page(anna, LIST)
    anna.post(f"{LIST}{made}/ssylka/", {"otkryvaetsya": "может быть"})
    assert "Отметка не сохранена" in page(anna, LIST)
    with school_open(1):
        assert (Publication.objects.get().works, Publication.objects.get().checked_on) == (True, TODAY)


def test_an_entry_is_mended(anna: Client) -> None:
    with school_open(1):
        made = publication()
    assert 'value="Новости наставничества"' in page(anna, f"{LIST}{made}/pravka/")
    anna.post(f"{LIST}{made}/pravka/", FORM)
    assert "Первые встречи" in page(anna, LIST)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 4, 30), "обязательна до 31 мая. Пока рано."),
        (date(2026, 5, 1), "обязательна до 31 мая. Пока её нет."),
        (date(2026, 5, 31), "обязательна до 31 мая. Пока её нет."),
        (date(2026, 6, 1), "Итоги года не опубликованы."),
    ],
)
def test_the_duty_of_may_is_told_by_the_day(
    browser_of: BrowserOf, settings: LazySettings, day: date, said: str
) -> None:
    it_is(settings, day)
    assert said in page(browser_of(ANNA), LIST)


def test_the_duty_is_kept_by_a_page_marked_as_results(browser_of: BrowserOf, settings: LazySettings) -> None:
    it_is(settings, date(2026, 6, 1))
    anna = browser_of(ANNA)
    assert "checked" in page(anna, LIST + "dobavit/?itogi").split('name="is_year_results"')[1].split(">")[0]
    anna.post(LIST + "dobavit/", {**FORM, "published_on": "2026-05-22", "is_year_results": "on"})
    assert "Итоги года опубликованы." in page(anna, LIST)


def test_thirty_publications_cost_as_many_queries_as_three(anna: Client) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            page(anna, LIST)
        return len(asked)

    page(anna, LIST)
    with school_open(1):
        for _ in range(3):
            publication()
    few = cost()
    with school_open(1):
        for _ in range(27):
            publication()
    assert cost() == few <= 9
