"""What a day is made of: facts that come in and deeds that go out. Pure: no addresses, no clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from schools.cabinet.domain.targets import Target

__all__ = [
    "Consents",
    "Deed",
    "DueActivity",
    "Entry",
    "Facts",
    "HalfActivity",
    "Link",
    "Monitoring",
    "Named",
    "PlanStep",
    "ProposedPair",
    "Remark",
    "RoadmapStep",
    "SilentPair",
    "Stage",
    "Target",
]


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
class Remark:
    """A question of the methodist at a line of the form; the answer's field is named by ``id``."""

    id: int
    field: str
    text: str


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
    campaign_id: int | None = None
    questions: Sequence[Remark] = ()


@dataclass(frozen=True, slots=True)
class DueActivity:
    """An activity of the roadmap with the date that waits."""

    id: int
    number: str
    text: str
    due_on: date


@dataclass(frozen=True, slots=True)
class HalfActivity:
    """A lasting activity whose half-year («первое полугодие», until ``until``) has no evidence yet."""

    id: int
    number: str
    text: str
    half: str
    until: date
    is_over: bool


class PlanStep(StrEnum):
    """What a roadmap waits for on its way to an order."""

    NOTHING = "nothing"
    DRAFT = "draft"
    CHANGED = "changed"
    SENT = "sent"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class RoadmapStep:
    """A roadmap of the year: ``changes`` are rows that wait for an amending order, ``note`` the principal's words."""

    id: int
    title: str
    step: PlanStep
    is_draft: bool = False
    changes: int = 0
    note: str = ""
    sent_on: date | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody by name."""

    id: int
    name: str


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
class Consents:
    """Consents to processing: how many people stand in the registers, lack one, and why they lack it."""

    people: int = 0
    without: int = 0
    withdrawn: int = 0
    expired: int = 0
    expiring: int = 0
    asked: int = 0  # by personal links that are not answered yet


@dataclass(frozen=True, slots=True)
class Entry:
    """Who enters the school: invitations nobody has accepted, and whether the reader is asked about the new year."""

    invited: int = 0
    invited_since: date | None = None
    is_unconfirmed: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything the day is built from, as of ``today``.

    ``silent``, ``proposed`` and ``without_papers`` name a few, their ``…_count`` says how many there are (0: as many as
    are named). ``year_results_due`` is set while the publication about the year's results is missing, ``first_survey``
    and ``first_meeting`` are keys where there is only one. ``opens_year`` names the year that the August steps prepare.
    """

    today: date
    year_title: str = ""
    monitoring: Monitoring | None = None
    has_roadmap: bool = True
    roadmaps: Sequence[RoadmapStep] = ()
    activities: Sequence[DueActivity] = ()
    halves: Sequence[HalfActivity] = ()
    silent: Sequence[SilentPair] = ()
    silent_count: int = 0
    proposed: Sequence[ProposedPair] = ()
    proposed_count: int = 0
    paused: int = 0
    waiting: int = 0
    consents: Consents = Consents()
    without_papers: Sequence[Named] = ()
    without_papers_count: int = 0
    unmarked_meetings: int = 0
    first_meeting: int | None = None
    surveys: int = 0
    surveys_since: date | None = None
    first_survey: int | None = None
    first_paused: int | None = None
    dead_links: int = 0
    takedowns: int = 0
    takedown_due: date | None = None
    first_takedown: int | None = None
    ending_mentors: int = 0
    mentor_ends_on: date | None = None
    first_ending: int | None = None
    to_erase: int = 0
    year_results_due: date | None = None
    entry: Entry = Entry()
    opens_year: str = ""
    appoints: bool = True


@dataclass(frozen=True, slots=True)
class Link:
    """One of several places a deed leads to."""

    words: str
    target: Target
    place: tuple[int | str, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Deed:
    """One line of the trail. ``code`` is one of the nine states; ``mine``: the move is with the reader now.

    ``anchor`` is the very field on the page it leads to; ``links`` are places of its own beside the button.
    """

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
    anchor: str = ""
    links: tuple[Link, ...] = ()
