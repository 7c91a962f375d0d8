"""The way of a pair."""

import pytest

from schools.meetings.models import MeetingKind
from schools.pairs.domain.journey import MEETING_TITLES, STEPS, step_number, where_now


@pytest.mark.parametrize(
    ("reached", "held", "said"),
    [
        (0, 0, "встреч ещё не было"),
        (1, 1, "знакомство"),
        (3, 3, "планирование"),
        (4, 5, "работа, 5\u00a0встреч"),
        (4, 1, "работа, 1\u00a0встреча"),
        (5, 9, "итог"),
    ],
)
def test_where_a_pair_is_now(reached: int, held: int, said: str) -> None:
    assert where_now(reached, held) == said


def test_steps_are_the_kinds_of_meetings_in_their_order() -> None:
    assert list(STEPS) == MeetingKind.values
    assert list(MEETING_TITLES) == MeetingKind.values
    assert [step_number(kind) for kind in MeetingKind.values] == [1, 2, 3, 4, 5]
