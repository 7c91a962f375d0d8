"""How long a pair has not met."""

from datetime import date

import pytest

from schools.pairs.domain.silence import Silence, days_silent, silence_of

ON = date(2025, 10, 15)


@pytest.mark.parametrize(
    ("last_held", "started_on", "days"),
    [
        (date(2025, 9, 24), date(2025, 9, 10), 21),
        (None, date(2025, 9, 10), 35),
        (date(2025, 10, 15), date(2025, 9, 10), 0),
        (date(2025, 9, 1), date(2025, 10, 10), 5),  # the order is later than a meeting of the pair before
        (None, None, 0),
        (None, date(2025, 10, 20), 0),
    ],
)
def test_silence_is_counted_from_the_last_meeting_or_the_order(
    last_held: date | None, started_on: date | None, days: int
) -> None:
    assert days_silent(last_held=last_held, started_on=started_on, on=ON) == days


@pytest.mark.parametrize(
    ("days", "kept"),
    [(0, Silence.NONE), (14, Silence.NONE), (15, Silence.QUIET), (30, Silence.QUIET), (31, Silence.LONG)],
)
def test_two_weeks_are_the_rhythm_and_a_month_is_what_the_form_asks_about(days: int, kept: Silence) -> None:
    assert silence_of(days) is kept
