"""What tests that drive a browser may ask for; each folder of such tests imports these into its conftest."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.client import Client
from tests.browser.people import CURATOR, Visitor
from tests.browser.scenes import leave_things_half_done
from tests.browser.server import Site, open_site
from tests.browser.walk import Found, walk

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# The last one gives dates and file buttons of the browser itself in Russian, as their readers have them.
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage", "--lang=ru"]
Walked = tuple[Client, Found]


def _chromium_path() -> str:
    named = os.environ.get("CHROMIUM_PATH") or ""
    return next((found for name in (named, *NAMES) if name and (found := shutil.which(name))), "")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Chromium of this machine. It lasts a module: while it runs, Django refuses database work in this process."""
    path = _chromium_path()
    if not path:
        reason = "no Chromium on this machine: name its path in CHROMIUM_PATH or install the package chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(f"{reason}; under CI=true the browser tests must run")
        pytest.skip(reason)
    with sync_playwright() as playwright:
        environment: dict[str, str | float | bool] = {**os.environ, "LANGUAGE": "ru"}
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS, env=environment)
        yield browser
        browser.close()


def _serve(request: pytest.FixtureRequest, name: str) -> Iterator[Site]:
    worker = getattr(request.config, "workerinput", {}).get("workerid", "main")
    with open_site(f"{name}_{worker}_{os.getpid()}") as site:
        yield site


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest) -> Iterator[Site]:
    """The story, served for looking only: tests that press buttons take ``own_site``."""
    yield from _serve(request, "site")


@pytest.fixture(scope="module")
def own_site(request: pytest.FixtureRequest) -> Iterator[Site]:
    """The story, served for one module that changes it."""
    yield from _serve(request, "own_site")


@pytest.fixture(scope="session")
def walked(site: Site) -> Callable[[Visitor], Walked]:
    """``walked(METHODIST)``: her signed-in client and every page she can reach, found once a session."""
    known: dict[Visitor, Walked] = {}

    def of(visitor: Visitor) -> Walked:
        if visitor not in known:
            client = Client(site, visitor)
            client.sign_in()
            rare = leave_things_half_done(client) if visitor == CURATOR else []
            known[visitor] = client, walk(client, rare)
        return known[visitor]

    return of


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever asks for Chromium bears the mark «browser»."""
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


__all__: list[Any] = ["chromium", "own_site", "pytest_collection_modifyitems", "site", "walked"]
