"""The report as a document: sums with their parts, statuses of what is not told, completeness, no names."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from municipal.indicators.aggregate import SchoolFacts
from municipal.indicators.facts import Facts, ShareValue, missing
from municipal.indicators.payload import digest
from municipal.region.domain.aggregate import Revision, is_same, report_document
from municipal.region.domain.source import (
    Reporting,
    ReportSource,
    RevisionReason,
    SchoolReport,
    Sender,
    campaign_code,
    reporting_of,
)
from tenants.domain.school_year import SchoolYear, Season, SeasonOfYear
from tests.municipal.indicators.cases import honest, pairs

OCTOBER = SeasonOfYear(SchoolYear(2025), Season.OCTOBER)
NOON = datetime(2025, 11, 5, 12, tzinfo=UTC)
FIRST = Revision("rep_1", 1, NOON, date(2025, 11, 5))


def _school(code: str, state: Reporting, *, on_time: bool | None = None) -> SchoolReport:
    return SchoolReport(code, state, on_time, NOON if on_time is not None else None, is_extended=False)


def _source(*forms: Facts, **changes: Any) -> ReportSource:
    source = ReportSource(
        sender=Sender("90001", "ИМЦ Лесного округа"),
        season=OCTOBER,
        edition="2026",
        reporting_date=date(2025, 10, 1),
        as_of=NOON,
        is_final=True,
        schools=(
            _school("S01", Reporting.REPORTED, on_time=True),
            _school("S02", Reporting.CONFIRMED_ZERO, on_time=False),
            _school("S03", Reporting.EXEMPT),
            _school("S04", Reporting.MISSING),
        ),
        forms=tuple(SchoolFacts(number, form) for number, form in enumerate(forms, 1)),
        publications_municipal=3,
    )
    return replace(source, **changes)


def _observed(document: dict[str, Any], code: str, **dims: str) -> dict[str, Any]:
    found = [one for one in document["observations"] if (one["indicator"], one["dims"]) == (code, dims)]
    assert len(found) == 1
    return {key: value for key, value in found[0].items() if key not in ("i", "indicator", "dims")}


def test_a_share_travels_with_both_parts_summed_over_schools() -> None:
    document = report_document(_source(honest(E10=3, F3=4), honest(E10=1, F3=4)), FIRST)
    assert _observed(document, "YOUNG_TEACHERS_MENTEES_SHARE") == {
        "unit": "PERCENT",
        "numerator": 4,
        "denominator": 8,
        "value": "50.0",
        "obs_status": "A",
        "conf_status": "N",
        "additive": False,
    }


def test_pairs_are_told_exactly_with_their_forms_which_add_up() -> None:
    forms = honest(E1=pairs(5, {"teacher_teacher": 5})), honest(E1=pairs(9, {"pupil_pupil": 9}))
    document = report_document(_source(*forms), FIRST)
    assert _observed(document, "PAIRS_ACTIVE")["value"] == 14
    assert _observed(document, "PAIRS_ACTIVE", FORM="PUPIL_PUPIL")["value"] == 9
    assert _observed(document, "PAIRS_ACTIVE", FORM="TEACHER_TEACHER")["value"] == 5


def test_the_whole_sensitive_block_is_withheld_however_large_the_numbers() -> None:
    document = report_document(_source(honest(D13=400), honest(D13=2)), FIRST)
    withheld = [one for one in document["observations"] if one["obs_status"] == "Q"]
    assert {one["indicator"] for one in withheld} == {
        "MENTEES_SATISFIED_SHARE",
        "MENTORS_SATISFIED_SHARE",
        "MENTEES_RESPONSE_RATE",
        "MENTORS_RESPONSE_RATE",
        "MENTEES_VULNERABLE",
        "GROWTH_MENTEES_SHARE",
        "GROWTH_MENTORS_SHARE",
        "YT_SCHOOL_SATISFIED_SHARE",
    }
    assert all(
        (one["value"], one["conf_status"]) == (None, "C") and not {"numerator", "denominator"} & one.keys()
        for one in withheld
    )
    assert "402" not in json.dumps(document)


@pytest.mark.parametrize(
    ("form", "code", "status"),
    [
        (honest(F3=0, E10=0), "YOUNG_TEACHERS_MENTEES_SHARE", "M"),  # nobody to mentor: cannot exist
        (honest(F3=missing("не считали")), "YOUNG_TEACHERS_MENTEES_SHARE", "O"),  # not known
        (honest(), "PRACTICES_ACCEPTED", "L"),  # asked in May only
        (honest(), "ORGS_MAY_PUBLICATION_SHARE", "L"),
        (honest(), "ENTERPRISES_MENTORS_SHARE", "O"),
    ],
)
def test_a_figure_that_is_not_there_says_why_and_is_never_nought(form: Facts, code: str, status: str) -> None:
    said = _observed(report_document(_source(form), FIRST), code)
    assert (said["value"], said["obs_status"]) == (None, status)


def test_a_confirmed_nought_is_a_nought() -> None:
    assert _observed(report_document(_source(honest(I2=0)), FIRST), "CONTEST_ENTRIES")["value"] == 0


def test_a_score_is_told_as_schools_on_each_level() -> None:
    document = report_document(_source(honest(H5=16), honest(H5=17), honest(H5=3)), FIRST)
    levels = [
        _observed(document, "CURATOR_SCORE", LEVEL=one)["value"] for one in ("OPTIMAL", "ACCEPTABLE", "UNACCEPTABLE")
    ]
    assert levels == [2, 0, 1]


def test_completeness_never_melts_the_missing_into_noughts() -> None:
    assert report_document(_source(honest()), FIRST)["group"]["completeness"] == {
        "expected": 4,
        "reported": 1,
        "confirmed_zero": 1,
        "exempt": 1,
        "missing": 1,
        "accepted": 2,
        "on_time": 1,
        "late": 1,
        "extended": 0,
    }


def test_the_group_names_the_campaign_the_period_and_the_revision() -> None:
    later = Revision("rep_2", 2, NOON, date(2025, 11, 5), "rep_1", RevisionReason.LATE_SUBMISSION)
    group = report_document(_source(honest()), later)["group"]
    assert (group["campaign"], group["period"]) == ("2025-10", "2025-09-01/P31D")
    assert (group["revision"], group["supersedes"], group["revision_reason"]) == (
        2,
        "rep_1",
        {"code": "LATE_SUBMISSION"},
    )
    assert (group["status"], group["complete_date"]) == ("final", "2025-11-05")


def test_schools_are_states_alone_unless_the_agreement_lets_their_codes_through() -> None:
    plain = report_document(_source(honest()), FIRST)
    assert {tuple(sorted(one)) for one in plain["schools"]} == {("on_time", "state")}
    assert "S01" not in json.dumps(plain)
    named = report_document(_source(honest(), names_schools=True), FIRST)
    assert named["schools"][0]["org_unit"] == {"scheme": "LOCAL", "code": "S01"}


def test_no_text_and_no_link_of_a_school_goes_up() -> None:
    form = honest(I4="Просим Петрову Анну помочь", E5="Сидоров уволился")
    said = json.dumps(report_document(_source(form), FIRST), ensure_ascii=False)
    assert [word for word in ("Петров", "Сидоров", "Лапина", "shkola.example") if word in said] == []


def test_the_hash_is_over_everything_but_itself() -> None:
    document = report_document(_source(honest()), FIRST)
    hashed = document.pop("content_hash")
    assert hashed == {"alg": "sha-256", "c14n": "RFC8785", "value": digest(document)}


def test_a_later_revision_with_the_same_figures_is_the_same_and_a_changed_one_is_not() -> None:
    first = report_document(_source(honest()), FIRST)
    later = Revision("rep_2", 2, datetime(2025, 12, 1, tzinfo=UTC), date(2025, 12, 1), "rep_1", RevisionReason.OWN_DATA)
    assert is_same(report_document(_source(honest()), later), first)
    assert not is_same(report_document(_source(honest(I2=3)), later), first)


def test_codes_of_campaigns_follow_the_calendar() -> None:
    assert [campaign_code(one) for one in (OCTOBER, SeasonOfYear(SchoolYear(2025), Season.MAY))] == [
        "2025-10",
        "2026-05",
    ]


def test_a_school_without_any_mentoring_is_a_confirmed_zero_not_a_missing_one() -> None:
    idle = SchoolFacts(1, honest(E1=pairs(0), D1=0, D7=0))
    assert reporting_of(idle, is_exempt=False) == Reporting.CONFIRMED_ZERO
    assert reporting_of(SchoolFacts(1, honest()), is_exempt=False) == Reporting.REPORTED
    assert reporting_of(None, is_exempt=True) == Reporting.EXEMPT
    assert reporting_of(None, is_exempt=False) == Reporting.MISSING


def test_a_share_of_documents_sums_confirmed_over_applicable() -> None:
    consents = _observed(
        report_document(_source(honest(B8=ShareValue(9, 10)), honest(B8=ShareValue(6, 10))), FIRST), "CONSENTS_SHARE"
    )
    assert (consents["numerator"], consents["denominator"], consents["value"]) == (15, 20, "75.0")
