"""Block H on the page of the form: counted from surveys, with the way to each of them, and typed over as ever."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.conf import settings as product
from django.test import Client

from schools.surveys.domain.totals import Side, Totals
from schools.surveys.services.keep_round import Survey, add_round
from tenants.current import school_open
from tests.cast import ANNA
from tests.factories import monitoring as form
from tests.factories.municipal import local, opened
from tests.schools.rooms import BrowserOf, page

CLOSED = date(2025, 9, 24)


@pytest.fixture
def block(db: None, monkeypatch: pytest.MonkeyPatch) -> str:
    """It is 15 October 2025, the campaign is open; the address of block H."""
    monkeypatch.setattr(product, "CLOCK_STARTS_AT", local(form.TODAY))
    return f"/2025-26/monitoring/{opened().id}/razdel/H/"


@pytest.fixture
def asked(block: str) -> int:
    """An entry survey of nine mentees that was closed in September."""
    wanted = Survey("entry", date(2025, 9, 10), closed_on=CLOSED, totals=Totals(Side(9, 8)))
    with school_open(1):
        form.registers()
        return add_round(wanted, today=CLOSED, actor_id=None, at=local(CLOSED))


def _input(seen: str, code: str) -> str:
    return next(part for part in seen.split("<input ") if f'name="{code}"' in part).split(">")[0]


def test_a_survey_fills_its_line_and_leads_to_itself(block: str, asked: int, browser_of: BrowserOf) -> None:
    seen = page(browser_of(ANNA), block)
    assert 'value="8"' in _input(seen, "H1")
    assert "Откуда взято: раздел «Опросы», 1 запись" in seen
    assert f'href="/2025-26/oprosy/{asked}/"' in seen


def test_without_a_survey_the_line_is_empty_and_waits_for_a_hand(block: str, browser_of: BrowserOf) -> None:
    client: Client = browser_of(ANNA)
    assert 'value="' not in _input(page(client, block), "H1").replace('value=""', "")
    answer: Any = client.post(block, {"H1": "6", "H1.was": "-"})
    assert answer.status_code < 400
    assert 'value="6"' in _input(page(client, block), "H1")
