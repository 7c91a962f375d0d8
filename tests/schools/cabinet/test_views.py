"""«Сегодня» as the curator and the principal see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from django.conf import settings as product
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from schools.pairs.services.form_pair import NewPair, propose_pair
from tenants.current import school_open
from tests.cast import ANNA, EGOR, VERA, Actor
from tests.factories import monitoring as form
from tests.factories import school as make
from tests.factories.municipal import local, opened, returned

Browser = Callable[[Actor], Client]
PAGE = "/2025-26/segodnya/"
TODAY = date(2025, 10, 15)


@pytest.fixture(autouse=True)
def october(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """It is noon of 15 October 2025."""
    monkeypatch.setattr(product, "CLOCK_STARTS_AT", local(TODAY))
    yield


def _text(client: Client, address: str = PAGE, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode().replace("\u00a0", " ").replace("&nbsp;", " ")


def test_the_day_greets_by_name_with_the_date_in_words(browser_of: Browser) -> None:
    page = _text(browser_of(ANNA))
    assert "Среда, 15 октября 2025 года" in page
    assert "Добрый день, Анна Петровна" in page


def test_a_new_school_is_led_by_its_first_steps(browser_of: Browser) -> None:
    with school_open(1):
        make.card()
        make.mentor()
    page = _text(browser_of(ANNA))
    assert "Первые шаги" in page
    assert "1 из 5" in page
    assert [page.count(f'href="/2025-26/{path}"') > 0 for path in ("karta/novaya/", "lyudi/", "lyudi/soglasiya/")] == [
        True, True, True,
    ]  # fmt: skip
    assert page.split("<main")[1].count("btn--go") == 1


def test_the_first_steps_go_away_with_the_first_pair(browser_of: Browser) -> None:
    with school_open(1):
        propose_pair(NewPair("teacher_pupil", [make.mentor()], [make.mentee()]), on=TODAY, actor_id=1, at=make.AT)
    page = _text(browser_of(ANNA))
    assert ("Первые шаги" in page, "Предложенная пара ждёт приказа" in page) == (False, True)


def _busy_school() -> None:
    stage = make.roadmap()
    make.activity(stage, date(2025, 9, 15), done_on=date(2025, 9, 15))
    for number in range(1, 5):
        make.activity(stage, TODAY - timedelta(days=number), text=f"Просроченное {number}")
    make.activity(stage, TODAY + timedelta(days=5), text="Впереди")
    met, silent = make.working_pair(), make.working_pair()
    make.meeting(met, date(2025, 10, 10), feedback=True)
    make.meeting(silent, date(2025, 9, 24))
    make.mentee(consent=False)


def test_deeds_stand_in_order_with_one_main_button(browser_of: Browser) -> None:
    opened()
    with school_open(1):
        _busy_school()
    page = _text(browser_of(ANNA))
    wanted = [
        "Мониторинг «Октябрь 2025»", "Просроченное 4", "Просроченное 3", "Ещё 2 просроченных", "Просроченное 2",
        "Пара давно не встречалась", "Собрать согласия: не хватает 1 из 5", "1 наставляемый ждёт наставника", "Впереди",
    ]  # fmt: skip
    assert sorted(wanted, key=page.index) == wanted
    assert "Вас ждут восемь дел, четыре просрочены." in page
    assert 'aria-label="дел: 8"' in page
    assert page.split("<main")[1].count("btn--go") == 1
    assert "Начать мониторинг" in page


def test_the_headline_and_the_menu_say_how_many_lines_the_curator_sees(browser_of: Browser) -> None:
    opened()
    with school_open(1):
        _busy_school()
    page = _text(browser_of(ANNA))
    trail = page.split('id="dela"')[1].split("</section>")[0]
    own, later = trail.split("Впереди, сейчас делать ничего не нужно")
    lines = (
        own.count("trail__body")
        - own.count("<details>")
        + own.split("<details>")[1].split("</details>")[0].count("<li>")
    )
    assert (lines, later.count("trail__body")) == (8, 1)
    assert ("Вас ждут восемь дел" in page, 'aria-label="дел: 8"' in page) == (True, True)


def test_the_five_numbers_lead_to_their_rows(browser_of: Browser) -> None:
    with school_open(1):
        _busy_school()
    aside = _text(browser_of(ANNA)).split("Программа сейчас")[1].split("</dl>")[0]
    assert [part.split("</dd>")[0] for part in aside.split("<dd>")[1:]] == ["2", "2 из 3", "1", "1 из 1", "1 из 6"]
    assert aside.count("<a href=") == 5


def test_a_form_in_work_says_how_much_is_filled_in(browser_of: Browser) -> None:
    campaign = opened().id
    with school_open(1):
        form.ready(campaign)
        filled = form.read(campaign).progress
    page = _text(browser_of(ANNA))
    assert f"{filled.done} из {filled.total}</b> показателей" in page
    assert "Продолжить мониторинг" in page


def test_a_form_at_the_methodist_waits_for_her(browser_of: Browser) -> None:
    campaign = opened().id
    with school_open(1):
        form.ready(campaign)
        form.hand_in(campaign)
    page = _text(browser_of(ANNA))
    assert "Мониторинг «Октябрь 2025» на проверке у методиста" in page
    assert "Сдан 15 октября. От вас ничего не нужно." in page


def test_a_returned_form_asks_for_an_answer(browser_of: Browser) -> None:
    campaign = opened()
    with school_open(1):
        form.ready(campaign.id)
        receipt = form.hand_in(campaign.id)
    returned(campaign, receipt, at=local(TODAY, 11))
    client = browser_of(ANNA)
    page = _text(client)
    assert "Мониторинг «Октябрь 2025» возвращён" in page
    assert "Методист вернул форму: 1 вопрос." in page
    assert "Ответить методисту" in page
    assert _queries(client) == 22


def test_a_quiet_day_says_so(browser_of: Browser) -> None:
    with school_open(1):
        stage = make.roadmap()
        make.activity(stage, date(2025, 9, 15), done_on=date(2025, 9, 15))
        make.activity(stage, date(2025, 12, 5), text="Провести опрос")
        make.working_pair(ordered_on=date(2025, 10, 10))
    page = _text(browser_of(ANNA))
    assert ("На этой неделе дел нет" in page, "Срочных дел нет." in page) == (True, True)
    assert "Ближайшее: 5 декабря, провести опрос." in page


def test_the_principal_sees_the_same_facts_with_nothing_to_press(browser_of: Browser) -> None:
    opened()
    with school_open(1):
        _busy_school()
    page = _text(browser_of(EGOR))
    main = page.split("<main")[1]
    assert "Куратора ждут восемь дел, четыре просрочены." in main
    assert 'class="btn' not in main
    assert "/lyudi/" not in main
    assert 'class="count"' not in page


def test_what_happened_is_told_with_its_day_and_the_journal_has_the_rest(browser_of: Browser) -> None:
    with school_open(1):
        pair = make.working_pair()
        make.meeting(pair, TODAY)
    client = browser_of(ANNA)
    assert f"Сегодня, 12:00.</time> Пара № {pair} (Проверкин" in _text(client)
    told = _text(client, f"{PAGE}zhurnal/")
    assert ("): встреча 15 октября 2025 года записана." in told, "): закреплена приказом № 41." in told) == (True, True)


@pytest.mark.parametrize("page", ["segodnya/", "segodnya/zhurnal/"])
def test_another_year_has_no_today(browser_of: Browser, page: str) -> None:
    assert browser_of(ANNA).get(f"/2024-25/{page}")["Location"] == f"/2025-26/{page}"
    assert "2026/27 учебный год ещё не начался" in _text(browser_of(ANNA), f"/2026-27/{page}")


def test_a_neighbour_sees_none_of_it(browser_of: Browser) -> None:
    with school_open(1):
        _busy_school()
    assert "Просроченное" not in _text(browser_of(VERA))
    assert "Пара №" not in _text(browser_of(VERA), f"{PAGE}zhurnal/")


def test_the_page_costs_the_same_for_any_school(browser_of: Browser) -> None:
    campaign = opened().id
    with school_open(1):
        _busy_school()
        form.type_in(campaign, form.TYPED)
    client = browser_of(ANNA)
    few = _queries(client)
    with school_open(1):
        for _ in range(5):
            _busy_school()
    assert (few, _queries(client)) == (21, 21)


def _queries(client: Client) -> int:
    client.get(PAGE)  # the host is asked about once
    with CaptureQueriesContext(connection) as asked:
        client.get(PAGE)
    return len(asked)
