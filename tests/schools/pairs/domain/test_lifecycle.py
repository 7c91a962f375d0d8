"""The life of a pair."""

import pytest

from schools.pairs.domain.lifecycle import TRANSITIONS, may_become
from schools.pairs.models import PairStatus


def test_the_table_speaks_of_every_state() -> None:
    assert sorted(TRANSITIONS) == sorted(PairStatus.values)


@pytest.mark.parametrize(
    ("now", "wanted", "may"),
    [
        ("proposed", "working", True),
        ("proposed", "broken", False),
        ("proposed", "completed", False),
        ("working", "completed", True),
        ("working", "broken", True),
        ("working", "proposed", False),
        ("completed", "working", False),
        ("broken", "working", False),
    ],
)
def test_a_pair_works_only_by_order_and_what_is_over_stays_over(now: str, wanted: str, may: bool) -> None:
    assert may_become(now, wanted) is may


def test_an_unknown_state_is_a_fault() -> None:
    with pytest.raises(KeyError):
        may_become("asleep", "working")
