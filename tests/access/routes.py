"""Every route of a host, read from the URLconf, with sample values for its placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from django.urls import URLPattern, URLResolver

from tenants.domain.school_year import SchoolYear

_PLACE = re.compile(r"<(?:(?P<converter>[a-z_]+):)?(?P<name>[a-z_]+)>")
YEAR = SchoolYear(2026)


@dataclass(frozen=True, slots=True)
class Route:
    """One address pattern, e.g. «<year:year>/pary/<int:pair_id>/», and the view behind it."""

    pattern: str
    view: Any

    def path(self, number: int, words: dict[str, str]) -> str:
        """The address with ``number`` for whole-number placeholders and ``words`` for the rest."""

        def value(match: re.Match[str]) -> str:
            if match["converter"] == "year":
                return YEAR.slug
            if match["converter"] == "int":
                return str(number)
            return words.get(match["name"], "nothing")

        return "/" + _PLACE.sub(value, self.pattern)


def routes_of(urlconf: str) -> list[Route]:
    """Every route of a URLconf in its own order."""
    return list(_walk(import_module(urlconf).urlpatterns, ""))


def _walk(patterns: list[URLPattern | URLResolver], prefix: str) -> Iterator[Route]:
    for entry in patterns:
        here = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _walk(entry.url_patterns, here)
        else:
            yield Route(here, entry.callback)
