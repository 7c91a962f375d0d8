"""What rewriting finds in a phrase: spans of the calendar, rhythms, bounds, manners, years."""

from dataclasses import dataclass
from enum import Enum, StrEnum

from schools.roadmap.domain.deadline import DeadlineKind

LAST = 0  # instead of a day: the last day of that month


class Unit(Enum):
    """What a span was said in; it decides the kind of the deadline."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    HALF = "half"  # school or calendar half-year: the map's period decides
    YEAR_END = "year_end"  # «до конца года»: which year, the map's period decides
    STRETCH = "stretch"  # range, quarter, season, part of a month


@dataclass(frozen=True, slots=True)
class Doubt:
    """A sentence for the curator, and the share of confidence it takes away."""

    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class Span:
    """From one day to another, each (month, day), ``LAST`` for a month's last; a year only where the phrase names it.

    A yearless span that ends before it starts (декабрь — февраль) starts in the year before.
    """

    first: tuple[int, int]
    last: tuple[int, int]
    unit: Unit
    first_year: int | None = None
    last_year: int | None = None
    by: bool = False  # «до …»: only the end is named
    half: int = 0  # 1 or 2 for a half-year
    winter: int | None = None  # the one year named beside a winter, which has two
    weak: bool = False  # written so that it may be an item's number (5.9)
    doubts: tuple[Doubt, ...] = ()

    @property
    def wraps(self) -> bool:
        """It crosses the New Year."""
        return (self.first[0], self.first[1] or 31) > (self.last[0], self.last[1] or 31)


@dataclass(frozen=True, slots=True)
class Years:
    """«2022–2024 гг.», «2025/26 уч. год»; ``school`` is None where the words fit both readings."""

    first: int
    last: int
    school: bool | None


class Beat(StrEnum):
    """A unit of rhythm, as an ISO 8601 duration."""

    DAY = "P1D"
    WEEK = "P1W"
    MONTH = "P1M"
    QUARTER = "P3M"
    HALF = "P6M"
    YEAR = "P1Y"
    TERM = "term"  # a school term: no duration of its own


@dataclass(frozen=True, slots=True)
class Rhythm:
    """So many times in so many beats; ``days`` are days of the month, ``next_month`` of the month after the beat."""

    beat: Beat
    every: int = 1
    times: int = 1
    at_least: bool = False
    days: tuple[int, ...] = ()
    next_month: bool = False
    doubts: tuple[Doubt, ...] = ()


class Bound(Enum):
    """A stretch of time named by its role, without dates."""

    PERIOD = "period"
    SCHOOL_YEAR = "school_year"
    YEAR = "year"  # «в течение года»
    CALENDAR_YEAR = "calendar_year"


@dataclass(frozen=True, slots=True)
class Manner:
    """Something that gives no dates of its own: an event, a plan, a need."""

    kind: DeadlineKind
    length: str = ""  # ISO 8601, negative before the event
    since: Span | None = None  # «с сентября», without an end
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """Words that change nothing but deserve a note."""

    doubt: Doubt


@dataclass(frozen=True, slots=True)
class Yearly:
    """«ежегодно», «каждого года»."""


Thing = Span | Years | Rhythm | Bound | Manner | Remark | Yearly
