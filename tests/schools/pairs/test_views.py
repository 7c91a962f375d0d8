"""Pages of pairs, as the curator and the principal reach them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.conf import settings as product
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from schools.pairs.services.form_pair import NewPair, end_pair, propose_pair
from tenants.current import school_open
from tests.cast import ANNA, EGOR, VERA, Actor
from tests.factories import school as make
from tests.factories.municipal import local

Browser = Callable[[Actor], Client]
YEAR = "/2025-26/pary"
TODAY = date(2025, 10, 15)


@pytest.fixture(autouse=True)
def october(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """It is 15 October 2025."""
    monkeypatch.setattr(product, "CLOCK_STARTS_AT", local(TODAY))
    yield


def _text(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode().replace("\u00a0", " ").replace("&nbsp;", " ")


def _proposed(**mentee: Any) -> int:
    wanted = NewPair("teacher_pupil", [make.mentor()], [make.mentee(**mentee)])
    return propose_pair(wanted, on=date(2025, 10, 12), actor_id=1, at=make.AT)


def _said(client: Client, address: str) -> str:
    """What the last act said, on the page it led to."""
    return _text(client, address).split('id="notes"')[1].split("</div>")[0]


def test_a_school_without_pairs_is_told_where_to_begin(browser_of: Browser) -> None:
    page = _text(browser_of(ANNA), f"{YEAR}/")
    assert "Пар пока нет" in page
    assert "/2025-26/lyudi/" in page


def test_the_list_says_who_works_and_who_is_silent(browser_of: Browser) -> None:
    with school_open(1):
        met, silent = make.working_pair(), make.working_pair()
        make.meeting(met, date(2025, 10, 10), kind="acquaintance")
        make.meeting(silent, date(2025, 9, 24), kind="planning")
    page = _text(browser_of(ANNA), f"{YEAR}/")
    assert "2 пары работают." in page
    assert "21 день без встреч" in page
    assert "№ 41 от 10.09.2025" in page
    assert 'Давно не встречались <span class="num">1</span>' in page
    assert page.count(f"{YEAR}/{met}/") == 1


@pytest.mark.parametrize(
    ("choice", "shown"),
    [
        ("", ["working", "group"]),
        ("?otbor=davno", ["working", "group"]),
        ("?otbor=predlozheny", ["proposed"]),
        ("?otbor=zaversheny", ["completed", "broken"]),
        ("?otbor=gruppy", ["group"]),
        ("?otbor=nepravda", ["working", "group"]),
        ("?forma=employer_pupil", []),
    ],
)
def test_filters_leave_what_they_say(browser_of: Browser, choice: str, shown: list[str]) -> None:
    with school_open(1):
        pairs = {
            "working": make.working_pair(),
            "group": make.pair(make.mentor(), [make.mentee(), make.mentee()]),
            "proposed": _proposed(),
            "completed": make.completed(make.working_pair(), date(2025, 10, 1)),
            "broken": make.broken(make.working_pair(), date(2025, 10, 1)),
        }
    page = _text(browser_of(ANNA), f"{YEAR}/{choice}")
    assert [name for name, pk in pairs.items() if f'href="{YEAR}/{pk}/"' in page] == shown


def test_whoever_waits_stands_first_and_free_mentors_beside_him(browser_of: Browser) -> None:
    with school_open(1):
        mentee = make.mentee(last_name="Фролова", first_name="Вера", patronymic="")
        free = make.mentor(last_name="Гусева", first_name="Нина", patronymic="Андреевна")
        make.pair(make.mentor(last_name="Занятова"), make.mentee())
        make.mentor("partner", last_name="Партнёров", first_name="Олег", patronymic="", partner_id=make.partner())
    page = _text(browser_of(ANNA), f"{YEAR}/")
    matcher = page.split('id="podbor"')[1].split("</section>")[0]
    assert "Наставника ждёт 1 человек." in page
    assert "О чём просит Фролова В." in matcher
    assert "ждёт 44 дня" in matcher
    assert "Занятова" not in matcher
    assert f"?kto={free}&amp;komu={mentee}" in matcher
    assert "Партнёров О." in matcher  # «работодатель — ученик»


def test_the_chosen_one_of_the_waiting_is_spoken_of(browser_of: Browser) -> None:
    with school_open(1):
        make.mentee(last_name="Первый", first_name="Ян", patronymic="")
        second = make.mentee(last_name="Второй", first_name="Ян", patronymic="", since=date(2025, 10, 1))
    assert "О чём просит Второй Я." in _text(browser_of(ANNA), f"{YEAR}/?kto={second}")


def test_a_pair_page_shows_its_people_its_way_and_its_meetings(browser_of: Browser) -> None:
    with school_open(1):
        mentor = make.mentor(last_name="Гусева", first_name="Нина", patronymic="Андреевна")
        pair = make.pair(mentor, make.mentee())
        make.meeting(pair, date(2025, 9, 20), kind="acquaintance")
        make.meeting(pair, date(2025, 10, 14), kind="trial", feedback=True)
    page = _text(browser_of(ANNA), f"{YEAR}/{pair}/")
    assert "Пара работает: 2 встречи, последняя вчера." in page
    assert f'href="/2025-26/lyudi/{mentor}/">Гусева Нина Андреевна</a>' in page
    assert page.count(": пройдено") == 2
    assert page.index("Пробная встреча") < page.index("Знакомство")
    assert "Есть отзыв наставника." in page


def test_the_principal_reads_and_has_nothing_to_press(browser_of: Browser) -> None:
    with school_open(1):
        pair, proposed = make.working_pair(), _proposed()
        make.mentee()
    client = browser_of(EGOR)
    pages = [f"{YEAR}/", f"{YEAR}/{pair}/", f"{YEAR}/{proposed}/", f"{YEAR}/programmy/"]
    main = [_text(client, address).split("<main")[1] for address in pages]
    assert [("<form" in page, "btn--go" in page, "/lyudi/" in page) for page in main] == [(False, False, False)] * 4


def test_a_past_year_is_only_read(browser_of: Browser) -> None:
    with school_open(1):
        make.working_pair(ordered_on=date(2024, 9, 20))
        make.mentee(since=date(2024, 9, 1))
    page = _text(browser_of(ANNA), "/2024-25/pary/").split("<main")[1]
    assert "За 2024/25 учебный год работала 1 пара." in page
    assert ("Работали" in page, "Работала до конца года" in page, "Где сейчас" in page) == (True, True, False)
    assert ("btn--go" in page, "Ждут наставника" in page) == (False, False)


def test_pairs_of_a_past_year_are_all_that_worked_in_it(browser_of: Browser) -> None:
    with school_open(1):
        pair = make.working_pair(ordered_on=date(2024, 9, 20))
        make.meeting(pair, date(2025, 5, 20))
        end_pair(pair, completed=True, on=date(2025, 5, 30), reason="", actor_id=1, at=local(date(2025, 5, 30)))
    page = _text(browser_of(ANNA), "/2024-25/pary/").split("<main")[1]
    assert "За 2024/25 учебный год работала 1 пара." in page
    assert ("Завершена" in page, "20 мая 2025 года" in page) == (True, True)
    assert "За 2023/24 учебный год ни одна пара не работала." in _text(browser_of(ANNA), "/2023-24/pary/")


def test_a_neighbour_sees_none_of_it(browser_of: Browser) -> None:
    with school_open(1):
        pair = make.pair(make.mentor(last_name="Тайная"), make.mentee())
    vera = browser_of(VERA)
    assert "Тайная" not in _text(vera, f"{YEAR}/")
    _text(vera, f"{YEAR}/{pair}/", 404)
    assert vera.post(f"{YEAR}/{pair}/prervat/", {"on": "2025-10-15", "reason": "чужая"}).status_code == 404


def _queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return len(asked)


@pytest.mark.parametrize(("page", "count"), [("", 9), ("predlozhit/?forma=teacher_pupil", 9), ("prikaz/", 9)])
def test_the_number_of_queries_does_not_grow_with_the_school(browser_of: Browser, page: str, count: int) -> None:
    client = browser_of(ANNA)
    with school_open(1):
        make.working_pair()
        make.mentee()
        make.mentor()
        _proposed()
    client.get(f"{YEAR}/{page}")  # the host is asked about once
    few = _queries(client, f"{YEAR}/{page}")
    with school_open(1):
        for _ in range(8):
            make.meeting(make.working_pair(), date(2025, 9, 20))
            make.mentee()
            make.mentor()
            _proposed()
    assert (few, _queries(client, f"{YEAR}/{page}")) == (count, count)
