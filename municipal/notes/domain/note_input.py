"""What a note is composed from: plain values, read from accepted submissions by the caller."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from municipal.indicators.facts import Facts, OrganisationKind, ShareValue
from tenants.domain.school_year import SchoolYear, Season, SeasonOfYear

Targets = Mapping[str, Mapping[int | None, Decimal | int]]


class Standing(StrEnum):
    """Where an expected school stands while it has no accepted form."""

    EXPECTED = "expected"  # handed in nothing
    PENDING = "pending"  # handed in, the methodist has not accepted it yet
    RETURNED = "returned"  # returned for correction, not handed in again
    EXEMPT = "exempt"  # not expected at all, for a reason


@dataclass(frozen=True, slots=True)
class ExpectedSchool:
    """A school of the campaign's frozen set. ``name`` is the short name in the nominative.

    ``extended_until`` is the school's own last day on time, where it was given a later one.
    """

    school_id: int
    name: str
    kind: OrganisationKind = OrganisationKind.SCHOOL
    standing: Standing = Standing.EXPECTED
    extended_until: date | None = None


@dataclass(frozen=True, slots=True)
class SchoolFacts:
    """One school's latest accepted submission. ``on_time`` already knows of extensions."""

    school_id: int
    facts: Facts
    submission_id: int
    submitted_at: datetime
    on_time: bool = True
    version: int = 1
    returned_times: int = 0


@dataclass(frozen=True, slots=True)
class Monitoring:
    """The campaign the note is about: forms are on time up to ``due_on``, taken up to ``closes_on``, both inclusive."""

    school_year: SchoolYear
    season: Season
    reporting_date: date
    due_on: date
    closes_on: date

    @property
    def title(self) -> str:
        """«Октябрь 2025»."""
        return SeasonOfYear(self.school_year, self.season).title

    def hand_in_by(self, school: ExpectedSchool, day: date) -> date | None:
        """The day ``school`` may still be asked on ``day`` to hand in by: the due one, else the last one.

        None where no later day is left: its form is not taken any more, or only until tonight.
        """
        due_on = school.extended_until or self.due_on
        return next((last for last in (due_on, max(due_on, self.closes_on)) if last > day), None)


@dataclass(frozen=True, slots=True)
class PastMonitoring:
    """An earlier campaign to compare with: its title («Май 2025») and its accepted forms."""

    title: str
    forms: tuple[SchoolFacts, ...]


@dataclass(frozen=True, slots=True)
class OwnPublication:
    """A publication of the municipality itself; only one whose link opens counts towards the plan."""

    title: str
    published_on: date
    resource: str
    url: str
    link_opens: bool = True


@dataclass(frozen=True, slots=True)
class FormatTitle:
    """A mentoring format of the municipality's dictionary: «учитель — учитель»."""

    title: str
    counted_federally: bool = True


@dataclass(frozen=True, slots=True)
class NoteInput:
    """Everything a note may say, and nothing else.

    ``publications`` are those of the plan's year, chosen by the caller. ``thresholds`` override the defaults of
    rules.yaml. ``targets`` are per cent: indicator code → year (None: any year) → target. ``enterprises`` are two
    numbers the methodist enters, because one enterprise may help several schools.
    """

    municipality: str
    monitoring: Monitoring
    note_date: date
    schools: tuple[ExpectedSchool, ...]
    forms: tuple[SchoolFacts, ...]
    previous: PastMonitoring | None = None
    year_ago: PastMonitoring | None = None
    publications: tuple[OwnPublication, ...] = ()
    thresholds: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    targets: Targets = field(default_factory=lambda: MappingProxyType({}))
    formats: Mapping[str, FormatTitle] = field(default_factory=lambda: MappingProxyType({}))
    enterprises: ShareValue | None = None
    basis: str = ""
    methodist: str = ""
