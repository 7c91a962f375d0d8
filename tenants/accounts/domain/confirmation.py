"""«Это всё ещё вы?»: asked of everybody at the first sign-in of a school year (capabilities.md, row 57)."""

from __future__ import annotations

from datetime import date, timedelta

from tenants.domain.school_year import SchoolYear

LASTS = timedelta(days=365)
SUMMER = timedelta(days=62)  # who came or confirmed in July or August is not asked again in September


def is_due(confirmed_on: date | None, *, today: date) -> bool:
    """Must the person be asked? ``confirmed_on`` is when she last said so, or when she came; None: never."""
    if confirmed_on is None:
        return True
    return confirmed_on < SchoolYear.of(today).starts_on - SUMMER or today - confirmed_on > LASTS
