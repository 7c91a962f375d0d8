"""The journal's weeks: from Monday to Sunday, named by their days."""

from __future__ import annotations

from datetime import date, timedelta

from tenants.domain.russian import MONTHS_OF, NBSP

LAST_DAY = timedelta(days=6)


def week_of(day: date) -> date:
    """The Monday of the week ``day`` belongs to."""
    return day - timedelta(days=day.weekday())


def week_words(monday: date, *, today: date) -> str:
    """«17–23 ноября», «29 сентября — 5 октября»; the year is said where it is not this one."""
    sunday = monday + LAST_DAY
    year = f" {sunday.year}{NBSP}года" if sunday.year != today.year else ""
    if monday.month == sunday.month:
        return f"{monday.day}–{sunday.day}{NBSP}{MONTHS_OF[monday.month - 1]}{year}"
    return f"{_day(monday)}{NBSP}— {_day(sunday)}{year}"


def _day(day: date) -> str:
    return f"{day.day}{NBSP}{MONTHS_OF[day.month - 1]}"
