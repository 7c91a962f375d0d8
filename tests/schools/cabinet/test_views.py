"""«Сегодня» as the curator sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.conf import settings as product
from django.test import Client

from schools.pairs.services.form_pair import NewPair, appoint_pair, propose_pair
from tenants.current import school_open
from tests.cast import ANNA, Actor
from tests.factories import monitoring as form
from tests.factories import school as make
from tests.factories.municipal import local, opened, returned
from tests.schools.cabinet.days import PAGE, TODAY, busy_school, queries, text

Browser = Callable[[Actor], Client]


@pytest.fixture(autouse=True)
def october(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """It is noon of 15 October 2025."""
    monkeypatch.setattr(product, "CLOCK_STARTS_AT", local(TODAY))
    yield


def test_the_day_greets_by_name_with_the_date_in_words(browser_of: Browser) -> None:
    page = text(browser_of(ANNA))
    assert "Среда, 15 октября 2025 года" in page
    assert "Добрый день, Анна Петровна" in page


def test_a_new_school_is_led_by_its_first_steps(browser_of: Browser) -> None:
    with school_open(1):
        make.card()
        make.mentor()
    page = text(browser_of(ANNA))
    assert "Первые шаги" in page
    assert "2 из 6" in page
    ways = ("karta/novaya/", "lyudi/iz-excel/", "lyudi/soglasiya/?otbor=bez-soglasiya")
    assert [page.count(f'href="/2025-26/{path}"') > 0 for path in ways] == [True, True, True]
    assert page.split("<main")[1].count("btn--go") == 1


def test_the_first_steps_go_on_until_an_order_and_then_say_what_was_reached(browser_of: Browser) -> None:
    with school_open(1):
        pair = propose_pair(
            NewPair("teacher_pupil", [make.mentor()], [make.mentee()]), on=TODAY, actor_id=1, at=make.AT
        )
    client = browser_of(ANNA)
    page = text(client)
    assert ("Первые шаги" in page, "Закрепить первые пары приказом" in page) == (True, True)
    assert 'href="/2025-26/pary/prikaz/#id_order_number"' in page
    with school_open(1):
        appoint_pair(pair, order_number="5", ordered_on=TODAY, actor_id=1, at=make.AT)
    page = text(client)
    assert ("Первые шаги" in page, "Готово: работает 1 пара." in page) == (False, True)


def test_a_step_is_put_off_and_taken_up_again(browser_of: Browser) -> None:
    client = browser_of(ANNA)
    assert text(client).index("Проверить карточку") < text(client).index("Собрать согласия")
    client.post(f"{PAGE}pozzhe/kartochka/")
    page = text(client)
    assert page.index("Проверить карточку") > page.index("Собрать согласия")
    client.post(f"{PAGE}pozzhe/kartochka/", {"vernut": "1"})
    assert text(client).index("Проверить карточку") < text(client).index("Собрать согласия")
    assert client.post(f"{PAGE}pozzhe/chto-to/").status_code == 404


def test_deeds_stand_in_order_with_one_main_button(browser_of: Browser) -> None:
    opened()
    with school_open(1):
        busy_school()
    page = text(browser_of(ANNA))
    wanted = [
        "Мониторинг «Октябрь 2025»", "Просроченное 4", "Просроченное 3", "Ещё 2 просроченных", "Просроченное 2",
        "Пара давно не встречалась", "Собрать согласия: не хватает 1 из 5", "1 наставляемый ждёт наставника",
        "На этой неделе",
    ]  # fmt: skip
    assert sorted(wanted, key=page.index) == wanted
    assert "Вас ждут девять дел, четыре просрочены." in page
    assert 'aria-label="дел: 9"' in page
    assert page.split("<main")[1].count("btn--go") == 1
    assert "Начать мониторинг" in page


def test_the_headline_and_the_menu_say_how_many_lines_the_curator_sees(browser_of: Browser) -> None:
    opened()
    with school_open(1):
        busy_school()
    page = text(browser_of(ANNA))
    trail = page.split('id="dela"')[1].split("</section>")[0]
    own, later = trail.split("Впереди, сейчас делать ничего не нужно")
    lines = (
        own.count("trail__body")
        - own.count("<details>")
        + own.split("<details>")[1].split("</details>")[0].count("<li>")
    )
    assert (lines, later.count("trail__body")) == (9, 1)
    assert ("Вас ждут девять дел" in page, 'aria-label="дел: 9"' in page) == (True, True)


def test_the_five_numbers_lead_to_their_rows(browser_of: Browser) -> None:
    with school_open(1):
        busy_school()
    aside = text(browser_of(ANNA)).split("Программа сейчас")[1].split("</dl>")[0]
    assert [part.split("</dd>")[0] for part in aside.split("<dd>")[1:]] == ["2", "2 из 3", "1", "1 из 1", "1 из 7"]
    assert aside.count("<a href=") == 5


def test_a_form_in_work_says_how_much_is_filled_in(browser_of: Browser) -> None:
    campaign = opened().id
    with school_open(1):
        form.ready(campaign)
        filled = form.read(campaign).progress
    page = text(browser_of(ANNA))
    assert f"{filled.done} из {filled.total}</b> показателей" in page
    assert "Продолжить мониторинг" in page


def test_a_form_at_the_methodist_waits_for_her(browser_of: Browser) -> None:
    campaign = opened().id
    with school_open(1):
        form.ready(campaign)
        form.hand_in(campaign)
    page = text(browser_of(ANNA))
    assert "Мониторинг «Октябрь 2025» на проверке у методиста" in page
    assert "Сдан 15 октября. От вас ничего не нужно." in page


def test_a_returned_form_asks_for_an_answer(browser_of: Browser) -> None:
    campaign = opened()
    with school_open(1):
        form.ready(campaign.id)
        receipt = form.hand_in(campaign.id)
    returned(campaign, receipt, at=local(TODAY, 11))
    client = browser_of(ANNA)
    page = text(client)
    assert "Мониторинг «Октябрь 2025» возвращён" in page
    assert "Методист вернул форму: 1 вопрос." in page
    assert "Ответить методисту" in page
    assert "#answer-" in page
    assert queries(client) == 12


def test_a_quiet_day_says_so(browser_of: Browser) -> None:
    with school_open(1):
        stage = make.roadmap()
        make.activity(stage, date(2025, 9, 15), done_on=date(2025, 9, 15))
        make.activity(stage, date(2025, 12, 5), text="Провести опрос")
        make.working_pair(ordered_on=date(2025, 10, 10))
    page = text(browser_of(ANNA))
    assert ("На этой неделе дел нет" in page, "Срочных дел нет." in page) == (True, True)
    assert "Ближайшее: 5 декабря, провести опрос." in page


def test_what_happened_is_told_with_its_day_and_the_journal_has_the_rest(browser_of: Browser) -> None:
    with school_open(1):
        pair = make.working_pair()
        make.meeting(pair, TODAY)
    client = browser_of(ANNA)
    assert f"Сегодня, 12:00.</time> Пара № {pair} (Проверкин" in text(client)
    told = text(client, f"{PAGE}zhurnal/")
    assert ("): встреча 15 октября 2025 года записана." in told, "): закреплена приказом № 41." in told) == (True, True)


@pytest.mark.parametrize("page", ["segodnya/", "segodnya/zhurnal/"])
def test_another_year_has_no_today(browser_of: Browser, page: str) -> None:
    assert browser_of(ANNA).get(f"/2024-25/{page}")["Location"] == f"/2025-26/{page}"
    assert "2026/27 учебный год ещё не начался" in text(browser_of(ANNA), f"/2026-27/{page}")


def test_the_page_costs_the_same_for_any_school(browser_of: Browser) -> None:
    campaign = opened().id
    with school_open(1):
        busy_school()
        form.type_in(campaign, form.TYPED)
    client = browser_of(ANNA)
    few = queries(client)
    with school_open(1):
        for _ in range(5):
            busy_school()
    assert (few, queries(client)) == (12, 12)
