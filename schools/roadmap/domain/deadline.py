"""What a deadline cell of a roadmap means: the period of the map, the kind of a deadline, its dates."""

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Self

from tenants.domain.errors import Refusal

_ENDPOINT = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?", re.ASCII)
_FIRST_YEAR, _LAST_YEAR = 1990, 2100


class PeriodRefused(Refusal):
    """The text does not name a period of a roadmap."""


@dataclass(frozen=True, slots=True)
class Period:
    """The time a roadmap covers, both days included."""

    starts_on: date
    ends_on: date

    @classmethod
    def parse(cls, text: str) -> Self:
        """«2022-11..2024-12» or «2025-09-01..2026-08-31»; a month means its first day, then its last.

        Raises ``PeriodRefused`` where the text has another form, names no real day, or ends before it starts.
        """
        first, dots, last = text.strip().partition("..")
        if not dots:
            raise _refused(text)
        starts_on, ends_on = _endpoint(first, text, closing=False), _endpoint(last, text, closing=True)
        if ends_on < starts_on:
            raise PeriodRefused(
                f"Период «{text.strip()}» не принят: он кончается раньше, чем начинается.",
                "Поменяйте даты местами или исправьте год.",
            )
        return cls(starts_on, ends_on)

    @property
    def days(self) -> int:
        """Length in days, both ends included."""
        return (self.ends_on - self.starts_on).days + 1

    def __contains__(self, day: date) -> bool:
        return self.starts_on <= day <= self.ends_on


def _endpoint(text: str, whole: str, *, closing: bool) -> date:
    found = _ENDPOINT.fullmatch(text.strip())
    if found is None:
        raise _refused(whole)
    year, month = int(found[1]), int(found[2])
    if not (_FIRST_YEAR <= year <= _LAST_YEAR and 1 <= month <= 12):  # noqa: PLR2004 - twelve months
        raise _refused(whole)
    length = calendar.monthrange(year, month)[1]
    day = int(found[3]) if found[3] else (length if closing else 1)
    if not 1 <= day <= length:
        raise _refused(whole)
    return date(year, month, day)


def _refused(text: str) -> PeriodRefused:
    return PeriodRefused(
        f"Период «{text.strip()}» не принят: в нём нет двух дат через две точки.",
        "Напишите период так: 2022-11..2024-12 или 2025-09-01..2026-08-31.",
    )


class DeadlineKind(StrEnum):
    """What sort of promise a deadline cell makes."""

    ONCE_BY = "once_by"  # by one named day, or by the end of a named year
    ONCE_MONTH = "once_month"  # in one month
    WINDOW = "window"  # from – to: a range, a quarter, a half-year, a season, a part of a month
    YEARLY_BY = "yearly_by"  # by the same day of every year
    YEARLY_MONTHS = "yearly_months"  # in the same months of every year
    MONTHS_OVER_YEARS = "months_over_years"  # in months of years that the cell itself names
    SEVERAL_DATES = "several_dates"  # several days
    SEVERAL_WINDOWS = "several_windows"  # several windows, or windows among days and months
    ACADEMIC_YEAR = "academic_year"  # through the school year, results by 31 May
    WHOLE_PERIOD = "whole_period"  # through the whole map
    CONTINUOUS = "continuous"  # always, with no closing day
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"  # every year, the month is not named
    EVERY_INTERVAL = "every_interval"  # any other rhythm: every fortnight, twice a year
    RELATIVE_DURATION = "relative_duration"  # within so long, counted from something
    EVENT_OFFSET = "event_offset"  # so long before or after an event
    SCHOOL_TERM = "school_term"  # a term or holidays, dated by the school's own calendar
    AS_NEEDED = "as_needed"
    SEPARATE_PLAN = "separate_plan"
    EXTERNAL_SCHEDULE = "external_schedule"
    ON_EVENT = "on_event"
    BLANK = "blank"  # an empty cell or a lone dash
    UNKNOWN = "unknown"  # not understood, and said to be so


@dataclass(frozen=True, slots=True)
class Deadline:
    """A phrase and its meaning. The phrase is kept as it was written.

    ``due_on`` holds the days, in order, by which something must be ready; it is empty where the phrase names none.
    ``confidence`` runs from 0 (not understood) to 1; under 0.6 a curator should look. ``notes`` are Russian
    sentences for that curator. ``params`` may hold ``starts_on`` (ISO day of the first start), ``every`` (the rhythm
    as an ISO 8601 duration, «2×P1Y» for twice a year) and ``duration`` (ISO 8601, negative: before the event).
    """

    phrase: str
    kind: DeadlineKind
    due_on: tuple[date, ...]
    confidence: float
    notes: tuple[str, ...] = ()
    params: Mapping[str, str] = field(default_factory=dict, hash=False)
