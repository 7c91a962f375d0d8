"""Two records of one person made one: what may not be lost. The stricter of two things always wins. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Paper:
    """A consent as the merge sees it."""

    id: int
    purpose: str
    given_on: date
    withdrawn_on: date | None


@dataclass(frozen=True, slots=True)
class Stay:
    """A time in a pool or in a role; ``until`` None — it lasts."""

    since: date
    until: date | None


def withdrawals(one: Iterable[Paper], other: Iterable[Paper]) -> dict[int, date]:
    """Which papers of either record the withdrawals of the other one end, and on what day.

    A withdrawal speaks of everything the person had agreed to by then, whichever record keeps the paper: a consent
    given on or before its day ends on it. A consent given later is a new one and stands, as within one record.
    """
    mine, its = list(one), list(other)
    ended: dict[int, date] = {}
    for papers, against in ((mine, its), (its, mine)):
        for paper in papers:
            days = [
                said.withdrawn_on
                for said in against
                if said.purpose == paper.purpose
                and said.withdrawn_on is not None
                and paper.given_on <= said.withdrawn_on
                and (paper.withdrawn_on is None or said.withdrawn_on < paper.withdrawn_on)
            ]
            if days:
                ended[paper.id] = min(days)
    return ended


def joined(stays: Iterable[Stay]) -> list[Stay]:
    """Times of one role put together where they meet, in their order."""
    found: list[Stay] = []
    for stay in sorted(stays, key=lambda one: (one.since, one.until or date.max)):
        last = found[-1] if found else None
        if last is not None and (last.until is None or stay.since <= last.until):
            ends = None if last.until is None or stay.until is None else max(last.until, stay.until)
            found[-1] = Stay(last.since, ends)
        else:
            found.append(stay)
    return found


def past_of_both(one: Sequence[Mapping[str, Any]], other: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Who somebody was, from both records, the oldest first; what both say is said once."""
    known: dict[str, dict[str, Any]] = {}
    for was in (*one, *other):
        known.setdefault(str(was["until"]), dict(was))
    return [known[day] for day in sorted(known)]


def both_texts(one: str, other: str, most: int) -> str:
    """Words of both cards, once, within the length of the column."""
    if not other or other.lower() in one.lower():
        return one
    return (f"{one}; {other}" if one else other)[:most]
