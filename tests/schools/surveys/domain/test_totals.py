"""Numbers of a survey agree with one another or are refused, all faults in one word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schools.surveys.domain.kinds import level
from schools.surveys.domain.totals import Side, SurveyNotKept, Totals, check_totals, totals_from

COUNT = st.none() | st.integers(0, 40)
SIDE = st.builds(Side, COUNT, COUNT, COUNT, COUNT, COUNT)


@pytest.mark.parametrize(
    ("side", "words"),
    [
        (Side(10, 12), "наставляемые: ответили 12, а опрошены 10"),
        (Side(None, 12), "наставляемые: ответили 12, а опрошены не записано"),
        (Side(20, 12, satisfied=13), "наставляемые: довольны 13, а ответили 12"),
        (Side(20, 12, compared=13), "наставляемые: сравнили 13, а ответили 12"),
        (Side(20, 12, compared=10, grown=11), "наставляемые: рост у 11, а сравнили 10"),
        (Side(20, 12, grown=1), "наставляемые: рост у 1, а сравнили не записано"),
    ],
)
def test_a_part_is_never_more_than_its_whole(side: Side, words: str) -> None:
    with pytest.raises(SurveyNotKept) as refused:
        check_totals(Totals(mentees=side))
    assert words in refused.value.what
    assert refused.value.remedy == "Проверьте их по бланкам: часть не бывает больше целого."


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(SurveyNotKept) as refused:
        check_totals(Totals(Side(1, 2, 3), Side(4, 5)))
    assert refused.value.what.count(";") == 2


def test_agreeing_numbers_pass() -> None:
    check_totals(Totals(Side(20, 18, 17, 15, 12), Side(9, 0)))
    check_totals(Totals())


@given(SIDE, SIDE)
def test_what_is_kept_comes_back_as_it_was(mentees: Side, mentors: Side) -> None:
    said = Totals(mentees, mentors)
    assert totals_from(said.to_document()) == said


@given(SIDE)
def test_what_passes_is_a_chain_of_parts(side: Side) -> None:
    try:
        check_totals(Totals(mentors=side))
    except SurveyNotKept:
        return
    for part, whole in (
        (side.answered, side.invited), (side.satisfied, side.answered), (side.grown, side.compared),
    ):  # fmt: skip
        assert part is None or (whole is not None and part <= whole)


def test_nought_is_not_nothing() -> None:
    assert Totals(Side(5, 0)).answered == 0
    assert Totals(Side(5)).answered is None
    assert Totals(Side(5, 2), Side(7, 3)).invited == 12


def test_levels_of_the_curators_table() -> None:
    assert [level(points) for points in (0, 8, 9, 14, 15, 18)] == [
        "недопустимый", "недопустимый", "допустимый", "допустимый", "оптимальный", "оптимальный",
    ]  # fmt: skip
