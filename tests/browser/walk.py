"""Finding every page of a visitor by following links, as she would; no browser is needed for that."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from tests.access.routes import Route, routes_of
from tests.access.table import rules_of
from tests.browser.client import Answer, Client, links_of
from tests.browser.people import Visitor
from tests.browser.story import YEAR

URLCONFS = {"school": "config.urls_school", "district": "config.urls_public"}
KEPT = 1  # pages of a route whose addresses differ by a number: only their rows differ
KEPT_BY_WORD = 12  # pages of a route whose addresses differ by a word, such as the blocks of a form
BY_LETTER = "<str:token>"  # a personal link stands in a letter and on no page
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


def walk(client: Client, first: Sequence[str] = ()) -> Found:
    """Open the role's addresses that need no number, then whatever the pages lead to, a sample of every route.

    ``first`` are addresses of pages in a rare state: taken before others of their kind, and every one of them kept.
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
        if answer.is_page and (address in first or len(found.pages[route]) < _enough(route)):
            found.pages[route].append(address)
        waiting += [_whole(address, link) for link in _onward(answer)]
    found.unreached = [pattern for pattern in routes if not looked[pattern] and BY_LETTER not in pattern]
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
