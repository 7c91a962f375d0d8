"""The first steps of a new school."""

import pytest

from schools.cabinet.domain.deeds import Target
from schools.cabinet.domain.first_steps import Beginning, first_steps

NOTHING = Beginning(has_card=False, has_roadmap=False, mentors=0, mentees=0, without_consent=0)


@pytest.mark.parametrize(
    ("known", "done"),
    [
        (NOTHING, [0]),
        (Beginning(True, False, 0, 0, 0), [0, 1]),
        (Beginning(True, True, 3, 0, 3), [0, 1, 2]),
        (Beginning(True, True, 3, 4, 2), [0, 1, 2, 3]),
        (Beginning(True, True, 3, 4, 0), [0, 1, 2, 3, 4]),
        (Beginning(False, True, 3, 4, 0), [0, 2, 3, 4]),
    ],
)
def test_a_step_is_behind_when_its_records_are_kept(known: Beginning, done: list[int]) -> None:
    assert [number for number, step in enumerate(first_steps(known)) if step.done] == done


def test_the_steps_tell_how_far_they_are() -> None:
    steps = first_steps(Beginning(True, True, 1, 12, 5))
    assert steps[3].text == "Внесены 1\u00a0наставник и 12\u00a0наставляемых."
    assert steps[4].text.startswith("Не хватает 5 из 13.")


def test_a_step_put_off_stands_at_the_end_until_its_records_are_kept() -> None:
    put_off = first_steps(Beginning(False, True, 0, 0, 0), later=["kartochka", "karta"])
    assert [(step.code.value, step.is_later) for step in put_off] == [
        ("vhod", False), ("karta", False), ("lyudi", False), ("soglasiya", False), ("pary", False), ("kartochka", True),
    ]  # fmt: skip


def test_proposed_pairs_ask_for_the_order() -> None:
    step = first_steps(Beginning(True, True, 3, 3, 0, proposed=3))[-1]
    assert (step.title, step.target, step.anchor) == (
        "Закрепить первые пары приказом", Target.ORDER, "id_order_number",
    )  # fmt: skip
