"""How many records stand in a register on a day: what «База проверена» is a mark of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from schools.pairs.queries import programmes_on
from schools.people.queries import mentees_on, mentors_on, partners_on

_COUNTS: dict[str, Callable[[date], int]] = {
    "mentors": lambda on: mentors_on(on).count(),
    "mentees": lambda on: mentees_on(on).count(),
    "partners": lambda on: partners_on(on).count(),
    "programmes": lambda on: programmes_on(on).count(),
}


def records_in(register: str, on: date) -> int:
    """Standing records; nought for a register nobody keeps. One query."""
    count = _COUNTS.get(register)
    return count(on) if count else 0
