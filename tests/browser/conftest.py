"""A served story and Chromium for the tests below."""

from tests.browser.fixtures import chromium, own_site, pytest_collection_modifyitems, site, walked

__all__ = ["chromium", "own_site", "pytest_collection_modifyitems", "site", "walked"]
