"""The methodist's pages open on Monday, 27 October 2025."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories.municipal import local


@pytest.fixture(autouse=True)
def _monday(settings: Any) -> None:
    settings.CLOCK_STARTS_AT = local(date(2025, 10, 27), 10)
