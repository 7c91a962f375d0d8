"""Block H from surveys: what is taken, what is left missing, and where it was taken from."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from municipal.indicators.facts import CellState, ShareValue
from schools.monitoring.domain.counted import Counted
from schools.surveys.domain.totals import Side, Totals
from schools.surveys.services.keep_round import Survey, add_round
from tenants.domain.school_year import Season
from tests.factories import school as make
from tests.schools.monitoring.conftest import collected

MAY = date(2026, 5, 20)
pytestmark = pytest.mark.usefixtures("school")


def survey(kind: str, closed_on: date, mentees: Side | None = None, mentors: Side | None = None, **more: Any) -> int:
    wanted = Survey(
        kind, closed_on, closed_on=closed_on, totals=Totals(mentees or Side(), mentors or Side()), **more
    )  # fmt: skip
    return add_round(wanted, today=MAY, actor_id=None, at=make.moment(closed_on))


def may(code: str) -> Counted:
    return collected(MAY, Season.MAY).lines[code]


def october(code: str) -> Counted:
    return collected().lines[code]


@pytest.mark.parametrize("code", ["H1", "H2", "H3", "H4", "H5", "H6", "H7"])
def test_no_survey_in_the_register_leaves_the_line_missing(code: str) -> None:
    assert may(code).cell.state is CellState.MISSING
    assert "не записана" in may(code).how


def test_october_counts_the_entry_survey_and_may_the_exit_one() -> None:
    survey("entry", date(2025, 9, 24), Side(15, 12), Side(7, 6))
    survey("exit", date(2026, 5, 12), Side(15, 11), Side(7, 0))
    assert (october("H1").cell.value, october("H2").cell.value) == (12, 6)
    assert (may("H1").cell.value, may("H2").cell.value) == (11, 0)
    assert may("H2").cell.state is CellState.CONFIRMED_ZERO


def test_surveys_of_several_forms_are_added_up_and_each_is_named_with_its_page() -> None:
    one = survey("entry", date(2025, 9, 20), Side(15, 12), mentoring_format="pupil_pupil")
    two = survey("entry", date(2025, 9, 24), Side(4, 3), mentoring_format="teacher_pupil")
    line = october("H1")
    assert line.cell.value == 15
    assert [(row.page, row.id) for row in line.rows] == [("surveys:round", two), ("surveys:round", one)]
    assert line.rows[0].title == "Входная анкета, учитель — ученик, 24.09.2025"
    assert line.how == "раздел «Опросы», 2\u00a0записи"


def test_what_is_closed_after_the_reporting_day_or_last_year_or_still_goes_on_is_left_out() -> None:
    survey("entry", date(2025, 10, 2), Side(15, 12))
    survey("entry", date(2025, 8, 31), Side(15, 12))
    going = Survey("entry", date(2025, 9, 10), totals=Totals(Side(15, 12)))
    add_round(going, today=MAY, actor_id=None, at=make.AT)
    assert october("H1").cell.state is CellState.MISSING


def test_satisfied_are_counted_of_everybody_who_took_part() -> None:
    for _ in range(8):
        make.working_pair()
    survey("exit", date(2026, 5, 12), Side(7, 6, satisfied=5), Side(8, 6, satisfied=6))
    assert may("H3").cell.value == ShareValue(5, 8)
    assert may("H3").note == "Ответили 6 из 8."
    assert may("H4").cell.value == ShareValue(6, 8)


def test_a_share_of_fewer_than_five_answers_stays_missing() -> None:
    make.working_pair()
    survey("exit", date(2026, 5, 12), Side(8, 4, 4, 4, 3))
    assert may("H3").cell.state is CellState.MISSING
    assert "Ответов меньше пяти" in may("H3").note
    assert may("H6").cell.state is CellState.MISSING
    assert may("H1").cell.value == 4


def test_growth_is_counted_of_those_who_answered_twice() -> None:
    survey("exit", date(2026, 5, 12), Side(15, 12, compared=10, grown=7), Side(9, 8, compared=6, grown=0))
    assert may("H6").cell.value == ShareValue(7, 10)
    assert may("H7").cell.value == ShareValue(0, 6)


def test_the_newest_tables_of_each_form_give_their_mean() -> None:
    survey("curator_table", date(2025, 9, 10), points=3)
    survey("curator_table", date(2025, 9, 20), points=14)
    assert (october("H5").cell.value, october("H5").note) == (14, "Уровень допустимый.")
    survey("curator_table", date(2025, 9, 22), points=17, mentoring_format="pupil_pupil")
    assert october("H5").cell.value == 16
    assert october("H5").note == "2\u00a0таблицы по формам, взято среднее. Уровень оптимальный."


def test_a_typed_figure_stands_over_the_counted_one_as_in_other_lines() -> None:
    survey("entry", date(2025, 9, 24), Side(15, 12))
    assert (october("H1").cell.value, october("H1").cell.computed) == (12, 12)
