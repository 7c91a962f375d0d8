"""Nonsense in addresses and fields is «no such page» or a form with words, never a fault."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

import pytest
from django.test import Client

from tests.cast import BORIS, GLEB, Actor
from tests.factories.municipal import handed_in, opened

pytestmark = pytest.mark.django_db
Browser = Callable[[Actor], Client]
HUGE = "9" * 30
EXTENSION = {"until": "2025-11-05", "reason": "Болезнь"}


@pytest.mark.parametrize("number", ["0", "777", "3000000000", HUGE])
def test_numbers_that_name_nothing_are_no_such_page(number: str, browser_of: Browser) -> None:
    campaign = opened()
    boris, board = browser_of(BORIS), f"/2025-26/kampanii/{campaign.id}"
    answers = [
        boris.get(f"/2025-26/kampanii/{number}/"),
        boris.get(f"{board}/shkola/{number}/"),
        boris.post(f"{board}/shkola/{number}/srok/", EXTENSION),
        boris.post(f"{board}/shkola/{number}/osvobodit/", {"reason": "Ремонт"}),
        boris.get(f"{board}/otchet/{number}/"),
        boris.post(f"{board}/otchet/{number}/vernut/", {"answer_by": "2025-10-30"}),
        boris.get(f"/2025-26/peredacha/{number}/"),
    ]
    assert [answer.status_code for answer in answers] == [404] * len(answers)
    assert boris.post(f"/2025-26/publikacii/{number}/ubrat/").status_code == 302
    assert browser_of(GLEB).post(f"/2025-26/svodka/klyuchi/{number}/otozvat/").status_code == 302


@pytest.mark.parametrize("question", ["\x00", "а\x00б", "я" * 1001, "\ud800"])
def test_a_question_that_cannot_be_kept_comes_back_with_words(question: str, browser_of: Browser) -> None:
    campaign = opened()
    receipt = handed_in(campaign, 1)
    address = f"/2025-26/kampanii/{campaign.id}/otchet/{receipt.submission_id}/vernut/"
    body = f"answer_by=2025-10-30&vopros-E1={quote(question.encode('utf-8', 'surrogatepass'))}"
    answer = browser_of(BORIS).post(address, body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code in (302, 422)


@pytest.mark.parametrize("season", ["april", "october-may", HUGE])
def test_an_unknown_season_is_no_such_page(season: str, browser_of: Browser) -> None:
    assert browser_of(BORIS).get(f"/2025-26/kampanii/novaya/{season}/").status_code == 404
