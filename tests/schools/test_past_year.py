"""Pages of a school year that is over: who took part in it, in the past tense, with nothing left to do."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.conf import LazySettings
from django.test import Client

from schools.people.models import MenteeCard
from tenants.current import school_open
from tests.cast import ANNA
from tests.factories import school as make
from tests.factories.municipal import local
from tests.schools.rooms import BrowserOf, page

pytestmark = pytest.mark.django_db
YEAR = "/2025-26"
PRESENT = re.compile(
    r"\b[Пп]ока\b|\b[Сс]егодня\b|\bосталось\b|\b[Ее]щё не\b|просрочено|Просрочено|Ожидаем|\bДействует\b"
)
SECTIONS = [
    *("karta", "lyudi", "lyudi/nastavlyaemye", "lyudi/soglasiya", "lyudi/partnery", "pary", "pary/programmy"),
    *("vstrechi", "dokumenty", "kartochka", "publikacii", "monitoring"),
]


@pytest.fixture(autouse=True)
def _the_year_is_closed(settings: LazySettings) -> None:
    settings.CLOCK_STARTS_AT = local(date(2026, 11, 10))


def _main(client: Client, address: str) -> str:
    return page(client, f"{YEAR}/{address}").split("<main")[1].split("</main>")[0]


def test_a_register_of_a_past_year_holds_all_who_stood_in_it(browser_of: BrowserOf) -> None:
    with school_open(1):
        make.mentee(last_name="Дошедший")
        left = make.mentee(last_name="Ушедшая")
        MenteeCard.objects.filter(person_id=left).update(until=date(2025, 12, 20))
    shown = _main(browser_of(ANNA), "lyudi/nastavlyaemye/")
    assert "За 2025/26 учебный год в базе были 2 наставляемых, согласие было у каждого." in shown
    assert ("Дошедший" in shown, "Ушедшая" in shown) == (True, True)
    assert "никого не записано" in page(browser_of(ANNA), "/2023-24/lyudi/nastavlyaemye/")


def test_a_roadmap_that_is_over_awaits_nothing(browser_of: BrowserOf) -> None:
    with school_open(1):
        stage = make.roadmap()
        make.activity(stage, date(2025, 9, 20), done_on=date(2025, 9, 18))
        make.activity(stage, date(2025, 10, 1))
    shown = _main(browser_of(ANNA), "karta/")
    assert "Выполнено 1 из 2 мероприятий, не выполнено 1." in shown
    assert PRESENT.findall(shown) == []


@pytest.mark.parametrize(
    "section",
    SECTIONS,
)
@pytest.mark.parametrize("is_empty", [True, False], ids=["nothing", "something"])
def test_no_page_speaks_of_the_present(browser_of: BrowserOf, section: str, is_empty: bool) -> None:
    if not is_empty:
        with school_open(1):
            make.meeting(make.working_pair(), date(2025, 10, 14))
            make.activity(make.roadmap(), date(2025, 10, 1))
            make.document("adoption")
            make.publication()
            make.partner()
            make.programme()
            make.headcount()
    shown = _main(browser_of(ANNA), f"{section}/")
    assert (PRESENT.findall(shown), 'method="post"' in shown) == ([], False)
