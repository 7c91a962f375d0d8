"""Roles in time: which periods meet, and what is told about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol


class Span(Protocol):
    """Something with a first and, when it is over, a last day."""

    @property
    def since(self) -> date:
        """The first day."""

    @property
    def until(self) -> date | None:
        """The last day; None while it lasts."""


@dataclass(frozen=True, slots=True)
class Period:
    """A period by itself; both days belong to it."""

    since: date
    until: date | None = None


def meet(one: Span, other: Span) -> bool:
    """Do two periods have a day in common?"""
    return (one.until is None or other.since <= one.until) and (other.until is None or one.since <= other.until)


def first_met(wanted: Span, others: Iterable[Span]) -> Span | None:
    """The first of ``others`` that has a day in common with ``wanted``, or None."""
    return next((one for one in others if meet(wanted, one)), None)
