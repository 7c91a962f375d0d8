"""«Предыдущая / следующая школа»: along the board, among those that have handed in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from municipal.submissions.queries import SchoolState


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The schools before and after on the board; None at its ends."""

    before: SchoolState | None
    after: SchoolState | None


def neighbours(states: Sequence[SchoolState], school_id: int) -> Neighbours:
    """Neighbours of a school among those with a form."""
    came = [one for one in states if one.submission_id]
    place = next((n for n, one in enumerate(came) if one.school_id == school_id), None)
    if place is None:
        return Neighbours(None, None)
    return Neighbours(came[place - 1] if place else None, came[place + 1] if place + 1 < len(came) else None)


def next_waiting(states: Sequence[SchoolState], school_id: int) -> SchoolState | None:
    """The school to read next: from this one down the board, then from its top; None where no form waits."""
    place = next((n for n, one in enumerate(states) if one.school_id == school_id), -1)
    along = [*states[place + 1 :], *states[: place + 1]]
    return next((one for one in along if one.submission_id and one.verdict is None), None)
