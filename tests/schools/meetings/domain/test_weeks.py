"""Weeks of the journal."""

from datetime import date

import pytest

from schools.meetings.domain.weeks import week_of, week_words

TODAY = date(2025, 10, 15)


@pytest.mark.parametrize("day", range(13, 20))
def test_a_week_begins_on_monday(day: int) -> None:
    assert week_of(date(2025, 10, day)) == date(2025, 10, 13)


@pytest.mark.parametrize(
    ("monday", "said"),
    [
        (date(2025, 10, 13), "13–19\u00a0октября"),
        (date(2025, 9, 29), "29\u00a0сентября\u00a0— 5\u00a0октября"),
        (date(2024, 12, 30), "30\u00a0декабря\u00a0— 5\u00a0января"),
        (date(2024, 10, 14), "14–20\u00a0октября 2024\u00a0года"),
    ],
)
def test_a_week_is_named_by_its_days(monday: date, said: str) -> None:
    assert week_words(monday, today=TODAY) == said
