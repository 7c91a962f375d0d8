"""Roadmaps drawn before the importer was looked at: all found, all in place, nothing invented."""

from collections.abc import Callable

import pytest

from tests.schools.roadmap.domain.importing.unseen.first_set import FIRST
from tests.schools.roadmap.domain.importing.unseen.scoring import Unseen, differences, read, score
from tests.schools.roadmap.domain.importing.unseen.second_set import SECOND


@pytest.mark.parametrize("draw", (*FIRST, *SECOND), ids=lambda draw: draw.__name__)
def test_every_activity_of_an_unseen_shape_is_found_with_its_fields(draw: Callable[[], Unseen]) -> None:
    one = draw()
    roadmap = read(one)
    found = score(one, roadmap)
    assert (list(differences(one, roadmap)), found.found, found.extra, found.indicators) == ([], len(one.items), 0, 1)


def test_the_score_notices_a_lost_row_and_an_invented_one() -> None:
    one = FIRST[0]()
    fewer = Unseen(one.name, one.filename, one.content, one.items[1:])
    more = Unseen(one.name, one.filename, one.content, (*one.items, one.items[0]))
    roadmap = read(one)
    assert (score(fewer, roadmap).extra, score(more, roadmap).found) == (1, len(one.items))
