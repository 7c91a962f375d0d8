"""The dates of a monitoring, and which of them holds for a school: days in the municipality's time zone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from tenants.domain.school_year import SchoolYear, Season

_FILE = Path(__file__).parents[1] / "content" / "calendar.yaml"
_DATES = ("reporting", "opens", "due", "closes")


@dataclass(frozen=True, slots=True)
class CampaignDates:
    """Days of one campaign, all inclusive: ``due_on`` until 23:59 is on time, up to ``closes_on`` late."""

    reporting_date: date
    opens_on: date
    due_on: date
    closes_on: date


class Window(StrEnum):
    """What a day is for a school: before the opening, on time, late but taken, closed."""

    BEFORE = "before"
    ON_TIME = "on_time"
    LATE = "late"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class SchoolDates:
    """The dates that hold for one school; ``extended_until`` is set where it was given a later one.

    An extension replaces the due date, and keeps the campaign open for the school at least until then.
    """

    opens_on: date
    campaign_due_on: date
    campaign_closes_on: date
    extended_until: date | None = None

    @property
    def due_on(self) -> date:
        """The last day on time."""
        return self.extended_until or self.campaign_due_on

    @property
    def closes_on(self) -> date:
        """The last day a form is taken at all."""
        return max(self.campaign_closes_on, self.due_on)

    def window(self, day: date) -> Window:
        """What ``day`` is."""
        if day < self.opens_on:
            return Window.BEFORE
        if day <= self.due_on:
            return Window.ON_TIME
        return Window.LATE if day <= self.closes_on else Window.CLOSED

    def days_late(self, day: date) -> int:
        """Days passed since the due date; 0 while it has not passed."""
        return max((day - self.due_on).days, 0)


def day_of(moment: datetime, time_zone: str) -> date:
    """The day an aware moment belongs to in the municipality: 23:59:59 there is still that day."""
    return moment.astimezone(ZoneInfo(time_zone)).date()


def usual_dates(season: Season, year: SchoolYear, own: Mapping[str, Mapping[str, str]] | None = None) -> CampaignDates:
    """The usual dates of a season in a school year.

    ``own`` is the municipality's calendar («october» → {"due": "10-20"}): what it names replaces the usual day.
    """
    days = {**_calendar()[season.value], **(own or {}).get(season.value, {})}
    reporting, opens, due, closes = (_in_year(days[key], year) for key in _DATES)
    return CampaignDates(reporting, opens, due, closes)


def _in_year(month_and_day: str, year: SchoolYear) -> date:
    month, day = map(int, month_and_day.split("-"))
    first = year.starts_on
    return date(first.year if month >= first.month else first.year + 1, month, day)


@lru_cache(maxsize=1)
def _calendar() -> Mapping[str, Mapping[str, str]]:
    data: Any = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    seasons: Mapping[str, Mapping[str, str]] = data["seasons"]
    return seasons
