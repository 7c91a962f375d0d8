"""How a roadmap goes: each activity by its dates, each stage by its activities. Pure: days in, states out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from schools.roadmap.domain.halves import HalfStanding

SOON = timedelta(days=3)  # ux.md 4: yellow begins three days before


class State(StrEnum):
    """Where an activity stands on a day."""

    DONE = "done"
    DONE_LATE = "done_late"
    LATE = "late"
    SOON = "soon"
    WORK = "work"
    AHEAD = "idle"
    UNPROVED = "check"  # a half-year of a lasting activity passed without evidence
    IF_NEEDED = "if_needed"  # «по необходимости»: it waits for a mark and is not counted before

    @property
    def code(self) -> str:
        """The state's shape on a page, one of the nine of ux.md § 4."""
        return {"done_late": "done", "if_needed": "idle"}.get(self.value, self.value)

    @property
    def is_done(self) -> bool:
        """In time or later."""
        return self in {State.DONE, State.DONE_LATE}


@dataclass(frozen=True, slots=True)
class Due:
    """One date of an activity; ``due_on`` None means it has no date of its own."""

    due_on: date | None
    done_on: date | None


@dataclass(frozen=True, slots=True)
class Standing:
    """The state, the date it is about (None where there is none), and by how many days it was missed."""

    state: State
    due_on: date | None
    done_on: date | None
    days_late: int = 0


def standing(dues: Sequence[Due], *, starts_on: date, today: date) -> Standing:
    """An activity's state: the earliest date not done decides; all done is done, late if the last one was.

    The due day itself is on time; an activity without a date is in work from ``starts_on`` until somebody marks it.
    """
    waiting = sorted((due for due in dues if due.done_on is None), key=lambda due: due.due_on or date.max)
    if not waiting:
        return _done(dues, today)
    due_on = waiting[0].due_on
    if due_on is None:
        return Standing(State.WORK if today >= starts_on else State.AHEAD, None, None)
    if today > due_on:
        return Standing(State.LATE, due_on, None, (today - due_on).days)
    if due_on - today <= SOON:
        return Standing(State.SOON, due_on, None)
    begun = any(due.done_on is not None for due in dues)
    return Standing(State.WORK if begun else State.AHEAD, due_on, None)


def standing_in_year(
    dues: Sequence[Due], *, since: date, until: date, starts_on: date, today: date, if_needed: bool = False
) -> Standing:
    """The same of a roadmap of several years, seen in the one of ``since``–``until`` (both included).

    Dates of other years are not this year's business, save of an activity that has none in this year: then what was
    missed before stays overdue, and what comes later is ahead. ``if_needed``: without a mark nobody waits for it.
    """
    if if_needed and all(due.done_on is None for due in dues):
        return Standing(State.IF_NEEDED, None, None)
    here = [due for due in dues if due.due_on is None or since <= due.due_on <= until]
    if here:
        return standing(here, starts_on=starts_on, today=today)
    later = [due for due in dues if due.due_on is not None and due.due_on > until]
    if later:
        first = min(later, key=lambda due: due.due_on or date.max)
        return _done([first], today) if first.done_on else Standing(State.AHEAD, first.due_on, None)
    return standing(dues, starts_on=starts_on, today=today)


def standing_of_lasting(halves: Sequence[HalfStanding], *, ends_on: date, today: date) -> Standing:
    """A lasting activity is never overdue; when its time is over, it is done if every half-year has evidence."""
    if not halves:
        return Standing(State.AHEAD, None, None)
    if any(one.is_over and not one.proved for one in halves):
        return Standing(State.UNPROVED, None, None)
    finished = today > ends_on or (len(halves) > 1 and halves[-1].is_over)
    return Standing(State.DONE if finished else State.WORK, None, None)


def _done(dues: Sequence[Due], today: date) -> Standing:
    if not dues:
        return Standing(State.WORK, None, None)
    last = max(dues, key=lambda due: due.done_on or today)
    late = (last.done_on - last.due_on).days if last.done_on and last.due_on else 0
    return Standing(State.DONE_LATE if late > 0 else State.DONE, last.due_on, last.done_on, max(late, 0))


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many are done, and how many are late."""

    done: int
    total: int
    late: int

    @property
    def state(self) -> str:
        """The state of a stage as its circle shows it."""
        if self.late:
            return "late"
        if self.total and self.done == self.total:
            return "done"
        return "work" if self.done else "idle"


def share(states: Sequence[State]) -> Share:
    """Count the states of a stage or of a whole roadmap."""
    counted = [state for state in states if state is not State.IF_NEEDED]
    late = sum(state is State.LATE for state in counted)
    return Share(sum(state.is_done for state in counted), len(counted), late)
