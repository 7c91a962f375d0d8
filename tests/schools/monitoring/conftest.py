"""An open school, and its form counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from municipal.indicators.editions import load_edition
from municipal.indicators.facts import OrganisationKind
from schools.monitoring.collect import Collected, collect_form
from tenants.current import school_open
from tenants.domain.school_year import Season
from tests.factories.school import REPORTING

Collect = Callable[..., Collected]


@pytest.fixture
def school(db: None) -> Iterator[None]:
    """Анна's school is open."""
    with school_open(1):
        yield


def collected(
    on: date = REPORTING,
    season: Season = Season.OCTOBER,
    organisation: OrganisationKind = OrganisationKind.SCHOOL,
) -> Collected:
    """The open school's form as of a day."""
    return collect_form(load_edition(), season=season, organisation=organisation, reporting_date=on)
