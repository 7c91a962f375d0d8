"""Анна's school is open; her browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.conf import LazySettings
from django.test import Client

from tenants.current import school_open
from tests.cast import ANNA
from tests.schools.rooms import BrowserOf, it_is


@pytest.fixture
def school(db: None) -> Iterator[None]:
    """School 1 for services and queries."""
    with school_open(1):
        yield


@pytest.fixture
def anna(browser_of: BrowserOf, settings: LazySettings) -> Client:
    """Анна's browser in the middle of October."""
    it_is(settings)
    return browser_of(ANNA)
