"""Blocks A, B and I3: orders, documents, consents."""

from datetime import date

import pytest

from municipal.indicators.facts import CellState, DocumentValue, OrganisationKind, ShareValue
from schools.people.models import MentorCard
from tenants.domain.school_year import Season
from tests.factories import school as make
from tests.schools.monitoring.conftest import collected

pytestmark = pytest.mark.usefixtures("school")
SIGNED, NO = DocumentValue(True, number="12", dated=date(2025, 9, 3), valid_from=date(2025, 9, 3)), DocumentValue(False)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("A3", "curator"),
        ("A4", "liaison"),
        ("B1", "implementation"),
        ("B2", "regulation"),
        ("B5", "mentors_register"),
        ("B6", "pairs"),
        ("B7", "incentive_rules"),
    ],
)
def test_a_document_in_force_says_yes_and_another_kind_says_no(code: str, kind: str) -> None:
    make.document(kind)
    lines = collected().lines
    assert {key for key in ("A3", "A4", "B1", "B2", "B5", "B6", "B7") if lines[key].cell.value == SIGNED} == {code}
    assert {lines[key].cell.value for key in ("A3", "A4", "B1", "B2", "B5", "B6", "B7") if key != code} == {NO}


def test_without_any_document_nobody_knows_whether_there_is_an_order() -> None:
    assert collected().lines["B1"].cell.state is CellState.MISSING


def test_an_order_that_ran_out_or_is_signed_later_is_no_order() -> None:
    make.document("curator", on=date(2024, 9, 3), valid_until=date(2025, 8, 31))
    make.document("implementation", on=date(2025, 10, 2))
    lines = collected().lines
    assert (lines["A3"].cell.value, lines["B1"].cell.value) == (NO, NO)


def test_the_newest_of_several_documents_is_named_and_all_are_shown() -> None:
    make.document("pairs", on=date(2024, 9, 3), number="7")
    make.document("pairs")
    line = collected().lines["B6"]
    assert (line.cell.value, line.how) == (SIGNED, "раздел «Документы», 2\u00a0записи")
    assert [row.title for row in line.rows] == [
        "Документ pairs, № 12 от 03.09.2025",
        "Документ pairs, № 7 от 03.09.2024",
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, DocumentValue(True, "37", date(2025, 9, 2), "", date(2025, 9, 1), date(2026, 8, 31))),
        ({"status": "draft"}, NO),
        ({"period_to": date(2025, 9, 30)}, NO),
        ({"order_date": date(2025, 10, 2)}, NO),
    ],
)
def test_a_roadmap_counts_when_approved_for_the_reporting_date(
    changes: dict[str, object], expected: DocumentValue
) -> None:
    make.roadmap(**changes)
    assert collected().lines["B3"].cell.value == expected


def test_without_any_roadmap_the_line_is_missing() -> None:
    assert collected().lines["B3"].cell.state is CellState.MISSING


def test_a_programme_in_force_with_an_address_proves_the_bank() -> None:
    make.programme("Без ссылки")
    make.programme("Со ссылкой", url="https://shkola.example/programma")
    value = collected().lines["B4"].cell.value
    assert value == DocumentValue(True, url="https://shkola.example/programma", valid_from=date(2024, 9, 1))


def test_a_programme_that_ended_is_no_programme() -> None:
    make.programme(valid_to=date(2025, 8, 31))
    assert collected().lines["B4"].cell.value == NO


def test_consents_are_a_share_of_everybody_in_working_pairs() -> None:
    make.working_pair()
    lapsed = make.mentee(consent=False)
    make.give_consent(lapsed, valid_until=date(2025, 9, 20))
    make.pair(make.mentor(), lapsed)
    line = collected().lines["B8"]
    assert line.cell.value == ShareValue(3, 4)
    assert len(line.rows) == 1


def test_without_working_pairs_a_share_of_consents_does_not_apply() -> None:
    make.broken(make.working_pair(), date(2025, 9, 20))
    cell = collected().lines["B8"].cell
    assert (cell.state, cell.reason) == (CellState.EXEMPT, "На отчётную дату ни одна пара не работает.")


def test_labour_terms_ask_for_a_consent_and_an_agreement_of_workers_who_mentor_workers() -> None:
    terms = {"labour_consent_on": date(2025, 9, 1), "labour_agreement": "3"}
    make.pair(make.mentor(card=terms), make.mentee("teacher"), form="teacher_teacher")
    make.pair(lacking := make.mentor(), make.mentee("teacher"), form="educator_educator")
    MentorCard.objects.filter(pk=lacking).update(labour_agreement="")  # a pair of the years before the law
    make.working_pair()  # teacher with pupil: ст. 351.8 does not ask
    assert collected().lines["B9"].cell.value == ShareValue(1, 2)


def test_labour_terms_do_not_apply_where_workers_mentor_only_pupils() -> None:
    make.working_pair()
    assert collected().lines["B9"].cell.state is CellState.EXEMPT


@pytest.mark.parametrize(
    ("counts", "expected"),
    [([2, 3], (5, CellState.REPORTED)), ([], (0, CellState.CONFIRMED_ZERO)), ([None], (None, CellState.MISSING))],
)
def test_rewarded_mentors_are_those_the_orders_of_the_year_name(
    counts: list[int | None], expected: tuple[int | None, CellState]
) -> None:
    make.document("regulation")
    make.document("reward", on=date(2025, 5, 20), number="old", people_count=40)
    for number, count in enumerate(counts):
        make.document("reward", on=date(2026, 5, 10), number=str(number), people_count=count)
    cell = collected(date(2026, 5, 20), Season.MAY).lines["I3"].cell
    assert (cell.value, cell.state) == expected


def test_the_head_of_the_form_comes_from_the_school_and_the_campaign() -> None:
    lines = collected(organisation=OrganisationKind.KINDERGARTEN).lines
    assert (lines["A1"].cell.value, lines["A2"].cell.value) == ("kindergarten", date(2025, 10, 1))
    assert lines["A5"].cell.state is CellState.MISSING
