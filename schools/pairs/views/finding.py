"""What the pages of the room begin with."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404

from schools.pairs.queries import pair_card
from tenants import clock
from tenants.access import SchoolRequest
from tenants.domain.roles import Role
from tenants.domain.school_year import SchoolYear
from tenants.year_guard import year_is_open

UNPROCESSABLE = 422


def may_change(request: SchoolRequest, year: SchoolYear) -> bool:
    """A curator, in a year that still takes writing."""
    return request.place.role is Role.CURATOR and year_is_open(year)


def day_of(year: SchoolYear) -> date:
    """The day the pages of a year speak of: today, or the last day of a year that is over."""
    return min(clock.today(), year.ends_on)


def pair_or_404(pair_id: int) -> Any:
    """The pair of the address with its people and meetings."""
    found = pair_card(pair_id, clock.today())
    if found is None:
        raise Http404
    return found
