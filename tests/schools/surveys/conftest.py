"""Анна's school is open, and files go to a folder of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings

from tenants.current import school_open


@pytest.fixture
def media(settings: LazySettings, tmp_path: Path) -> Path:
    """An empty folder for files."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def school(db: None, media: Path) -> Iterator[None]:
    """School 1 for services and queries."""
    with school_open(1):
        yield
