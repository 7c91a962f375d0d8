"""What tests of a school's pages share: a year, its day, and a page as text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.conf import LazySettings
from django.test import Client

from tenants.domain.school_year import SchoolYear
from tenants.journal.models import Entry
from tests.cast import Actor
from tests.factories.municipal import local

YEAR = SchoolYear(2025)
TODAY = date(2025, 10, 15)
NOW = local(TODAY)
BrowserOf = Callable[[Actor], Client]


def it_is(settings: LazySettings, day: date = TODAY) -> None:
    """Set the clock to the noon of a day."""
    settings.CLOCK_STARTS_AT = local(day)


def words(answer: Any, status: int = 200) -> str:
    """The source of the test client's answer with ordinary spaces."""
    assert answer.status_code == status
    text: bytes = answer.content
    return text.decode().replace("\u00a0", " ").replace("&nbsp;", " ")


def page(client: Client, address: str, status: int = 200) -> str:
    """What an address shows."""
    return words(client.get(address), status)


def acts() -> list[str]:
    """What the open school's journal holds, the oldest first."""
    return list(Entry.objects.order_by("id").values_list("act", flat=True))
