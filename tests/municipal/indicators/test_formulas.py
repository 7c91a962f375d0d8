"""Indicators over one form and over many."""

from decimal import Decimal

import pytest

from municipal.indicators.aggregate import SchoolFacts
from municipal.indicators.catalogue import load_catalogue
from municipal.indicators.facts import DocumentValue, Facts, OrganisationKind, ShareValue, exempt, missing
from municipal.indicators.formulas import UNKNOWN, Ratio, schools_by_level, value_of, values_of_all
from tenants.domain.school_year import Season
from tests.municipal.indicators.cases import NO_DOCUMENT, honest, pairs

OCTOBER, MAY = Season.OCTOBER, Season.MAY
CONTEXT = {
    "enterprises": 40,
    "enterprises_with_mentors": 6,
    "orgs_expected": 12,
    "orgs_accepted": 11,
    "orgs_on_time": 9,
    "orgs_may_published": 8,
    "publications_municipal": 4,
    "yts_answers": 14,
    "yts_satisfied": 11,
}
# The honest form of a school in May: every indicator's numerator and denominator.
OF_ONE_SCHOOL: dict[str, tuple[int, int | None]] = {
    "MENTEES_PUPILS_10_19_SHARE": (12, 240),
    "MENTORS_PUPILS_15_19_SHARE": (3, 90),
    "YOUNG_TEACHERS_MENTEES_SHARE": (3, 3),
    "ENTERPRISES_MENTORS_SHARE": (6, 40),
    "MENTEES_SATISFIED_SHARE": (14, 20),
    "MENTORS_SATISFIED_SHARE": (8, 11),
    "MENTEES_RESPONSE_RATE": (17, 20),
    "MENTORS_RESPONSE_RATE": (9, 11),
    "ORGS_EXPECTED": (12, None),
    "ORGS_REPORTED": (11, None),
    "ORGS_ON_TIME_SHARE": (9, 12),
    "DOCUMENTS_SHARE": (7, 7),
    "SITE_SECTION_SHARE": (1, 1),
    "MENTORS_TOTAL": (10, None),
    "MENTEES_TOTAL": (18, None),
    "MENTORS_POOL": (12, None),
    "MENTEES_WAITING": (2, None),
    "MENTEES_VULNERABLE": (2, None),
    "PAIRS_ACTIVE": (15, None),
    "PAIRS_COMPLETED": (3, None),
    "PAIRS_BROKEN": (1, None),
    "PAIRS_COMPLETED_SHARE": (3, 19),
    "MEETINGS_HELD": (90, None),
    "MEETINGS_PER_PAIR": (90, 40),
    "PAIRS_SILENT": (1, None),
    "FEEDBACK_SHARE": (60, 90),
    "MENTORS_TRAINED_SHARE": (6, 10),
    "CONSENTS_SHARE": (28, 28),
    "LABOUR_CONSENTS_SHARE": (6, 6),
    "ROADMAP_DONE_SHARE": (11, 12),
    "ROADMAP_OVERDUE": (1, None),
    "PUBLICATIONS_ORGS": (4, None),
    "PUBLICATIONS_MUNICIPAL": (4, None),
    "ORGS_MAY_PUBLICATION_SHARE": (8, 12),
    "CURATOR_SCORE": (14, None),
    "GROWTH_MENTEES_SHARE": (9, 14),
    "GROWTH_MENTORS_SHARE": (4, 8),
    "CONTEST_ENTRIES": (2, None),
    "PRACTICES_ACCEPTED": (1, None),
    "MENTORS_REWARDED": (2, None),
    "YT_SCHOOL_SATISFIED_SHARE": (11, 14),
}


def schools(*forms: Facts) -> list[SchoolFacts]:
    return [SchoolFacts(number, facts) for number, facts in enumerate(forms, 1)]


def of(code: str, *forms: Facts) -> Ratio:
    return value_of(load_catalogue().indicators[code], schools(*forms))


def test_every_indicator_is_worked_out_over_one_form() -> None:
    found = values_of_all(schools(honest(MAY)), context=CONTEXT)

    assert {code: (ratio.numerator, ratio.denominator) for code, ratio in found.items()} == OF_ONE_SCHOOL


def test_shares_of_schools_are_summed_above_and_below_the_line_and_not_averaged() -> None:
    found = of("MENTORS_TRAINED_SHARE", honest(G5=1, E6=1), honest(G5=0, E6=9))

    assert found == Ratio(1, 10, contributors=(1, 2))
    assert found.percent == Decimal(10)


def test_a_school_that_does_not_know_one_part_is_in_neither() -> None:
    found = of(
        "MENTEES_PUPILS_10_19_SHARE",
        honest(E8=10, F1=100),
        honest(E8=50, F1=missing("Ждём контингент")),
        honest(E8=missing("Уточняем"), F1=900),
        honest(OCTOBER, OrganisationKind.KINDERGARTEN),
        honest(E8=20, F1=200),
    )

    assert found == Ratio(30, 300, contributors=(1, 5))


def test_without_a_denominator_there_is_no_per_cent() -> None:
    nobody = of("YOUNG_TEACHERS_MENTEES_SHARE", honest(E10=0, F3=0))
    unknown = of("YOUNG_TEACHERS_MENTEES_SHARE", honest(F3=missing("Уточняем")))
    count = of("PAIRS_ACTIVE", honest())

    assert (nobody.percent, nobody.is_applicable) == (None, False)
    assert (unknown, unknown.percent, unknown.is_applicable) == (UNKNOWN, None, True)
    assert (count.percent, count.quotient) == (None, None)


def test_a_zero_share_is_zero_and_is_known() -> None:
    found = of("FEEDBACK_SHARE", honest(G4=0))

    assert (found.percent, found.contributors) == (Decimal(0), (1,))


def test_a_document_without_a_number_and_a_link_does_not_count_and_an_exempt_one_is_not_expected() -> None:
    facts = honest(B1=DocumentValue(True), B2=NO_DOCUMENT, B7=exempt("Поощрение устно"))

    assert of("DOCUMENTS_SHARE", facts) == Ratio(4, 6, contributors=(1,))
    assert of("DOCUMENTS_SHARE", honest(B1=missing("Ищем"))) == UNKNOWN


def test_meetings_per_pair_are_a_number_and_not_a_per_cent() -> None:
    assert of("MEETINGS_PER_PAIR", honest(G1=90, G10=40)).quotient == Decimal("2.25")


def test_a_share_over_a_hundred_comes_only_from_contradictory_data() -> None:
    assert of("CONSENTS_SHARE", honest(B8=ShareValue(30, 28))).percent == Decimal(3000) / 28
    assert all(
        (ratio.percent or 0) <= 100
        for code, ratio in values_of_all(schools(honest(MAY)), context=CONTEXT).items()
        if code != "MEETINGS_PER_PAIR"
    )


def test_the_curators_score_does_not_add_up_but_falls_into_levels() -> None:
    score = load_catalogue().indicators["CURATOR_SCORE"]
    submissions = schools(*(honest(H5=points) for points in (18, 15, 14, 9, 8, 0)), honest(H5=missing("Нет")))

    assert value_of(score, submissions) == UNKNOWN
    assert value_of(score, submissions[2:3]) == Ratio(14, None, contributors=(3,))
    assert schools_by_level(score, submissions) == {"optimal": (1, 2), "acceptable": (3, 4), "unacceptable": (5, 6)}


@pytest.mark.parametrize("code", ["ENTERPRISES_MENTORS_SHARE", "ORGS_EXPECTED", "YT_SCHOOL_SATISFIED_SHARE"])
def test_a_municipal_indicator_is_unknown_until_the_municipality_says(code: str) -> None:
    assert of(code, honest()) == UNKNOWN


def test_pairs_that_ended_well_are_never_more_than_all_that_worked() -> None:
    found = of("PAIRS_COMPLETED_SHARE", honest(MAY, E1=pairs(0), E2=0, E3=5, E4=0))

    assert found.percent == Decimal(100)
