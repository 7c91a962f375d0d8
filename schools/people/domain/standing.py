"""Who somebody was on a day: a pupil changes class every year and then leaves, the past must not change with him."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Standing:
    """A kind of people with the class of a pupil; ``until`` is the last day of it, None while it lasts."""

    kind: str
    class_name: str
    until: date | None = None


def standings(past: Sequence[Mapping[str, Any]], kind: str, class_name: str) -> list[Standing]:
    """Everything somebody was, the oldest first; the last one lasts."""
    was = [Standing(one["kind"], one["class_name"], date.fromisoformat(one["until"])) for one in past]
    return [*was, Standing(kind, class_name)]


def standing_on(past: Sequence[Mapping[str, Any]], kind: str, class_name: str, on: date) -> Standing:
    """Who somebody was on ``on``."""
    return next(one for one in standings(past, kind, class_name) if one.until is None or on <= one.until)


def left_behind(past: Sequence[Mapping[str, Any]], kind: str, class_name: str, *, until: date) -> list[dict[str, Any]]:
    """``past`` with the present written down as over on ``until``; what would last no day is left out."""
    kept = [dict(one) for one in past]
    if kept and date.fromisoformat(kept[-1]["until"]) >= until:
        return kept
    return [*kept, {"until": until.isoformat(), "kind": kind, "class_name": class_name}]
