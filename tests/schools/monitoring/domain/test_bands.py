"""Ages, experience, months of work."""

from datetime import date

import pytest

from schools.monitoring.domain.bands import AgeBand, age_band, is_young_specialist, months_begun

ON = date(2025, 10, 1)


@pytest.mark.parametrize(
    ("year", "month", "band"),
    [
        (2015, 10, AgeBand.UNDER_10),  # the birthday counts as come at the month's end
        (2015, 9, AgeBand.FROM_10_TO_14),
        (2010, 10, AgeBand.FROM_10_TO_14),
        (2010, 9, AgeBand.FROM_15_TO_19),
        (2005, 10, AgeBand.FROM_15_TO_19),
        (2005, 9, AgeBand.ADULT),
        (None, 9, None),
        (2010, None, None),
    ],
)
def test_a_band_is_that_of_full_years(year: int | None, month: int | None, band: AgeBand | None) -> None:
    assert age_band(year, month, ON) is band


@pytest.mark.parametrize(
    ("since", "young"),
    [
        (date(2022, 10, 2), True),
        (date(2022, 10, 1), False),
        (date(2025, 10, 1), True),
        (date(2025, 10, 2), False),  # does not teach yet
        (None, False),
    ],
)
def test_a_young_specialist_has_less_than_three_full_years(since: date | None, young: bool) -> None:
    assert is_young_specialist(since, ON) is young


def test_somebody_who_began_on_a_leap_day_is_young_until_the_last_day_of_february() -> None:
    began = date(2024, 2, 29)
    assert [is_young_specialist(began, on) for on in (date(2027, 2, 28), date(2027, 3, 1))] == [True, False]


@pytest.mark.parametrize(
    ("since", "until", "months"),
    [
        (date(2025, 9, 1), date(2025, 10, 1), 1),
        (date(2025, 9, 1), date(2025, 10, 2), 2),
        (date(2025, 9, 1), date(2026, 5, 20), 9),
        (date(2025, 10, 1), date(2025, 10, 1), 1),
        (date(2026, 1, 31), date(2026, 2, 28), 1),
        (date(2025, 12, 15), date(2026, 1, 14), 1),
    ],
)
def test_months_are_counted_as_begun(since: date, until: date, months: int) -> None:
    assert months_begun(since, until) == months
