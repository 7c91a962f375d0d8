"""A served story and Chromium for the tests below."""

from tests.browser.fixtures import chromium, pytest_collection_modifyitems, site, walked

__all__ = ["chromium", "pytest_collection_modifyitems", "site", "walked"]
