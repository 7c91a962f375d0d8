"""What is typed is never lost, however slow the line is."""

from __future__ import annotations

from playwright.sync_api import Browser, Route, expect

from tests.browser.client import Client
from tests.browser.people import SILENT
from tests.browser.server import Site
from tests.browser.window import DESK, window_of

SLOW_MS = 700


def test_words_typed_while_the_line_before_is_being_saved_stay(own_site: Site, chromium: Browser) -> None:
    client = Client(own_site, SILENT)
    client.sign_in()
    with window_of(chromium, client, width=DESK, theme="light") as window:
        page = window.page

        def slowly(route: Route) -> None:
            page.wait_for_timeout(SLOW_MS)
            route.continue_()

        window.open("/2026-27/monitoring/")
        page.route("**/stroka/**", slowly)
        line = page.locator("#stroka-B4")
        number, link = line.get_by_label("Номер", exact=True), line.get_by_label("Ссылка")
        number.fill("12-од")
        link.press_sequentially("https://school-8.example/programma")
        with page.expect_response("**/stroka/**"):
            pass
        expect(link).to_have_value("https://school-8.example/programma")
        expect(number).to_have_value("12-од")
        expect(link).to_be_focused()
