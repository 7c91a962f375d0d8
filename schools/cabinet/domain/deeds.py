"""What a day is made of: facts that come in and deeds that go out. Pure: no addresses, no clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Target(StrEnum):
    """Where a deed leads; addresses are the presenter's business."""

    MONITORING = "monitoring"
    ACTIVITY = "activity"
    ROADMAP = "roadmap"
    NEW_ROADMAP = "new_roadmap"
    PAIRS = "pairs"
    SILENT_PAIRS = "silent_pairs"
    PAIR = "pair"
    ORDER = "order"
    CONSENTS = "consents"
    MEETINGS = "meetings"
    PEOPLE = "people"
    CARD = "card"
    PUBLICATION = "publication"


class Stage(StrEnum):
    """Where the school's monitoring form stands, as far as the day is concerned."""

    AHEAD = "ahead"  # announced, opens later
    OPEN = "open"
    LATE = "late"  # the due date has passed, the form is still taken
    RETURNED = "returned"
    REVIEW = "review"
    MISSED = "missed"  # closed without the school's form
    OVER = "over"  # accepted, exempt


@dataclass(frozen=True, slots=True)
class Monitoring:
    """The monitoring of the school year that is nearest. ``filled`` of ``total`` is None before the first saving."""

    title: str
    stage: Stage
    opens_on: date
    due_on: date
    closes_on: date
    filled: int | None = None
    total: int | None = None
    answer_by: date | None = None
    remarks: int = 0
    handed_in_on: date | None = None


@dataclass(frozen=True, slots=True)
class DueActivity:
    """An activity of the roadmap with the date that waits."""

    id: int
    number: str
    text: str
    due_on: date


@dataclass(frozen=True, slots=True)
class SilentPair:
    """A working pair that has not met for longer than the rhythm of the programme."""

    id: int
    names: str
    days: int


@dataclass(frozen=True, slots=True)
class ProposedPair:
    """A pair that waits for an order."""

    id: int
    names: str
    proposed_on: date


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything the day is built from, as of ``today``.

    ``people`` and ``without_consent`` count whoever stands in the registers; ``year_results_due`` is set while the
    publication about the year's results is missing.
    """

    today: date
    year_title: str = ""
    monitoring: Monitoring | None = None
    has_roadmap: bool = True
    roadmap_unapproved: bool = False
    activities: Sequence[DueActivity] = ()
    silent: Sequence[SilentPair] = ()
    proposed: Sequence[ProposedPair] = ()
    waiting: int = 0
    people: int = 0
    without_consent: int = 0
    unmarked_meetings: int = 0
    year_results_due: date | None = None


@dataclass(frozen=True, slots=True)
class Deed:
    """One line of the trail. ``code`` is one of the nine states; ``mine``: the move is with the curator now."""

    code: str
    title: str
    text: str = ""
    day: date | None = None
    day_words: str = ""
    note: str = ""
    late: bool = False
    days_left: int | None = None
    filled: tuple[int, int] | None = None
    action: str = ""
    target: Target | None = None
    target_id: int | None = None
    mine: bool = True
