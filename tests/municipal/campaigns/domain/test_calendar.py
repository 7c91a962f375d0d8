"""Dates of a monitoring: usual days, a school's own days, and what a moment belongs to."""

from datetime import UTC, date, datetime

import pytest

from municipal.campaigns.domain.calendar import CampaignDates, SchoolDates, Window, day_of, usual_dates
from tenants.domain.school_year import SchoolYear, Season

YEAR = SchoolYear(2025)
PLAIN = SchoolDates(date(2025, 10, 1), date(2025, 10, 24), date(2025, 10, 31))
LONGER = SchoolDates(date(2025, 10, 1), date(2025, 10, 24), date(2025, 10, 31), extended_until=date(2025, 11, 5))


def test_october_stands_in_the_first_calendar_year_and_may_in_the_second() -> None:
    assert usual_dates(Season.OCTOBER, YEAR) == CampaignDates(
        date(2025, 10, 1), date(2025, 10, 1), date(2025, 10, 24), date(2025, 10, 31)
    )
    assert usual_dates(Season.MAY, YEAR) == CampaignDates(
        date(2026, 5, 15), date(2026, 5, 15), date(2026, 5, 25), date(2026, 5, 31)
    )


def test_the_municipality_may_name_some_days_of_its_own() -> None:
    own = {"october": {"due": "10-20"}}
    assert usual_dates(Season.OCTOBER, YEAR, own).due_on == date(2025, 10, 20)
    assert usual_dates(Season.OCTOBER, YEAR, own).closes_on == date(2025, 10, 31)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2025, 10, 24, 14, 59, 59, tzinfo=UTC), date(2025, 10, 24)),  # 23:59:59 in Yakutsk
        (datetime(2025, 10, 24, 15, 0, 0, tzinfo=UTC), date(2025, 10, 25)),  # midnight there, still Friday in Moscow
    ],
)
def test_a_moment_belongs_to_the_municipalitys_own_day(moment: datetime, day: date) -> None:
    assert day_of(moment, "Asia/Yakutsk") == day


@pytest.mark.parametrize(
    ("day", "window"),
    [
        (date(2025, 9, 30), Window.BEFORE),
        (date(2025, 10, 1), Window.ON_TIME),
        (date(2025, 10, 24), Window.ON_TIME),
        (date(2025, 10, 25), Window.LATE),
        (date(2025, 10, 31), Window.LATE),
        (date(2025, 11, 1), Window.CLOSED),
    ],
)
def test_both_ends_of_every_window_belong_to_it(day: date, window: Window) -> None:
    assert PLAIN.window(day) == window


def test_an_extension_moves_the_due_date_and_keeps_the_campaign_open_until_then() -> None:
    days = [date(2025, 10, 25), date(2025, 11, 5), date(2025, 11, 6)]
    assert [LONGER.window(day) for day in days] == [Window.ON_TIME, Window.ON_TIME, Window.CLOSED]


def test_days_late_are_counted_from_the_date_that_holds() -> None:
    assert PLAIN.days_late(date(2025, 10, 27)) == 3
    assert LONGER.days_late(date(2025, 10, 27)) == 0
    assert PLAIN.days_late(date(2025, 10, 24)) == 0
