"""An open school."""

from collections.abc import Iterator

import pytest

from tenants.current import school_open


@pytest.fixture
def school(db: None) -> Iterator[None]:
    """Анна's school is open."""
    with school_open(1):
        yield
