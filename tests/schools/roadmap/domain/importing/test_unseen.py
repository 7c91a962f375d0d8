"""Roadmaps drawn before the importer was looked at: all found, all in place, nothing invented."""

import functools
import operator
from collections.abc import Callable

import pytest

from tests.schools.roadmap.domain.importing.unseen.first_set import FIRST
from tests.schools.roadmap.domain.importing.unseen.mixing import MIXED
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


def test_of_roadmaps_mixed_at_random_hardly_an_activity_is_lost_or_invented() -> None:
    """Headings by other words in any order, stages as rows, cells or a column, four kinds of files, tables cut."""
    scores = [score(one, read(one)) for one in (draw() for draw in MIXED)]
    total = functools.reduce(operator.add, scores)
    assert total.found >= 0.98 * total.wanted
    assert total.extra <= 0.01 * total.wanted
    fields = (total.deadline, total.responsible, total.result, total.number)
    assert min(fields) >= 0.99 * total.found
    assert total.stage >= 0.97 * total.found
