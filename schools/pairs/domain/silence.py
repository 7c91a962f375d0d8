"""How long a pair has not met, and from when on it is somebody's business."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

RHYTHM_DAYS = 14  # roadmaps of schools: «не реже одного раза в две недели»
LONG_DAYS = 30  # monitoring form, line G3


class Silence(StrEnum):
    """How a pair keeps the rhythm."""

    NONE = "none"
    QUIET = "quiet"  # longer than the rhythm of the programme
    LONG = "long"  # the monitoring counts such pairs


def days_silent(*, last_held: date | None, started_on: date | None, on: date) -> int:
    """Whole days since the last meeting, or since the order of a pair that has not met yet; never below nought."""
    since = max((day for day in (last_held, started_on) if day), default=on)
    return max((on - since).days, 0)


def silence_of(days: int) -> Silence:
    """A meeting on the last day of the rhythm is still in time."""
    if days > LONG_DAYS:
        return Silence.LONG
    return Silence.QUIET if days > RHYTHM_DAYS else Silence.NONE
