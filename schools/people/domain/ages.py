"""Who still needs a parent's signature, and who is a young specialist."""

from __future__ import annotations

from datetime import date

from tenants.domain.school_year import age_on

ADULT_AT = 18
YOUNG_SPECIALIST_YEARS = 3


def is_minor(birth_year: int | None, birth_month: int | None, on: date) -> bool:
    """Under eighteen on a day; a pupil of unknown age counts as a child (152-ФЗ, ст. 9, ч. 6)."""
    if birth_year is None or birth_month is None:
        return True
    return age_on(birth_year, birth_month, on) < ADULT_AT


def young_since(on: date) -> date:
    """Teachers who began after this day have less than three full years of experience on ``on``."""
    year = on.year - YOUNG_SPECIALIST_YEARS
    leap_day = (on.month, on.day) == (2, 29)
    return date(year, 2, 28) if leap_day else on.replace(year=year)


def is_young_specialist(teaching_since: date | None, on: date) -> bool:
    """A teacher in the first three years on a day, whatever the age."""
    return teaching_since is not None and young_since(on) < teaching_since <= on
