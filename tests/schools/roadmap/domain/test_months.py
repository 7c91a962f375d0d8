"""Months of a school year and days of a month."""

from __future__ import annotations

from datetime import date

import pytest

from schools.roadmap.domain.days_off import why_off
from schools.roadmap.domain.months import Month, months_between, weeks_of
from tenants.domain.school_year import SchoolYear

YEAR = SchoolYear(2026)


def test_a_school_year_has_twelve_months_from_september() -> None:
    months = months_between(YEAR.starts_on, YEAR.ends_on)
    assert [month.number for month in months] == [9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8]
    assert months == tuple(Month.in_year(YEAR, month.number) for month in months)


@pytest.mark.parametrize("number", range(1, 13))
def test_a_month_knows_its_neighbours_and_its_ends(number: int) -> None:
    month = Month.in_year(YEAR, number)
    assert (month.next.previous, month.previous.next) == (month, month)
    assert (month.next.first_day - month.last_day).days == 1


def test_weeks_are_whole_and_hold_every_day_once() -> None:
    weeks = weeks_of(Month(2026, 11))
    assert {len(week) for week in weeks} == {7}
    own = [day.date.day for week in weeks for day in week if day.is_of_month]
    assert own == list(range(1, 31))
    assert weeks[0][0].date.isoweekday() == 1


def test_weekends_and_holidays_are_days_off() -> None:
    days = {day.date.day: day for week in weeks_of(Month(2026, 11)) for day in week if day.is_of_month}
    assert [number for number, day in days.items() if day.is_off] == [1, 4, 7, 8, 14, 15, 21, 22, 28, 29]
    assert days[4].holiday == "День народного единства"


def test_on_saturdays_schools_work() -> None:
    assert (why_off(date(2026, 11, 14)), why_off(date(2026, 11, 15))) == ("", "воскресенье")
