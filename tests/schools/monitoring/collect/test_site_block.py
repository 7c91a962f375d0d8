"""Block C: the site section and publications."""

from datetime import date

import pytest

from municipal.indicators.facts import CellState, DocumentValue, PublicationFact
from tenants.domain.school_year import Season
from tests.factories import school as make
from tests.schools.monitoring.conftest import collected

pytestmark = pytest.mark.usefixtures("school")
SECTION = "https://shkola.example/nastavnichestvo"


@pytest.mark.parametrize(
    ("works", "present", "context"), [(True, True, True), (False, False, False), (None, True, None)]
)
def test_a_site_section_counts_unless_it_is_known_not_to_open(
    works: bool | None, present: bool, context: bool | None
) -> None:
    make.card(site_section_works=works)
    found = collected()
    assert found.lines["C1"].cell.value == DocumentValue(present, url=SECTION)
    assert found.context.get("site_link_opens") == context


def test_without_a_card_or_an_address_nobody_knows_of_a_section() -> None:
    assert collected().lines["C1"].cell.state is CellState.MISSING
    make.card(site_section_url="")
    assert collected().lines["C1"].cell.state is CellState.MISSING


def test_the_section_was_updated_on_the_day_the_card_says() -> None:
    make.card()
    assert collected().lines["C2"].cell.value == date(2025, 9, 20)


def test_an_update_after_the_reporting_date_leaves_the_line_open() -> None:
    make.card(site_section_updated_on=date(2025, 10, 10))
    line = collected().lines["C2"]
    assert line.cell.state is CellState.MISSING
    assert "позже отчётной даты" in line.how


def test_publications_of_the_period_are_counted_by_place() -> None:
    for channel in ("site", "site", "social", "media", "municipal"):
        make.publication(channel=channel)
    make.publication(works=False)
    make.publication(date(2025, 8, 31))
    make.publication(date(2025, 10, 2))
    found = collected()
    assert {code: found.lines[code].cell.value for code in ("C3", "C4", "C5", "C6")} == {
        "C3": 5,
        "C4": 2,
        "C5": 2,
        "C6": 1,
    }
    assert [fact.channel for fact in found.publications].count("site") == 2
    assert isinstance(found.publications[0], PublicationFact)


def test_without_any_publication_the_count_is_not_taken_for_nought() -> None:
    assert collected().lines["C3"].cell.state is CellState.MISSING


def test_last_years_publications_make_this_years_nought_a_known_one() -> None:
    make.publication(date(2025, 3, 1))
    assert collected().lines["C3"].cell.state is CellState.CONFIRMED_ZERO


@pytest.mark.parametrize(
    ("on", "marked", "present"),
    [
        (date(2026, 5, 3), True, True),
        (date(2026, 5, 3), False, False),
        (date(2026, 4, 30), True, False),
        (date(2026, 5, 21), True, False),
    ],
)
def test_the_years_results_are_published_in_may_by_the_reporting_date(on: date, marked: bool, present: bool) -> None:
    make.publication(on, is_year_results=marked)
    value = collected(date(2026, 5, 20), Season.MAY).lines["C7"].cell.value
    assert isinstance(value, DocumentValue)
    assert value.present is present
