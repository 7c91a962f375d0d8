"""«Сегодня» and the steps of summer in a browser: nothing for axe; every line leads to its field, with the focus."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests.browser.client import Client
from tests.browser.people import CURATOR, PRINCIPAL, SILENT, Visitor
from tests.browser.scan import EVERY_LOOK, faults_here
from tests.browser.server import Site
from tests.browser.story import YEAR
from tests.browser.test_roadmap_import import photograph
from tests.browser.window import DESK, PHONE, window_of

PAGE = f"/{YEAR.slug}/segodnya/"
STEPS = ("pary", "klassy", "soglasiya", "vypuskniki", "karta", "itog")


@pytest.mark.parametrize("visitor", [CURATOR, PRINCIPAL, SILENT], ids=lambda one: one.key)
def test_the_day_has_no_faults_and_its_lines_lead_to_the_very_field(
    own_site: Site, chromium: Browser, visitor: Visitor
) -> None:
    client = Client(own_site, visitor)
    client.sign_in()
    with window_of(chromium, client, width=DESK, theme="light") as window:
        page = window.page
        window.open(PAGE)
        photograph(page, f"today-{visitor.key}-{DESK}")
        hrefs = [one.get_attribute("href") or "" for one in page.locator("main .trail a").all()]
        assert faults_here(window, EVERY_LOOK) == []
        window.turn(PHONE, "dark")
        photograph(page, f"today-{visitor.key}-{PHONE}-dark")
        for href in sorted(set(hrefs)):
            window.open(href)
            anchor = urlsplit(href).fragment
            assert client.ask("GET", href).status in {200, 302}, href
            if anchor.startswith(("id_", "answer-")):
                assert page.evaluate("document.activeElement.id") == anchor, href


@pytest.mark.parametrize("step", STEPS)
def test_a_step_of_summer_has_no_faults(own_site: Site, chromium: Browser, step: str) -> None:
    client = Client(own_site, CURATOR)
    client.sign_in()
    with window_of(chromium, client, width=DESK, theme="light") as window:
        window.open(f"{PAGE}leto/{step}/")
        photograph(window.page, f"august-{step}-{DESK}")
        assert faults_here(window, EVERY_LOOK) == []
        window.turn(PHONE, "light")
        photograph(window.page, f"august-{step}-{PHONE}")
