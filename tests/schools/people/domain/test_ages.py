"""Who is a child, and who a young specialist."""

from __future__ import annotations

from datetime import date

import pytest

from schools.monitoring.domain import bands
from schools.people.domain.ages import is_minor, is_young_specialist

DAYS = [date(2024, 2, 29), date(2025, 2, 28), date(2025, 3, 1), date(2025, 10, 1), date(2027, 2, 28), date(2028, 2, 29)]


@pytest.mark.parametrize(
    ("year", "month", "on", "minor"),
    [
        (2007, 10, date(2025, 10, 30), True),  # the day of birth is not kept, so the month counts whole
        (2007, 10, date(2025, 10, 31), False),
        (2007, 9, date(2025, 10, 1), False),
        (2011, 3, date(2025, 10, 1), True),
        (None, 3, date(2025, 10, 1), True),
        (2000, None, date(2025, 10, 1), True),
    ],
)
def test_a_child_is_a_child_until_the_end_of_the_month_of_eighteen(
    year: int | None, month: int | None, on: date, minor: bool
) -> None:
    assert is_minor(year, month, on) is minor


@pytest.mark.parametrize(
    ("since", "young"),
    [
        (date(2022, 10, 1), False),  # three full years to the day
        (date(2022, 10, 2), True),
        (date(2025, 10, 1), True),
        (date(2025, 10, 2), False),  # has not begun
        (None, False),
    ],
)
def test_three_full_years_of_experience_end_being_young(since: date | None, young: bool) -> None:
    assert is_young_specialist(since, date(2025, 10, 1)) is young


@pytest.mark.parametrize("on", DAYS)
@pytest.mark.parametrize("since", [day.replace(year=day.year - 3) for day in DAYS if day.day != 29] + DAYS)
def test_the_list_and_the_monitoring_form_call_the_same_teachers_young(since: date, on: date) -> None:
    assert is_young_specialist(since, on) is bands.is_young_specialist(since, on)
