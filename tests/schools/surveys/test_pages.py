"""Surveys as the curator and the director see them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from schools.surveys.domain.totals import Side, Totals
from schools.surveys.models import SurveyRound
from schools.surveys.services.keep_round import Survey, add_round
from tenants.current import school_open
from tests.cast import ANNA, EGOR, VERA
from tests.factories.files import upload
from tests.schools.rooms import NOW, TODAY, BrowserOf, it_is, page, words

LIST = "/2025-26/oprosy/"
EXIT = {
    "opened_on": "2025-10-01",
    "closed_on": "2025-10-14",
    "mentoring_format": "pupil_pupil",
    "mentees_invited": "15",
    "mentees_answered": "12",
    "mentees_satisfied": "11",
    "mentees_compared": "10",
    "mentees_grown": "7",
    "mentors_invited": "7",
    "mentors_answered": "4",
}


@pytest.fixture
def anna(browser_of: BrowserOf, settings: LazySettings, media: Path) -> Client:
    """Анна's browser in the middle of October."""
    it_is(settings)
    return browser_of(ANNA)


def survey(kind: str = "entry", **more: Any) -> int:
    told = {"closed_on": date(2025, 9, 24), "totals": Totals(Side(15, 12)), **more}
    with school_open(1):
        return add_round(Survey(kind, date(2025, 9, 10), **told), today=TODAY, actor_id=None, at=NOW)


@contextmanager
def asked_of(client: Client, address: str) -> Iterator[list[int]]:
    with CaptureQueriesContext(connection) as asked:
        page(client, address)
    yield [len(asked)]


def test_an_empty_year_says_what_to_do(anna: Client) -> None:
    seen = page(anna, LIST)
    assert "За 2025/26 учебный год опросов пока нет." in seen
    assert f'href="{LIST}dobavit/"' in seen


def test_every_kind_asks_only_what_it_needs(anna: Client) -> None:
    choice = page(anna, LIST + "dobavit/")
    for kind in ("mentee_request", "mentor_application", "entry", "exit", "curator_table"):
        assert f'href="{LIST}dobavit/{kind}/"' in choice
    request = page(anna, LIST + "dobavit/mentee_request/")
    assert ("mentees_answered" in request, "mentors_answered" in request, "satisfied" in request) == (
        True,
        False,
        False,
    )
    table = page(anna, LIST + "dobavit/curator_table/")
    assert ("points" in table, "closed_on" in table, "answered" in table) == (True, False, False)
    assert anna.get(LIST + "dobavit/horoscope/").status_code == 404


def test_a_paper_survey_is_written_down_and_shown_in_whole_numbers(anna: Client) -> None:
    answer = anna.post(LIST + "dobavit/exit/", {**EXIT, "file": upload(name="Сводка.pdf")})
    seen = page(anna, answer["Location"])
    assert "12 из 15 (80 %)" in seen
    assert "11 из 12 (92 %)" in seen
    assert "7 из 10 (70 %)" in seen
    assert "нет данных" in seen
    assert "Ответов меньше пяти." in seen
    assert "Сводка.pdf" in seen
    listed = page(anna, LIST)
    assert "наставляемые: 12 из 15" in listed
    assert "наставники: 4 из 7" in listed


def test_numbers_that_do_not_agree_come_back_with_what_is_wrong(anna: Client) -> None:
    seen = words(anna.post(LIST + "dobavit/exit/", {**EXIT, "mentees_answered": "16"}), 422)
    assert "наставляемые: ответили 16, а опрошены 15" in seen
    assert "Впишите день, когда опрос начался." in words(anna.post(LIST + "dobavit/exit/", {}), 422)
    seen = words(anna.post(LIST + "dobavit/exit/", {**EXIT, "file": upload(b"MZ" + b"\0" * 99)}), 422)
    assert "это программа, а не документ" in seen


def test_the_curators_table_is_one_number_with_its_level(anna: Client) -> None:
    answer = anna.post(LIST + "dobavit/curator_table/", {"opened_on": "2025-10-10", "points": "16"})
    assert "16 баллов, оптимальный уровень" in page(anna, answer["Location"])


def test_an_open_survey_is_closed_from_the_list(anna: Client) -> None:
    made = survey(closed_on=None, totals=Totals(Side(15)))
    assert f'href="{LIST}{made}/zavershit/"' in page(anna, LIST)
    form = page(anna, f"{LIST}{made}/zavershit/")
    assert ('value="2025-10-15"' in form, 'value="15"' in form) == (True, True)
    said = {"opened_on": "2025-09-10", "closed_on": "2025-10-15", "mentees_invited": "15"}
    seen = words(anna.post(f"{LIST}{made}/zavershit/", said), 422)
    assert "не записано, сколько человек ответило" in seen
    seen = words(anna.post(f"{LIST}{made}/zavershit/", {**said, "closed_on": ""}), 422)
    assert "Впишите день, когда опрос завершён." in seen
    anna.post(f"{LIST}{made}/zavershit/", {**said, "mentees_answered": "13"})
    assert "Завершён" in page(anna, f"{LIST}{made}/")


def test_a_survey_is_taken_away_with_a_reason(anna: Client) -> None:
    made = survey()
    assert "Напишите причину." in words(anna.post(f"{LIST}{made}/ubrat/", {}), 422)
    anna.post(f"{LIST}{made}/ubrat/", {"reason": "Записан дважды"})
    assert "опросов пока нет" in page(anna, LIST)


def test_the_director_reads_and_a_neighbour_finds_nothing(anna: Client, browser_of: BrowserOf) -> None:
    made = survey()
    egor = browser_of(EGOR)
    seen = page(egor, LIST)
    assert ("Входная анкета" in seen, "dobavit" in seen) == (True, False)
    assert "Изменить" not in page(egor, f"{LIST}{made}/")
    assert egor.get(f"{LIST}{made}/pravka/").status_code == 403
    assert browser_of(VERA).get(f"{LIST}{made}/").status_code == 404


def test_the_menu_of_the_curator_leads_here_and_stays_short(anna: Client) -> None:
    frame = anna.get(LIST).context["frame"]
    assert [item.title for item in frame.menu if item.active] == ["Опросы"]
    assert len(frame.menu) == 9


def test_sixty_surveys_cost_as_many_queries_as_three(anna: Client) -> None:
    page(anna, LIST)
    for _ in range(3):
        made = survey()
    with asked_of(anna, LIST) as few, asked_of(anna, f"{LIST}{made}/") as one:
        assert (few[0] <= 9, one[0] <= 9) == (True, True)
    for _ in range(57):
        survey()
    with asked_of(anna, LIST) as many:
        assert many == few
    with school_open(1):
        assert SurveyRound.objects.count() == 60
