"""The school year, its two monitoring seasons, and ages counted without a day of birth."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

FIRST_MONTH = 9
_SLUG = re.compile(r"(\d{4})-(\d{2})")


class Season(StrEnum):
    """The two monitorings of a school year. The dates of each are data of the municipality."""

    OCTOBER = "october"
    MAY = "may"

    @property
    def word(self) -> str:
        """«Октябрь»."""
        return "Октябрь" if self is Season.OCTOBER else "Май"

    @property
    def word_in(self) -> str:
        """«октябре»: after «в»."""
        return "октябре" if self is Season.OCTOBER else "мае"

    @property
    def word_of(self) -> str:
        """«октября»."""
        return "октября" if self is Season.OCTOBER else "мая"


@dataclass(frozen=True, slots=True, order=True)
class SchoolYear:
    """A school year from 1 September to 31 August, named by the calendar year it starts in."""

    start_year: int

    @classmethod
    def of(cls, day: date) -> "SchoolYear":
        """The school year ``day`` falls in."""
        return cls(day.year if day.month >= FIRST_MONTH else day.year - 1)

    @classmethod
    def from_slug(cls, slug: str) -> "SchoolYear":
        """Read «2025-26» of an address; anything else raises ValueError, which a view answers with 404."""
        found = _SLUG.fullmatch(slug)
        if not found or not found[1].isascii() or (int(found[1]) + 1) % 100 != int(found[2]):
            raise ValueError(f"not a school year: {slug!r}")
        return cls(int(found[1]))

    @property
    def title(self) -> str:
        """«2025/26»."""
        return f"{self.start_year}/{self._end_two_digits}"

    @property
    def slug(self) -> str:
        """«2025-26», for addresses."""
        return f"{self.start_year}-{self._end_two_digits}"

    @property
    def long(self) -> str:
        """«2025/2026», for documents."""
        return f"{self.start_year}/{self.start_year + 1}"

    @property
    def starts_on(self) -> date:
        return date(self.start_year, FIRST_MONTH, 1)

    @property
    def ends_on(self) -> date:
        return date(self.start_year + 1, FIRST_MONTH, 1) - timedelta(days=1)

    @property
    def written_until(self) -> date:
        """The last day its records are written: the tails of a year are tied up in the September after it."""
        return date(self.start_year + 1, FIRST_MONTH, 30)

    def is_closed(self, today: date) -> bool:
        """From 1 October after its end a year is only read."""
        return today > self.written_until

    @property
    def previous(self) -> "SchoolYear":
        return SchoolYear(self.start_year - 1)

    @property
    def next(self) -> "SchoolYear":
        return SchoolYear(self.start_year + 1)

    def __contains__(self, day: date) -> bool:
        return self.starts_on <= day <= self.ends_on

    def __str__(self) -> str:
        return self.title

    @property
    def _end_two_digits(self) -> str:
        return f"{(self.start_year + 1) % 100:02}"


@dataclass(frozen=True, slots=True)
class SeasonOfYear:
    """One monitoring: «Октябрь 2025» of the school year 2025/26, «Май 2026» of the same."""

    school_year: SchoolYear
    season: Season

    @property
    def calendar_year(self) -> int:
        return self.school_year.start_year + (1 if self.season is Season.MAY else 0)

    @property
    def title(self) -> str:
        """«Октябрь 2025»."""
        return f"{self.season.word} {self.calendar_year}"

    @property
    def title_in(self) -> str:
        """«октябре 2025 года»: after «в»."""
        return f"{self.season.word_in} {self.calendar_year} года"

    @property
    def previous(self) -> "SeasonOfYear":
        """The monitoring before: October is compared with May of the school year before."""
        if self.season is Season.MAY:
            return SeasonOfYear(self.school_year, Season.OCTOBER)
        return SeasonOfYear(self.school_year.previous, Season.MAY)

    @property
    def year_before(self) -> "SeasonOfYear":
        """The same season a year ago."""
        return SeasonOfYear(self.school_year.previous, self.season)

    def __lt__(self, other: "SeasonOfYear") -> bool:
        return self._order < other._order

    @property
    def _order(self) -> tuple[int, int]:
        return self.school_year.start_year, 1 if self.season is Season.MAY else 0


@dataclass(frozen=True, slots=True)
class ReportingPeriod:
    """From 1 September to the reporting date, both days included: in it events are counted."""

    starts_on: date
    ends_on: date

    @classmethod
    def until(cls, reporting_date: date) -> "ReportingPeriod":
        return cls(SchoolYear.of(reporting_date).starts_on, reporting_date)

    def __contains__(self, day: date) -> bool:
        return self.starts_on <= day <= self.ends_on


def age_on(birth_year: int, birth_month: int, on: date) -> int:
    """Full years on a day, from the year and month of birth: the day itself is not kept.

    A birthday counts as come on the last day of its month, so a child is never taken for older than it is.
    """
    birthday_by = date(on.year, birth_month, monthrange(on.year, birth_month)[1])
    return on.year - birth_year - (1 if on < birthday_by else 0)
