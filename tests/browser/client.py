"""A visitor's requests without a browser: her cookies, her sign-in, what the server said."""

from __future__ import annotations

import contextlib
import http.client
from dataclasses import dataclass
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from urllib.parse import urlencode

from config.demo.place import PASSWORD
from tests.browser.people import Visitor
from tests.browser.server import Site


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.hrefs: list[str] = []
        self.token = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag == "a" and named.get("href"):
            self.hrefs.append(str(named["href"]))
        if named.get("name") == "csrfmiddlewaretoken":
            self.token = str(named.get("value"))


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said."""

    status: int
    headers: http.client.HTTPMessage
    text: str

    @property
    def is_page(self) -> bool:
        """An HTML page, neither a file nor a move elsewhere."""
        return self.status == 200 and self.headers.get_content_type() == "text/html"


class Client:
    """A visitor's requests with her cookies."""

    def __init__(self, site: Site, visitor: Visitor) -> None:
        self.site, self.visitor = site, visitor
        self.cookies: dict[str, str] = {}

    def ask(self, method: str, path: str, body: str = "") -> Answer:
        """One request; cookies that come are kept."""
        host = f"{self.site.host(self.visitor.host)}:{self.site.port}"
        headers = {"Host": host, "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=30)) as connection:
            connection.request(method, path, body.encode() or None, headers)
            raw = connection.getresponse()
            answer = Answer(raw.status, raw.msg, raw.read().decode("utf-8", "replace"))
        for line in answer.headers.get_all("Set-Cookie") or []:
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        return answer

    def sign_in(self) -> None:
        """By the page, as everybody; nothing to do for somebody without an account."""
        if self.visitor.email:
            page = links_of(self.ask("GET", "/vhod/").text)
            form = {"email": self.visitor.email, "password": PASSWORD, "csrfmiddlewaretoken": page.token}
            answer = self.ask("POST", "/vhod/", urlencode(form))
            assert answer.status == 302, answer.text


def links_of(text: str) -> Links:
    """Addresses and the form's token of a page."""
    parser = Links()
    parser.feed(text)
    return parser
