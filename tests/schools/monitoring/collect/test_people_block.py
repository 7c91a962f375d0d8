"""Blocks D and F: the pools of people and the numbers of the card."""

from datetime import date

import pytest

from municipal.indicators.facts import CellState, OrganisationKind
from schools.people.models import MentorCard, Person
from tests.factories import school as make
from tests.schools.monitoring.conftest import collected

pytestmark = pytest.mark.usefixtures("school")


def _values(*codes: str) -> dict[str, object]:
    lines = collected().lines
    return {code: lines[code].cell.value for code in codes}


def test_mentors_are_counted_by_where_they_come_from() -> None:
    for kind in ("teacher", "teacher", "pupil", "graduate", "partner", "student"):
        make.mentor(kind)
    make.mentor("other", partner_id=make.partner())
    assert _values("D1", "D2", "D3", "D4", "D5", "D6") == {"D1": 7, "D2": 2, "D3": 1, "D4": 1, "D5": 2, "D6": 1}


@pytest.mark.parametrize(
    ("born", "code"),
    [
        ((2015, 11), "D8"),  # nine until the end of November
        ((2015, 9), "D9"),
        ((2010, 11), "D9"),
        ((2010, 9), "D10"),
        ((2006, 9), "D10"),
        ((2005, 9), "D12"),
    ],
)
def test_a_pupil_counts_in_the_band_of_the_reporting_date(born: tuple[int, int], code: str) -> None:
    make.mentee(birth_year=born[0], birth_month=born[1])
    values = _values("D8", "D9", "D10", "D12")
    assert [key for key, value in values.items() if value == 1] == [code]


@pytest.mark.parametrize(
    ("since", "code"), [(date(2022, 10, 2), "D11"), (date(2022, 10, 1), "D12"), (date(2010, 9, 1), "D12")]
)
def test_a_teacher_is_a_young_specialist_for_three_full_years(since: date, code: str) -> None:
    make.mentee("teacher", teaching_since=since)
    values = _values("D7", "D11", "D12")
    assert values == {"D7": 1, "D11": int(code == "D11"), "D12": int(code == "D12")}


def test_students_on_practice_are_other_adults() -> None:
    make.mentee("student")
    assert _values("D7", "D12") == {"D7": 1, "D12": 1}


def test_a_pupil_without_a_month_of_birth_is_named_because_the_sum_falls_short() -> None:
    Person.objects.filter(pk=make.mentee(last_name="Тихонин")).update(birth_month=None)
    line = collected().lines["D7"]
    assert (line.cell.value, line.note) == (1, "Не указан месяц рождения: Тихонин\u00a0П.\u00a0И., 7 «А».")


def test_those_who_left_or_came_later_are_not_in_the_pool() -> None:
    MentorCard.objects.filter(pk=make.mentor()).update(until=date(2025, 9, 30))
    Person.objects.filter(pk=make.mentor()).update(archived_on=date(2025, 9, 15))
    make.mentor(since=date(2025, 10, 2))
    make.mentor()
    assert _values("D1") == {"D1": 1}


def test_special_conditions_are_one_number() -> None:
    make.mentee(measures=("conditions",))
    make.mentee()
    assert _values("D13") == {"D13": 1}
    assert list(collected().lines["D13"].rows) == []  # a number without names: the principal reads the form too


def test_who_waits_for_a_mentor_is_in_the_pool_and_in_no_working_pair() -> None:
    make.working_pair()
    make.broken(make.working_pair(), date(2025, 9, 25))
    make.mentee()
    assert _values("D7", "D14") == {"D7": 3, "D14": 2}


def test_an_empty_pool_is_missing_and_a_left_one_is_nought() -> None:
    make.mentor()
    lines = collected().lines
    assert (lines["D1"].cell.state, lines["D7"].cell.state) == (CellState.REPORTED, CellState.MISSING)
    MentorCard.objects.update(until=date(2025, 9, 5))
    assert collected().lines["D1"].cell.state is CellState.CONFIRMED_ZERO


def test_the_newest_headcount_by_the_reporting_date_gives_the_denominators() -> None:
    make.headcount(date(2024, 9, 1), pupils=1, teens=1)
    make.headcount()
    make.headcount(date(2025, 10, 5), pupils=999, teens=1)
    assert _values("F1", "F2", "F3", "F4") == {"F1": 240, "F2": 90, "F3": 3, "F4": 32}


def test_an_unknown_headcount_stays_unknown() -> None:
    assert collected().lines["F1"].cell.state is CellState.MISSING
    make.headcount(pupils=None, teens=None)
    lines = collected().lines
    assert (lines["F1"].cell.state, lines["F4"].cell.value) == (CellState.MISSING, 32)


def test_partners_are_counted_and_those_whose_people_mentor() -> None:
    first, _ = make.partner(), make.partner("Библиотека")
    make.partner("Бывший", until=date(2025, 8, 31))
    make.pair(make.mentor("partner", partner_id=first), make.mentee(), form="employer_pupil")
    assert _values("F5", "F6") == {"F5": 2, "F6": 1}


def test_without_a_list_of_partners_their_number_is_missing() -> None:
    make.working_pair()
    lines = collected().lines
    assert (lines["F5"].cell.state, lines["F6"].cell.state) == (CellState.MISSING, CellState.MISSING)


def test_a_kindergarten_is_asked_nothing_of_pupils() -> None:
    lines = collected(organisation=OrganisationKind.KINDERGARTEN).lines
    assert {"D3", "D4", "D8", "D9", "D10", "D13", "E8", "E9", "F1", "F2"} & lines.keys() == set()
