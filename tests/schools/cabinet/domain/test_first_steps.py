"""The first steps of a new school."""

import pytest

from schools.cabinet.domain.first_steps import Beginning, first_steps

NOTHING = Beginning(has_card=False, has_roadmap=False, mentors=0, mentees=0, without_consent=0)


@pytest.mark.parametrize(
    ("known", "done"),
    [
        (NOTHING, []),
        (Beginning(True, False, 0, 0, 0), [0]),
        (Beginning(True, True, 3, 0, 3), [0, 1]),
        (Beginning(True, True, 3, 4, 2), [0, 1, 2]),
        (Beginning(True, True, 3, 4, 0), [0, 1, 2, 3]),
        (Beginning(False, True, 3, 4, 0), [1, 2, 3]),
    ],
)
def test_a_step_is_behind_when_its_records_are_kept(known: Beginning, done: list[int]) -> None:
    assert [number for number, step in enumerate(first_steps(known)) if step.done] == done


def test_the_steps_tell_how_far_they_are() -> None:
    steps = first_steps(Beginning(True, True, 1, 12, 5))
    assert steps[2].text == "Внесены 1\u00a0наставник и 12\u00a0наставляемых."
    assert steps[3].text.startswith("Не хватает 5 из 13.")
