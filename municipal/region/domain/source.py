"""What a report to the region is made of: plain values, gathered by ``queries``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from municipal.indicators.aggregate import SchoolFacts
from tenants.domain.school_year import SeasonOfYear


class Reporting(StrEnum):
    """A school in the completeness of a report: missing is not zero is not exempt."""

    REPORTED = "reported"
    CONFIRMED_ZERO = "confirmed_zero"
    EXEMPT = "exempt"
    MISSING = "missing"


class RevisionReason(StrEnum):
    """Why a report is passed on again. A code, because no free text of people goes above the municipality."""

    SCHOOL_CORRECTION = "SCHOOL_CORRECTION"
    LATE_SUBMISSION = "LATE_SUBMISSION"
    EXEMPTION = "EXEMPTION"
    OWN_DATA = "OWN_DATA"

    @property
    def words(self) -> str:
        """The reason in words."""
        return _REASONS[self]


_REASONS = {
    RevisionReason.SCHOOL_CORRECTION: "школа исправила данные",
    RevisionReason.LATE_SUBMISSION: "приняты данные ещё одной школы",
    RevisionReason.EXEMPTION: "школа освобождена от мониторинга",
    RevisionReason.OWN_DATA: "уточнены данные самого муниципалитета",
}


@dataclass(frozen=True, slots=True)
class SchoolReport:
    """An expected school as the region may see it; ``code`` is its local code, never a name."""

    code: str
    state: Reporting
    on_time: bool | None
    accepted_at: datetime | None
    is_extended: bool


@dataclass(frozen=True, slots=True)
class Sender:
    """The municipality: its code (ОКТМО) and the name of its methodical centre."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class ReportSource:
    """Everything a report says, and nothing else.

    ``forms`` are the accepted ones. ``as_of`` is the moment of the last acceptance. ``is_final``: nobody is awaited
    any more. ``names_schools``: the agreement with the region lets local codes of schools through.
    """

    sender: Sender
    season: SeasonOfYear
    edition: str
    reporting_date: date
    as_of: datetime
    is_final: bool
    schools: Sequence[SchoolReport]
    forms: Sequence[SchoolFacts]
    publications_municipal: int
    names_schools: bool = False


def campaign_code(season: SeasonOfYear) -> str:
    """«2025-10», «2026-05»: how the interface names a campaign."""
    return f"{season.calendar_year}-{'10' if season.season.value == 'october' else '05'}"


def reporting_of(form: SchoolFacts | None, *, is_exempt: bool) -> Reporting:
    """How a school stands in the completeness: an accepted form that says «no mentoring at all» is a confirmed zero."""
    if form is None:
        return Reporting.EXEMPT if is_exempt else Reporting.MISSING
    idle = all(form.facts.count(code) == 0 for code in ("E1", "D1", "D7"))  # pairs, mentors, mentees
    return Reporting.CONFIRMED_ZERO if idle else Reporting.REPORTED
