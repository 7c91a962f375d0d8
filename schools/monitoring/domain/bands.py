"""Ages, experience and months of work by which the form counts people and pairs."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from tenants.domain.school_year import age_on

YOUNG_SPECIALIST_YEARS = 3


class AgeBand(StrEnum):
    """Bands of the form for pupils; somebody of twenty or more counts among adults."""

    UNDER_10 = "under_10"
    FROM_10_TO_14 = "10_14"
    FROM_15_TO_19 = "15_19"
    ADULT = "adult"


CHILDREN_OF_PROGRAMMES = (AgeBand.FROM_10_TO_14, AgeBand.FROM_15_TO_19)
_UPPER = ((9, AgeBand.UNDER_10), (14, AgeBand.FROM_10_TO_14), (19, AgeBand.FROM_15_TO_19))


def age_band(birth_year: int | None, birth_month: int | None, on: date) -> AgeBand | None:
    """The band of a pupil on a day; None where the month of birth is not known."""
    if birth_year is None or birth_month is None:
        return None
    age = age_on(birth_year, birth_month, on)
    return next((band for upper, band in _UPPER if age <= upper), AgeBand.ADULT)


def is_young_specialist(teaching_since: date | None, on: date) -> bool:
    """A teacher with less than three full years of experience on a day, whatever the age."""
    if teaching_since is None or teaching_since > on:
        return False
    ends_in = teaching_since.year + YOUNG_SPECIALIST_YEARS
    return (ends_in, teaching_since.month, teaching_since.day) > (on.year, on.month, on.day)


def months_begun(since: date, until: date) -> int:
    """Months of work begun between two days: 1 September to 1 October is one, to 20 May nine; the first day is one."""
    whole = (until.year - since.year) * 12 + until.month - since.month
    if until.day < since.day:
        whole -= 1
    return max(whole + (until.day != since.day), 1)
