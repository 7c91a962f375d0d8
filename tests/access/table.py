"""``config/access.toml``: who may reach which route with which method."""

from __future__ import annotations

import tomllib
from pathlib import Path

from tests.access.routes import Route

FILE = Path(__file__).resolve().parents[2] / "config" / "access.toml"
Rules = dict[str, dict[str, list[str]]]


def rules_of(host: str) -> Rules:
    """``{route: {method: [roles]}}`` of «school» or «district»; «anyone» stands for people without an account."""
    with FILE.open("rb") as file:
        document: dict[str, Rules] = tomllib.load(file)
    return document[host]


def allowed(rules: Rules, route: Route, method: str, role: str | None) -> bool:
    """May somebody of ``role`` (None: nobody signed in) use the route with this method?"""
    roles = rules[route.pattern].get(method, [])
    return "anyone" in roles or (role is not None and role in roles)
