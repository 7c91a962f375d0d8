"""Pictures are taken when they are asked for by name (``make screenshots``), not with every run of the tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.fixtures import chromium, pytest_collection_modifyitems, site, walked

__all__ = ["chromium", "pytest_collection_modifyitems", "pytest_ignore_collect", "site", "walked"]


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave this folder alone unless the command names it."""
    named = any("screenshots" in str(argument) for argument in config.invocation_params.args)
    return None if named else True
