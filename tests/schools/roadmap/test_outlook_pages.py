"""The roadmap by months, as a calendar, as the school's own table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from schools.roadmap.models import Occurrence
from schools.roadmap.services.mark_done import mark_done
from tenants.current import school_open
from tests.cast import ANNA, EGOR, VERA, Actor
from tests.schools.roadmap.outlook_cases import grow, own, typical

pytestmark = pytest.mark.django_db
BASE = "/2026-27/karta/"
SignIn = Callable[[Actor], Client]


@pytest.fixture(autouse=True)
def _november(settings: LazySettings) -> None:
    settings.CLOCK_STARTS_AT = datetime(2026, 11, 10, 3, tzinfo=UTC)


def _text(answer) -> str:  # type: ignore[no-untyped-def]  # a response
    assert answer.status_code == 200
    return " ".join(answer.content.decode().replace("\xa0", " ").split())


def test_the_timeline_shows_every_stage_by_months_with_shape_and_word(browser_of: SignIn, db: None) -> None:
    page = _text(browser_of(ANNA).get(f"{BASE}{own()}/lenta/"))
    assert page.count('<th scope="col"') == 14  # the stage, twelve months, those without a date
    assert "Собрать группу: Просрочено, до 15 октября" in page
    assert "Подвести итоги 2026/2027 года: Впереди, до 31 мая" in page
    assert "Встречаться: В работе" in page
    assert "Октябрь 2026</h2>" in page  # the same as a list for a phone
    assert "Без даты</h2>" in page


def test_a_done_date_has_its_own_mark(browser_of: SignIn, db: None) -> None:
    roadmap = own()
    with school_open(1):
        first = Occurrence.objects.get(due_on=date(2026, 10, 15)).activity_id
        day = date(2026, 10, 10)
        mark_done(first, done_on=day, today=day, actor_id=1, at=datetime(2026, 10, 10, tzinfo=UTC))
    assert "Собрать группу: Выполнено, до 15 октября" in _text(browser_of(ANNA).get(f"{BASE}{roadmap}/lenta/"))


def test_the_calendar_shows_the_present_month_and_leads_to_its_neighbours(browser_of: SignIn, db: None) -> None:
    own()
    client = browser_of(EGOR)
    now = _text(client.get(f"{BASE}mesyac/"))
    assert "Ноябрь 2026 года" in now
    assert "День народного единства" in now
    assert 'aria-current="date"' in now
    assert f"{BASE}mesyac/10/" in now
    assert f"{BASE}mesyac/12/" in now
    october = _text(client.get(f"{BASE}mesyac/10/"))
    assert '1.1 Собрать группу<span class="vh">: Просрочено' in october
    assert "2 срока в этом месяце." in october


def test_the_calendar_keeps_to_the_school_year(browser_of: SignIn, db: None) -> None:
    client = browser_of(ANNA)
    september, august = _text(client.get(f"{BASE}mesyac/9/")), _text(client.get(f"{BASE}mesyac/8/"))
    assert "Сентябрь 2026 года" in september
    assert "Август 2027 года" in august
    assert "mesyac/8/" not in september
    assert "mesyac/9/" not in august
    assert client.get(f"{BASE}mesyac/13/").status_code == 404


def test_the_table_has_the_columns_of_the_school(browser_of: SignIn, db: None) -> None:
    page = _text(browser_of(ANNA).get(f"{BASE}{own()}/tablica/"))
    for title in ("№ п/п", "Что делаем", "Сроки выполнения", "Где", "Ответственные лица"):
        assert f">{title}</th>" in page
    assert "ПРОЕКТ" in page
    assert "Этап 1. Готовимся" in page
    assert "12.5" in page


@pytest.mark.parametrize(
    "what", ["{}/lenta/", "mesyac/", "mesyac/5/", "{}/tablica/", "{}/tablica.docx", "{}/tablica.xlsx"]
)
def test_a_page_asks_the_same_number_of_queries_for_ten_and_for_two_hundred(
    browser_of: SignIn, what: str, db: None
) -> None:
    client, roadmap = browser_of(ANNA), typical()
    address = BASE + what.format(roadmap)
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        assert client.get(address).status_code == 200
    grow(roadmap, 200)
    with CaptureQueriesContext(connection) as many:
        assert client.get(address).status_code == 200
    assert len(many) == len(few)
    assert len(many) <= (20 if what.endswith("xlsx") else 15)  # a file for counting is not a page


@pytest.mark.parametrize("what", ["lenta/", "tablica/", "tablica.docx", "tablica.xlsx"])
def test_another_schools_roadmap_is_not_there(browser_of: SignIn, what: str, db: None) -> None:
    assert browser_of(VERA).get(f"{BASE}{own()}/{what}").status_code == 404
