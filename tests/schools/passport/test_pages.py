"""The school's card as its staff see it."""

from __future__ import annotations

from datetime import date

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from schools.passport.models import Headcount, SchoolCard
from tenants.current import school_open
from tests.cast import ANNA, EGOR, ZOYA
from tests.factories.school import card, headcount
from tests.schools.rooms import TODAY, BrowserOf, it_is, page, words

CARD = "/2025-26/kartochka/"
FORM = {"official_name": "Лесная средняя школа", "principal_name": "Ершов Егор Ильич", "works": "yes"}
SECTION = "https://shkola.example/nastavnichestvo"


@pytest.fixture
def anna(browser_of: BrowserOf, settings: LazySettings) -> Client:
    """Анна's browser in the middle of October."""
    it_is(settings)
    return browser_of(ANNA)


def test_an_empty_card_says_everything_it_lacks(anna: Client) -> None:
    seen = page(anna, CARD)
    assert "Не хватает: полное название, ссылка на раздел сайта и численность." in seen
    assert seen.count("нет данных") == 4


def test_the_principal_reads_and_only_the_curator_keeps(anna: Client, browser_of: BrowserOf) -> None:
    with school_open(1):
        card()
        headcount()
    egor = browser_of(EGOR)
    seen = page(egor, CARD)
    assert "Всё заполнено" in seen
    assert "Открывается, проверено 25 сентября 2025 года" in seen
    assert ("Изменить карточку" in seen, "Изменить карточку" in page(anna, CARD)) == (False, True)
    page(egor, CARD + "pravka/", 403)
    page(egor, CARD + "chislennost/", 403)


def test_the_card_is_saved_with_the_day_the_curator_looked(anna: Client) -> None:
    assert "Лесная СОШ" in page(anna, CARD + "pravka/")
    anna.post(CARD + "pravka/", {**FORM, "site_section_url": SECTION, "site_section_updated_on": "2025-10-01"})
    with school_open(1):
        saved = SchoolCard.objects.get()
    assert (saved.site_section_url, saved.site_section_works, saved.site_section_checked_on) == (SECTION, True, TODAY)
    assert "Карточка сохранена." in page(anna, CARD)


def test_without_a_link_nothing_opens(anna: Client) -> None:
    anna.post(CARD + "pravka/", FORM)
    with school_open(1):
        assert SchoolCard.objects.get().site_section_works is None


def test_what_cannot_be_comes_back_with_words_at_the_field(anna: Client) -> None:
    wrong = {**FORM, "official_name": "", "site_section_url": "сайт школы", "site_section_updated_on": "2025-12-01"}
    seen = words(anna.post(CARD + "pravka/", wrong), 422)
    assert "Впишите полное название, как в уставе." in seen
    assert "Скопируйте ссылку целиком" in seen
    assert "Этот день ещё не наступил" in seen


def test_numbers_left_empty_are_unknown_and_nought_is_nought(anna: Client) -> None:
    anna.post(CARD + "chislennost/", {"as_of": "2025-10-01", "pupils_10_19": "240", "young_teachers": "0"})
    with school_open(1):
        row = Headcount.objects.get()
    assert (row.pupils_10_19, row.pupils_15_19, row.young_teachers, row.teachers) == (240, None, 0, None)
    assert "Численность на 1 октября 2025 года сохранена." in page(anna, CARD)


def test_numbers_that_contradict_are_refused_with_both(anna: Client) -> None:
    wrong = {"as_of": "2025-10-01", "teachers": "20", "young_teachers": "30"}
    assert "молодых специалистов 30, а всех педагогов 20" in words(anna.post(CARD + "chislennost/", wrong), 422)
    late = {"as_of": "2025-10-16", "teachers": "-1"}
    seen = words(anna.post(CARD + "chislennost/", late), 422)
    assert ("Эта дата ещё не наступила" in seen, "не меньше 0" in seen) == (True, True)


def test_numbers_of_last_year_are_marked_as_old(anna: Client) -> None:
    with school_open(1):
        headcount(date(2025, 1, 10))
    assert "Числа прошлого года." in page(anna, CARD)


def test_a_kindergarten_is_not_asked_about_children_of_ten(anna: Client, browser_of: BrowserOf) -> None:
    zoya = browser_of(ZOYA)
    assert "10–19 лет" not in page(zoya, CARD)
    form = page(zoya, CARD + "chislennost/")
    assert ("10–19 лет" in form, "Педагогических работников" in form) == (False, True)
    zoya.post(CARD + "chislennost/", {"as_of": "2025-10-01", "teachers": "12", "young_teachers": "1"})
    with school_open(3):
        assert Headcount.objects.get().teachers == 12
    assert "Заведующий" in page(zoya, CARD + "pravka/")


def test_ten_dates_cost_as_many_queries_as_one(anna: Client) -> None:
    with school_open(1):
        card()
        headcount(date(2015, 9, 1))
    page(anna, CARD)
    with CaptureQueriesContext(connection) as few:
        page(anna, CARD)
    with school_open(1):
        for number in range(9):
            headcount(date(2016 + number, 9, 1))
    with CaptureQueriesContext(connection) as many:
        page(anna, CARD)
    assert len(many) == len(few) <= 8
