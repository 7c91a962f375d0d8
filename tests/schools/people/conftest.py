"""Анна's school is open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tenants.current import school_open


@pytest.fixture
def school(db: None) -> Iterator[None]:
    """School 1 for services and queries."""
    with school_open(1):
        yield
