"""Reading the files of ``content/``: strictly, so that a slip in the data is found at start, not on a page."""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, TypeVar

import yaml

CONTENT = Path(__file__).parent / "content"
T = TypeVar("T")


class ContentError(ValueError):
    """A file of reference data is wrong: a fault of the content, with the place named."""


def read_content(name: str) -> Mapping[str, Any]:
    """One YAML file of ``content/`` as plain data."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser is ten times faster where it is built in
    document = yaml.load((CONTENT / name).read_text(encoding="utf-8"), Loader=loader)
    if not isinstance(document, dict):
        raise ContentError(f"{name}: not a mapping")
    return document


def build(cls: type[T], data: Mapping[str, Any], **ready: Any) -> T:
    """A dataclass out of plain data: every key must be a field, every field without a default must be given.

    ``ready`` replaces values that need converting. Lists become tuples.
    """
    known = {f.name: f for f in fields(cls)}  # type: ignore[arg-type]  # cls is a dataclass; T cannot say so
    given = {**data, **ready}
    place = f"{cls.__name__} {data.get('code', '')}".strip()
    if unknown := sorted(given.keys() - known.keys()):
        raise ContentError(f"{place}: unknown {', '.join(unknown)}")
    required = {name for name, f in known.items() if f.default is MISSING and f.default_factory is MISSING}
    if absent := sorted(required - given.keys()):
        raise ContentError(f"{place}: no {', '.join(absent)}")
    return cls(**{key: tuple(value) if isinstance(value, list) else value for key, value in given.items()})


def unique(codes: list[str], *, what: str) -> None:
    """Refuse a code that stands twice."""
    twice = sorted({code for code in codes if codes.count(code) > 1})
    if twice:
        raise ContentError(f"{what}: twice {', '.join(twice)}")
