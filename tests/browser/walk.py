"""Finding every page of a visitor by following links, as she would; no browser is needed for that."""

from __future__ import annotations

import contextlib
import http.client
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urljoin, urlsplit

from config.demo.place import PASSWORD
from tests.access.routes import Route, routes_of
from tests.access.table import rules_of
from tests.browser.people import Visitor
from tests.browser.server import Site
from tests.browser.story import YEAR

URLCONFS = {"school": "config.urls_school", "district": "config.urls_public"}
KEPT = 1  # pages of a route whose addresses differ by a number: only their rows differ
KEPT_BY_WORD = 12  # pages of a route whose addresses differ by a word, such as the blocks of a form
LOOKED_AT = 12  # pages of a route searched for links, the same list under different filters among them
_PLACE = re.compile(r"<(?:([a-z_]+):)?[a-z_]+>")
_KINDS = {"int": r"\d+", "slug": r"[-\w]+", "year": re.escape(YEAR.slug), "str": r"[^/]+", "": r"[^/]+"}


@dataclass(slots=True)
class Found:
    """Pages by route, in the order of the addresses; ``unreached`` are routes of the role that no link leads
    to, ``broken`` links that lead nowhere."""

    pages: dict[str, list[str]] = field(default_factory=dict)
    unreached: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    @property
    def paths(self) -> list[str]:
        """Every page found."""
        return [path for paths in self.pages.values() for path in paths]


class _Links(HTMLParser):
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


def links_of(text: str) -> _Links:
    """Addresses and the form's token of a page."""
    parser = _Links()
    parser.feed(text)
    return parser


def walk(client: Client, first: Sequence[str] = ()) -> Found:
    """Open the role's addresses that need no number, then whatever the pages lead to, a sample of every route.

    ``first`` are addresses of pages in a rare state, to be taken before others of their kind.
    """
    routes = _pages_of(client.visitor)
    found, looked = Found(pages={pattern: [] for pattern in routes}), Counter[str]()
    waiting, seen = [*first, *(f"/{plain}" for plain in _plain(routes))], set[str]()
    while waiting:
        address = waiting.pop(0)
        path = urlsplit(address).path
        route = _route_of(routes, path)
        if address in seen or route is None or looked[route] >= max(LOOKED_AT, _enough(route)):
            continue
        seen.add(address)
        looked[route] += 1
        answer = client.ask("GET", address)
        if answer.status >= 400:
            found.broken.append(f"{address}: {answer.status}")
        if answer.is_page and len(found.pages[route]) < _enough(route):
            found.pages[route].append(address)
        waiting += [_whole(address, link) for link in _onward(answer)]
    found.unreached = [pattern for pattern in routes if not looked[pattern]]
    return found


def _whole(address: str, link: str) -> str:
    parts = urlsplit(urljoin(address, link))
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _enough(route: str) -> int:
    return KEPT_BY_WORD if "<str:" in route or "<slug:" in route else KEPT


def _onward(answer: Answer) -> Iterator[str]:
    """Where an answer leads on the same host: its links, or the page it moves to."""
    if answer.status in {301, 302}:
        yield answer.headers["Location"]
    elif answer.is_page:
        links = links_of(answer.text).hrefs
        yield from (link for link in links if not urlsplit(link).netloc and not link.startswith("#"))


def _pages_of(visitor: Visitor) -> dict[str, re.Pattern[str]]:
    """Routes that the role may open, with what their addresses look like."""
    rules = rules_of(visitor.table)
    return {
        route.pattern: _shape(route)
        for route in routes_of(URLCONFS[visitor.table])
        if {visitor.role, "anyone"} & set(rules.get(route.pattern, {}).get("GET", []))
    }


def _shape(route: Route) -> re.Pattern[str]:
    return re.compile("/" + _PLACE.sub(lambda m: _KINDS.get(m[1] or "", r"[^/]+"), route.pattern))


def _plain(routes: dict[str, re.Pattern[str]]) -> Iterator[str]:
    for pattern in routes:
        path = pattern.replace("<year:year>", YEAR.slug)
        if "<" not in path:
            yield path


def _route_of(routes: dict[str, re.Pattern[str]], path: str) -> str | None:
    """The first route that fits, as Django takes it."""
    return next((pattern for pattern, shape in routes.items() if shape.fullmatch(path)), None)
