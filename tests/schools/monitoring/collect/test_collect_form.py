"""The form as a whole: which lines, from whose rows, in how many queries."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from municipal.indicators.editions import load_edition
from municipal.indicators.facts import OrganisationKind
from tenants.current import school_open
from tenants.domain.school_year import Season
from tests.factories import school as make
from tests.schools.monitoring.conftest import collected

TYPED = {"H8", "I1", "I2", "I4"}


@pytest.mark.parametrize("season", list(Season))
@pytest.mark.parametrize("organisation", list(OrganisationKind))
@pytest.mark.usefixtures("school")
def test_every_line_that_is_not_typed_is_counted(season: Season, organisation: OrganisationKind) -> None:
    asked = {line.code for line in load_edition().fields_for(season, organisation)}
    on = date(2026, 5, 20) if season is Season.MAY else date(2025, 10, 1)
    assert collected(on, season, organisation).lines.keys() == asked - TYPED


def _filled(people: int) -> None:
    make.card()
    make.headcount()
    make.partner()
    make.programme()
    stage = make.roadmap()
    for number in range(people):
        make.activity(stage, date(2025, 9, 15), done_on=date(2025, 9, 15))
        make.document("pairs", number=f"{people}-{number}")
        make.publication()
        made = make.working_pair(order=f"{people}-{number}")
        make.meeting(made, date(2025, 9, 20))


def _queries() -> int:
    with CaptureQueriesContext(connection) as captured:
        collected()
    return len(captured)


@pytest.mark.usefixtures("school")
def test_the_number_of_queries_does_not_grow_with_the_school() -> None:
    _filled(3)
    few = _queries()
    _filled(60)
    assert (few, _queries()) == (23, 23)


def test_another_school_counts_nothing_of_ours(db: None) -> None:
    with school_open(1):
        make.working_pair()
    with school_open(2):
        assert collected().lines["E1"].cell.value is None
