"""What the school picks from when it describes people: topics of help, measures of support (``content/*.yaml``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

CONTENT = Path(__file__).parents[1] / "content"


@dataclass(frozen=True, slots=True)
class TopicGroup:
    """Topics for one audience: code → title, in the order of the file."""

    code: str
    title: str
    topics: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of support; ``counts``: whoever has it stands in line D13 of the form."""

    code: str
    title: str
    help: str
    counts: bool


@lru_cache(maxsize=1)
def topic_groups() -> tuple[TopicGroup, ...]:
    """Both halves of the one vocabulary of requests and of help."""
    return tuple(TopicGroup(said["code"], said["title"], said["topics"]) for said in _read("topics.yaml")["groups"])


@lru_cache(maxsize=1)
def topic_titles() -> Mapping[str, str]:
    """Every topic by code."""
    return {code: title for group in topic_groups() for code, title in group.topics.items()}


def topics_said(codes: Iterable[str], own_words: str = "") -> str:
    """«Понять трудный предмет; сделать проект; своими словами»; a code that was dropped is passed over."""
    known = topic_titles()
    said = "; ".join(filter(None, [*(known[code] for code in codes if code in known), own_words]))
    first, *rest = said.split("; ")
    return "; ".join([first, *(one[:1].lower() + one[1:] for one in rest)])


@lru_cache(maxsize=1)
def measures() -> Mapping[str, Measure]:
    """Measures of support by code, in the order of the file."""
    return {said["code"]: Measure(**said) for said in _read("support.yaml")["measures"]}


def counted_measures() -> tuple[str, ...]:
    """Codes of the measures that line D13 counts."""
    return tuple(one.code for one in measures().values() if one.counts)


def _read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((CONTENT / name).read_text(encoding="utf-8"))
    return found
