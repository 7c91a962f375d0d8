"""How a roadmap goes: each activity by its dates, each stage by its activities. Pure: days in, states out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

SOON = timedelta(days=3)  # ux.md 4: yellow begins three days before


class State(StrEnum):
    """Where an activity stands on a day."""

    DONE = "done"
    DONE_LATE = "done_late"
    LATE = "late"
    SOON = "soon"
    WORK = "work"
    AHEAD = "idle"


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
    done = sum(state in {State.DONE, State.DONE_LATE} for state in states)
    return Share(done, len(states), sum(state is State.LATE for state in states))
