"""Pages of the journal, as the curator reaches them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from django.conf import settings as product
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from schools.meetings.models import Meeting
from schools.meetings.services.record_meeting import plan_meeting
from tenants.current import school_open
from tests.cast import ANNA, EGOR, VERA, Actor
from tests.factories import school as make
from tests.factories.municipal import local

Browser = Callable[[Actor], Client]
YEAR = "/2025-26/vstrechi"
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


def _plan(pair: int, day: date) -> int:
    return plan_meeting(pair, planned_on=day, kind="working", topic="", today=date(2025, 9, 10), actor_id=1, at=make.AT)


def test_an_empty_journal_says_what_to_do(browser_of: Browser) -> None:
    assert "Встреч пока нет" in _text(browser_of(ANNA), f"{YEAR}/")


def test_the_journal_goes_by_weeks_with_their_counts(browser_of: Browser) -> None:
    with school_open(1):
        pair = make.working_pair()
        make.meeting(pair, date(2025, 10, 14), feedback=True)
        make.meeting(pair, date(2025, 10, 6))
        planned = _plan(pair, date(2025, 10, 13))
    page = _text(browser_of(ANNA), f"{YEAR}/")
    assert "За учебный год проведены 2 встречи, отзыв есть о 1." in page
    assert "Не отмечено: 1 встреча прошла по плану, а записи нет." in page
    assert page.index("13–19 октября") < page.index("Проведено 1, в плане 1.") < page.index("6–12 октября")
    assert f'<a class="btn btn--s" href="{YEAR}/{planned}/">Отметить</a>' in page


def test_weeks_that_do_not_fit_are_on_the_next_page(browser_of: Browser) -> None:
    with school_open(1):
        pair = make.working_pair(ordered_on=date(2025, 9, 1))
        for number in range(6):
            make.meeting(pair, date(2025, 9, 1) + timedelta(weeks=number))
    client = browser_of(ANNA)
    assert [_text(client, f"{YEAR}/?page={page}").count('<li class="trail__sep"') for page in (1, 2)] == [4, 2]


def test_a_meeting_is_written_down_for_the_mentor(browser_of: Browser) -> None:
    with school_open(1):
        pair = make.working_pair()
        make.meeting(pair, date(2025, 9, 20), kind="acquaintance")
    client = browser_of(ANNA)
    page = _text(client, f"{YEAR}/zapisat/?para={pair}")
    assert re.findall(r'name="kind" value="(\w+)"[^>]* checked', page) == ["trial"]  # the next step of the pair
    typed = {"pair": pair, "held_on": "2025-10-14", "kind": "trial", "topic": "о проекте", "mentor_feedback": "on"}
    answer = client.post(f"{YEAR}/zapisat/?para={pair}", typed)
    assert (answer.status_code, answer["Location"]) == (302, f"/2025-26/pary/{pair}/")
    with school_open(1):
        row = Meeting.objects.get(kind="trial")
    assert (row.held_on, row.topic, row.mentor_feedback) == (date(2025, 10, 14), "о проекте", True)


def test_a_day_of_tomorrow_comes_back_with_the_form(browser_of: Browser) -> None:
    with school_open(1):
        pair = make.working_pair()
    answer = browser_of(ANNA).post(f"{YEAR}/zapisat/", {"pair": pair, "held_on": "2025-10-16", "kind": "working"})
    assert (answer.status_code, "дата в" in answer.content.decode()) == (422, True)


def test_without_a_working_pair_there_is_nobody_to_write_for(browser_of: Browser) -> None:
    assert "Нет ни одной работающей пары" in _text(browser_of(ANNA), f"{YEAR}/zapisat/")


def test_a_meeting_is_planned_and_then_marked(browser_of: Browser) -> None:
    with school_open(1):
        pair = make.working_pair()
    client = browser_of(ANNA)
    typed = {"pair": pair, "planned_on": "2025-10-15", "kind": "working", "topic": "итоги четверти"}
    assert client.post(f"{YEAR}/zaplanirovat/", typed)["Location"] == f"{YEAR}/"
    with school_open(1):
        planned = Meeting.objects.get().pk
    page = _text(client, f"{YEAR}/{planned}/")
    assert ("Отметить встречу" in page, 'value="2025-10-15"' in page) == (True, True)
    client.post(f"{YEAR}/{planned}/", {"held_on": "2025-10-15", "kind": "working", "mentee_feedback": "on"})
    with school_open(1):
        row = Meeting.objects.get()
    assert (row.held_on, row.mentee_feedback) == (TODAY, True)


def test_a_meeting_ahead_cannot_be_marked_yet(browser_of: Browser) -> None:
    with school_open(1):
        planned = _plan(make.working_pair(), date(2025, 10, 20))
    page = _text(browser_of(ANNA), f"{YEAR}/{planned}/")
    assert ("Она впереди." in page, "data-guard" in page) == (True, False)


def test_a_meeting_is_removed_after_a_question(browser_of: Browser) -> None:
    with school_open(1):
        made = make.meeting(make.working_pair(), date(2025, 10, 14))
    client = browser_of(ANNA)
    assert "Убрать встречу из журнала?" in _text(client, f"{YEAR}/{made}/ubrat/")
    assert client.post(f"{YEAR}/{made}/ubrat/").status_code == 302
    _text(client, f"{YEAR}/{made}/", 404)


def test_texts_of_meetings_are_the_curators(browser_of: Browser) -> None:
    _text(browser_of(EGOR), f"{YEAR}/", 403)


def test_a_neighbour_sees_none_of_it(browser_of: Browser) -> None:
    with school_open(1):
        made = make.meeting(make.working_pair(), date(2025, 10, 14))
    vera = browser_of(VERA)
    assert "Встреч пока нет" in _text(vera, f"{YEAR}/")
    _text(vera, f"{YEAR}/{made}/", 404)
    assert vera.post(f"{YEAR}/{made}/ubrat/").status_code == 404


def test_a_past_year_is_only_read(browser_of: Browser) -> None:
    with school_open(1):
        made = make.meeting(make.working_pair(ordered_on=date(2024, 9, 10)), date(2025, 5, 6))
    page = _text(browser_of(ANNA), "/2024-25/vstrechi/").split("<main")[1]
    assert "За учебный год проведена 1 встреча" in page
    assert ("btn--go" in page, f"vstrechi/{made}/" in page) == (False, False)


def _queries(client: Client) -> int:
    with CaptureQueriesContext(connection) as asked:
        client.get(f"{YEAR}/")
    return len(asked)


def test_the_number_of_queries_does_not_grow_with_the_journal(browser_of: Browser) -> None:
    client = browser_of(ANNA)
    with school_open(1):
        make.meeting(make.working_pair(), date(2025, 9, 20))
    client.get(f"{YEAR}/")
    few = _queries(client)
    with school_open(1):
        for number in range(12):
            make.meeting(make.working_pair(), date(2025, 9, 20) + timedelta(days=number))
    assert (few, _queries(client)) == (9, 9)
