"""Block E: pairs and the people in them."""

from datetime import date

import pytest

from municipal.indicators.facts import CellState
from tests.factories import school as make
from tests.schools.monitoring.conftest import collected

pytestmark = pytest.mark.usefixtures("school")
LAST_YEAR = date(2025, 3, 3)


def _values(*codes: str) -> dict[str, object]:
    lines = collected().lines
    return {code: lines[code].cell.value for code in codes}


def test_working_pairs_are_split_by_form_and_show_who_works_with_whom() -> None:
    mentor, mentee = make.mentor(last_name="Ясная"), make.mentee(last_name="Тихая")
    make.pair(mentor, mentee)
    make.pair(make.mentor(), make.mentee("teacher"), form="educator_educator")
    make.completed(make.working_pair(), date(2025, 10, 1))  # over by the reporting date
    make.working_pair(ordered_on=date(2025, 10, 2))  # not begun by it
    line = collected().lines["E1"]
    assert (line.cell.value, line.cell.parts) == (2, {"teacher_pupil": 1, "educator_educator": 1})
    assert "Ясная\u00a0П.\u00a0И. — Тихая\u00a0П.\u00a0И." in {row.title for row in line.rows}


def test_a_group_is_one_pair_with_several_people() -> None:
    make.pair(make.mentor(), [make.mentee(), make.mentee(), make.mentee()])
    assert _values("E1", "E6", "E7") == {"E1": 1, "E6": 1, "E7": 3}


def test_a_person_in_two_pairs_is_counted_once() -> None:
    mentor, mentee = make.mentor(), make.mentee()
    make.pair(mentor, mentee)
    make.pair(mentor, make.mentee())
    make.pair(make.mentor("pupil"), mentee, form="pupil_pupil")
    found = collected()
    assert {code: found.lines[code].cell.value for code in ("E1", "E6", "E7")} == {"E1": 3, "E6": 2, "E7": 2}
    assert found.context["mentees_in_several_pairs"] == 1


def test_pairs_begun_this_year_are_told_from_those_carried_over() -> None:
    make.working_pair()
    make.working_pair(ordered_on=LAST_YEAR)
    make.completed(make.working_pair(ordered_on=LAST_YEAR), date(2025, 5, 20))  # over before the year
    found = collected()
    assert (found.lines["E1"].cell.value, found.lines["E2"].cell.value) == (2, 1)
    assert found.context["pairs_carried_over"] == 1


def test_a_programme_is_completed_with_a_final_meeting_only() -> None:
    make.completed(make.working_pair(), date(2025, 9, 25))
    make.completed(make.working_pair(), date(2025, 9, 25), final=False)
    line = collected().lines["E3"]
    assert (line.cell.value, line.note) == (1, "Завершены без итоговой встречи и не засчитаны: 1.")


def test_broken_pairs_bring_their_reasons_without_names_and_repetition() -> None:
    make.broken(make.working_pair(), date(2025, 9, 25), "Наставляемый сменил школу.")
    make.broken(make.working_pair(), date(2025, 9, 26), "Наставляемый сменил школу")
    make.broken(make.working_pair(), date(2025, 10, 2), "После отчётной даты")
    found = collected().lines
    assert (found["E4"].cell.value, found["E5"].cell.value) == (2, "Наставляемый сменил школу.")
    assert found["E5"].cell.computed is None  # a suggestion, not a figure to be defended


def test_everybody_of_the_year_is_counted_even_when_the_pair_is_over() -> None:
    make.working_pair()
    make.broken(make.working_pair(ordered_on=LAST_YEAR), date(2025, 9, 1))
    assert _values("E6", "E7", "E11", "E12") == {"E6": 1, "E7": 1, "E11": 2, "E12": 2}


def test_children_teenagers_and_young_specialists_of_the_year() -> None:
    young = make.mentee("teacher", teaching_since=date(2024, 9, 1))
    make.pair(make.mentor(), young, form="educator_educator")
    make.pair(make.mentor("pupil", birth_year=2009), make.mentee(birth_year=2016), form="pupil_pupil")
    make.pair(make.mentor("pupil", birth_year=2012), make.mentee(birth_year=2013), form="pupil_pupil")
    assert _values("E8", "E9", "E10") == {"E8": 1, "E9": 1, "E10": 1}


def test_without_registers_pairs_are_missing_and_with_both_pools_kept_they_are_nought() -> None:
    make.mentor()
    assert collected().lines["E1"].cell.state is CellState.MISSING
    make.mentee()
    cell = collected().lines["E1"].cell
    assert (cell.state, cell.value) == (CellState.CONFIRMED_ZERO, 0)


@pytest.mark.parametrize(("number", "expected"), [("№ 41 ", 1), ("40", 0), (None, None)])
def test_pairs_are_sought_among_the_orders_that_are_kept(number: str | None, expected: int | None) -> None:
    make.working_pair(order="41")
    if number:
        make.document("pairs", number=number)
    assert collected().context.get("pairs_in_orders") == expected
