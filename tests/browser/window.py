"""A visitor's window in Chromium and what may go wrong on a page without anybody asking."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, ConsoleMessage, Page, Response, expect

from tests.browser.client import Client

DESK, PHONE = 1366, 390
SETTLE_MS = 1500
_MORE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
HEIGHTS = {DESK: 900, PHONE: 844}


@dataclass
class Window:
    """A page with ears: ``complaints`` are what the console and the network said since the last opening."""

    page: Page
    client: Client
    width: int
    theme: str
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        """Open an address of the visitor's host and wait until its charts are drawn."""
        self.complaints.clear()
        self.page.goto(self.client.site.url(self.client.visitor.host, path), wait_until="load")
        if self.page.locator(".chart__plot").count():
            self._draw_charts()

    def turn(self, width: int, theme: str) -> None:
        """The page that is open in another width and theme, as «Вид» and a turned phone would show it."""
        self.width, self.theme = width, theme
        self.page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
        self.page.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme)

    def tall(self, limit: int = 20_000) -> int:
        """How tall the window must be to show the whole page."""
        return min(limit, int(self.page.evaluate("document.documentElement.scrollHeight")))

    def _draw_charts(self) -> None:
        """A chart is drawn when it nears the screen: show the whole page until all are there."""
        size = self.page.viewport_size
        assert size is not None
        self.page.set_viewport_size({"width": size["width"], "height": self.tall()})
        expect(self.page.locator(".chart__plot:not([data-drawn])")).to_have_count(0)
        self.page.set_viewport_size(size)

    def listen(self) -> None:
        """Begin to collect complaints."""
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        self.page.on("response", self._look)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"console: {message.text}")

    def _look(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"{response.status} {response.url}")

    def overflow(self) -> int:
        """By how many pixels the page is wider than the window, once charts have fitted themselves to it."""
        more = int(self.page.evaluate(_MORE))
        for _ in range(SETTLE_MS // 100):
            if more <= 0:
                return 0
            self.page.wait_for_timeout(100)  # the policy of the page forbids waiting for an expression
            more = int(self.page.evaluate(_MORE))
        return more


@contextmanager
def window_of(browser: Browser, client: Client, *, width: int, theme: str) -> Iterator[Window]:
    """The visitor's window of a width, light or dark, nothing moving, her session in it."""
    size = {"width": width, "height": HEIGHTS[width]}
    context = browser.new_context(viewport=size, locale="ru-RU", reduced_motion="reduce")  # type: ignore[arg-type]  # a TypedDict by shape
    cookies = dict(client.cookies) | ({"tropa_theme": "dark"} if theme == "dark" else {})
    address = client.site.url(client.visitor.host)
    context.add_cookies([{"name": name, "value": value, "url": address} for name, value in cookies.items()])
    window = Window(context.new_page(), client, width, theme)
    window.listen()
    try:
        yield window
    finally:
        context.close()
