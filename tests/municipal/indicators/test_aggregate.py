"""A sum over schools names who is in it, and never takes the unknown for nought."""

import pytest

from municipal.indicators.aggregate import SchoolFacts, Total, municipal_context, parts_total, total
from municipal.indicators.facts import Facts, OrganisationKind, exempt, missing
from tenants.domain.school_year import Season
from tests.municipal.indicators.cases import NO_DOCUMENT, honest, pairs, without

KINDERGARTEN = OrganisationKind.KINDERGARTEN


def schools(*forms: Facts) -> list[SchoolFacts]:
    return [SchoolFacts(number, facts) for number, facts in enumerate(forms, 1)]


def test_a_total_tells_zero_from_missing_from_exempt_from_not_asked() -> None:
    submissions = schools(
        honest(D3=4),
        honest(D3=0),
        honest(D3=missing("Уточняем")),
        honest(D3=exempt("Наставников-детей не берём")),
        without(honest(), "D3"),
        honest(Season.OCTOBER, KINDERGARTEN),
        honest(D3=2),
    )

    found = total("D3", submissions)

    assert found == Total(6, reported=(1, 7), zero=(2,), exempt=(4,), missing=(3, 5), not_asked=(6,))
    assert (found.contributors, found.applicable) == ((1, 2, 7), 5)


def test_where_nobody_knows_there_is_no_sum() -> None:
    assert total("D3", schools(honest(D3=missing("Нет")))).value is None
    assert total("D3", []) == Total(None, (), (), (), (), ())


def test_a_document_is_counted_by_schools_that_have_it() -> None:
    found = total("B6", schools(honest(), honest(B6=NO_DOCUMENT), honest(B6=missing("Ищем"))))

    assert (found.value, found.reported, found.zero, found.missing) == (1, (1,), (2,), (3,))


@pytest.mark.parametrize("code", ["B8", "A2", "E5"])
def test_what_cannot_be_summed_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="cannot be summed"):
        total(code, schools(honest()))


def test_pairs_are_summed_by_format_the_largest_first() -> None:
    submissions = schools(
        honest(E1=pairs(7, {"teacher_teacher": 2, "pupil_pupil": 5})),
        honest(E1=pairs(4, {"teacher_teacher": 4})),
        honest(E1=pairs(0, {})),
        honest(E1=missing("Уточняем")),
    )

    found = parts_total("E1", submissions)

    assert list(found) == ["teacher_teacher", "pupil_pupil"]
    assert found["pupil_pupil"] == Total(5, reported=(1,), zero=(2, 3), exempt=(), missing=(4,), not_asked=())
    assert found["teacher_teacher"].value == 6


def test_the_municipal_context_counts_schools_that_published_their_year() -> None:
    submissions = schools(honest(Season.MAY), honest(Season.MAY, C7=NO_DOCUMENT))

    assert municipal_context(submissions, expected=3, accepted=2, on_time=1) == {
        "orgs_expected": 3,
        "orgs_accepted": 2,
        "orgs_on_time": 1,
        "orgs_may_published": 1,
        "publications_municipal": None,
    }
    assert municipal_context(schools(honest()), expected=3, accepted=2, on_time=1)["orgs_may_published"] is None
