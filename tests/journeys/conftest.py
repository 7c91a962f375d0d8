"""A served story of its own for each journey, and Chromium."""

from tests.browser.fixtures import chromium, own_site, pytest_collection_modifyitems

__all__ = ["chromium", "own_site", "pytest_collection_modifyitems"]
