"""The school year, the two seasons and ages."""

from datetime import date

import pytest

from tenants.domain.school_year import ReportingPeriod, SchoolYear, Season, SeasonOfYear, age_on


@pytest.mark.parametrize(
    ("day", "start"),
    [(date(2025, 8, 31), 2024), (date(2025, 9, 1), 2025), (date(2025, 12, 31), 2025), (date(2026, 5, 31), 2025)],
)
def test_a_school_year_turns_on_the_first_of_september(day: date, start: int) -> None:
    assert SchoolYear.of(day) == SchoolYear(start)
    assert day in SchoolYear(start)
    assert day not in SchoolYear(start + 1)


def test_a_school_year_has_its_ways_of_writing() -> None:
    year = SchoolYear(2025)

    assert (year.title, year.slug, year.long, str(year)) == ("2025/26", "2025-26", "2025/2026", "2025/26")
    assert SchoolYear(2099).slug == "2099-00"
    assert (year.starts_on, year.ends_on) == (date(2025, 9, 1), date(2026, 8, 31))
    assert (year.previous, year.next) == (SchoolYear(2024), SchoolYear(2026))


@pytest.mark.parametrize("start", [1999, 2009, 2025, 2099])
def test_a_school_year_is_read_back_from_its_address(start: int) -> None:
    assert SchoolYear.from_slug(SchoolYear(start).slug) == SchoolYear(start)


@pytest.mark.parametrize("slug", ["", "2025", "2025-27", "2025/26", "25-26", "2025-2026", "٢٠٢٥-٢٦", "2025-26 "])
def test_another_address_is_no_school_year(slug: str) -> None:
    with pytest.raises(ValueError, match="not a school year"):
        SchoolYear.from_slug(slug)


def test_may_belongs_to_the_year_that_began_in_september() -> None:
    october = SeasonOfYear(SchoolYear(2025), Season.OCTOBER)
    may = SeasonOfYear(SchoolYear(2025), Season.MAY)

    assert (october.title, october.title_in) == ("Октябрь 2025", "октябре 2025 года")
    assert (may.title, may.title_in) == ("Май 2026", "мае 2026 года")
    assert (Season.OCTOBER.word_of, Season.MAY.word_of) == ("октября", "мая")


def test_october_is_compared_with_may_before_the_summer() -> None:
    october = SeasonOfYear(SchoolYear(2025), Season.OCTOBER)

    assert october.previous == SeasonOfYear(SchoolYear(2024), Season.MAY)
    assert october.previous.previous == SeasonOfYear(SchoolYear(2024), Season.OCTOBER)
    assert october.year_before == october.previous.previous
    assert sorted([october, october.previous]) == [october.previous, october]


def test_events_are_counted_from_september_to_the_reporting_date() -> None:
    period = ReportingPeriod.until(date(2026, 5, 20))

    assert (period.starts_on, period.ends_on) == (date(2025, 9, 1), date(2026, 5, 20))
    assert [day in period for day in (date(2025, 8, 31), date(2025, 9, 1), date(2026, 5, 20), date(2026, 5, 21))] == [
        False,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        ((2010, 9), date(2025, 10, 1), 15),
        ((2010, 10), date(2025, 10, 1), 14),
        ((2010, 10), date(2025, 10, 31), 15),
        ((2010, 11), date(2025, 10, 31), 14),
        ((2012, 2), date(2025, 2, 28), 13),
        ((2012, 2), date(2024, 2, 28), 11),
    ],
)
def test_a_birthday_counts_as_come_on_the_last_day_of_its_month(born: tuple[int, int], on: date, age: int) -> None:
    assert age_on(*born, on) == age
