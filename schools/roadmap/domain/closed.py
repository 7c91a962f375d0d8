"""What closes an activity by itself: an object of the product with its date. Pure: days in, closings out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tenants.domain.school_year import SchoolYear

LEAD = timedelta(days=31)  # papers of a school year are signed in the August before it
SECOND_HALF = (1, 1)  # the month and day on which the second half-year begins


@dataclass(frozen=True, slots=True)
class Closed:
    """By what an activity is closed.

    ``words`` complete «Закрыто …»: «приказом № 118 от 5 сентября». ``route`` is the name of the object's page and
    ``number`` its key, None for a page without one. ``on`` is the object's own date, never that of its entering.
    """

    on: date
    words: str
    route: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """When an object counts for a date of an activity: from ``opens`` until ``shuts``; after ``due`` it is late."""

    opens: date
    due: date
    shuts: date

    def __contains__(self, day: date) -> bool:
        return self.opens <= day <= self.shuts


def window_of(due: date, *, starts_on: date | None = None, after: date | None = None) -> Window:
    """The window of one date.

    It opens a month before the written beginning («с 5 по 20 октября»), else before the half-year of the date: an
    object of autumn does not close what is due in May. It never reaches back over ``after``, the date before it. It
    shuts with the school year: what was not done in it is not done by an object of another year.
    """
    year = SchoolYear.of(due)
    half = date(year.start_year + 1, *SECOND_HALF)
    begins = starts_on if starts_on is not None and starts_on < due else (half if due >= half else year.starts_on)
    opens = begins - LEAD
    if after is not None and opens <= after:
        opens = after + timedelta(days=1)
    return Window(opens, due, year.ends_on)


def assign(
    dues: Sequence[date], found: Sequence[Closed], *, starts_on: date | None = None
) -> tuple[Closed | None, ...]:
    """Which object closes which date of an activity; ``dues`` in order. An object closes one date at most.

    Each date takes an object of its own time. What is left over of that time closes a date before it that passed
    without one, the earliest first, within its school year.
    """
    taken: list[Closed | None] = [None] * len(dues)
    windows = [
        window_of(due, starts_on=starts_on if place == 0 else None, after=dues[place - 1] if place else None)
        for place, due in enumerate(dues)
    ]
    waiting = sorted(found, key=lambda one: one.on)
    for place, window in enumerate(windows):
        own = [one for one in waiting if window.opens <= one.on <= window.due]
        for earlier in range(place):
            if taken[earlier] is None and len(own) > 1 and own[0].on in windows[earlier]:
                taken[earlier] = own.pop(0)
        if own:
            taken[place] = own[0]
    used = {id(one) for one in taken if one is not None}
    for one in waiting:
        late = [place for place, window in enumerate(windows) if taken[place] is None and window.due < one.on]
        fitting = [place for place in late if one.on in windows[place]]
        if fitting and id(one) not in used:
            taken[fitting[0]] = one
    return tuple(taken)
