"""«Кто что видит» in words, read from what governs access: ``config/access.toml`` and ``tenants.shared_tables``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings

from tenants.domain.roles import Role
from tenants.domain.russian import join_and
from tenants.shared_tables import SHARED_TABLES

_WORDS = Path(__file__).parent / "content" / "rights.yaml"
YEAR = "<year:year>/"
ANYBODY = {"anyone", "token"}


@dataclass(frozen=True, slots=True)
class SectionRights:
    """One section of the product: which roles change something in it and which only look."""

    title: str
    keepers: tuple[Role, ...]
    readers: tuple[Role, ...]

    def words_for(self, role: Role) -> str:
        """What the role may do here, in a sentence."""
        if role in self.keepers:
            return "Ведёте: вносите и правите."
        if role in self.readers:
            return "Смотрите. Править не можете." if self.keepers else "Смотрите."
        return "Не видите."

    def sign_for(self, role: Role) -> str:
        """One of the nine states of a page."""
        return "done" if role in self.keepers else "work" if role in self.readers else "idle"

    @property
    def people(self) -> str:
        """«ведёт куратор; смотрят директор и ответственный за форму»"""
        parts = [("ведёт", "ведут", self.keepers), ("смотрит", "смотрят", self.readers)]
        return "; ".join(
            f"{one if len(roles) == 1 else several} {join_and([role.word for role in roles])}"
            for one, several, roles in parts
            if roles
        )


@lru_cache(maxsize=1)
def _words() -> Mapping[str, Any]:
    document: Mapping[str, Any] = yaml.safe_load(_WORDS.read_text(encoding="utf-8"))
    return document


@lru_cache(maxsize=2)
def _table(host: str) -> Mapping[str, Mapping[str, list[str]]]:
    with Path(settings.ACCESS_TABLE).open("rb") as file:
        table: Mapping[str, Mapping[str, list[str]]] = tomllib.load(file)[host]
    return table


def section_of(route: str, host: str) -> str | None:
    """The section an address of the table belongs to: the longest beginning that is named; None where none is."""
    path = route.removeprefix(YEAR).strip("/")
    named = [one for one in _words()[host] if path == one or path.startswith(f"{one}/")]
    return max(named, key=len, default=None)


def nameless_routes(host: str) -> list[str]:
    """Addresses of the table that ask for a role and have no section; must be empty."""
    everybody = {*_words()["of_everybody"]}
    return [
        route
        for route, methods in _table(host).items()
        if section_of(route, host) is None
        and route.removeprefix(YEAR).split("/", maxsplit=1)[0] not in everybody
        and not all(set(roles) <= ANYBODY for roles in methods.values())
    ]


def sections(host: str) -> list[SectionRights]:
    """Every section of «school» or «district» that has an address, in the order of the words."""
    may: dict[str, dict[str, set[str]]] = {}
    for route, methods in _table(host).items():
        section = section_of(route, host)
        if section is not None:
            for method, roles in methods.items():
                may.setdefault(section, {}).setdefault(method, set()).update(roles)
    return [_rights(title, may[code]) for code, title in _words()[host].items() if code in may]


def _rights(title: str, methods: Mapping[str, set[str]]) -> SectionRights:
    writers, readers = methods.get("POST", set()), methods.get("GET", set())
    return SectionRights(
        title=title,
        keepers=tuple(role for role in Role if role in writers),
        readers=tuple(role for role in Role if role in readers - writers),
    )


def seen_above(kind: str) -> list[str]:
    """What of a school the roles of municipalities («m») or regions («r») may read in the database, in words."""
    words: Mapping[str, str] = _words()["above"]
    return [words[table.name] for table in SHARED_TABLES if kind in table.may and words.get(table.name)]


def wordless_tables() -> set[str]:
    """Shared tables a higher level may read that the words do not know, or the other way round; must be empty."""
    readable = {table.name for table in SHARED_TABLES if {"m", "r"} & set(table.may)}
    return readable ^ set(_words()["above"])
