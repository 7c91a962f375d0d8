"""The notes' pages open on Monday, 27 October 2025."""

from __future__ import annotations

from typing import Any

import pytest

from tests.factories.municipal import local
from tests.factories.notes import DAY


@pytest.fixture(autouse=True)
def _monday(settings: Any) -> None:
    settings.CLOCK_STARTS_AT = local(DAY, 10)
