"""The day on which the demonstration stands: the last 27 October that has come, half past ten in the morning."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from tenants.domain.school_year import SchoolYear

MONTH, DAY = 10, 27


def present_year(today: date) -> SchoolYear:
    """The school year whose October the story tells."""
    return SchoolYear(today.year if today >= date(today.year, MONTH, DAY) else today.year - 1)


def present_moment(today: date, time_zone: str) -> datetime:
    """«Now» of the demonstration."""
    return datetime(present_year(today).start_year, MONTH, DAY, 10, 30, tzinfo=ZoneInfo(time_zone))
