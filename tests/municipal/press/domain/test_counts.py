"""Publications by month and against the norm."""

from datetime import date

from municipal.press.domain.counts import by_month, by_name, wanting
from tenants.domain.school_year import SchoolYear

YEAR = SchoolYear(2025)


def test_every_month_of_the_school_year_stands_with_its_zeros() -> None:
    days = [date(2025, 9, 1), date(2025, 9, 30), date(2026, 1, 5), date(2026, 8, 31), date(2025, 8, 31)]
    months = by_month(days, YEAR)
    assert [(one.title, one.year, one.count) for one in months if one.count] == [
        ("сентябрь", 2025, 2),
        ("январь", 2026, 1),
        ("август", 2026, 1),
    ]
    assert len(months) == 12


def test_the_most_frequent_comes_first() -> None:
    assert by_name(["вк", "сайт", "сайт", "газета"]) == [("сайт", 2), ("вк", 1), ("газета", 1)]


def test_nothing_is_wanting_once_the_norm_is_met() -> None:
    assert [wanting(published, 5) for published in (0, 3, 5, 8)] == [5, 2, 0, 0]
