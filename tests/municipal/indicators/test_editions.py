"""The form as data: whom it asks what, and what a wrong file says."""

import pytest

from municipal.indicators.content_files import ContentError, build, unique
from municipal.indicators.editions import CURRENT, Check, FieldType, Severity, Where, load_edition
from municipal.indicators.facts import OrganisationKind
from tenants.domain.school_year import Season


@pytest.mark.parametrize(
    ("organisation", "october", "may"),
    [
        (OrganisationKind.SCHOOL, 67, 74),
        (OrganisationKind.SUPPLEMENTARY, 67, 74),
        (OrganisationKind.KINDERGARTEN, 57, 64),
    ],
)
def test_an_organisation_is_asked_only_what_concerns_it(organisation: OrganisationKind, october: int, may: int) -> None:
    edition = load_edition(CURRENT)

    assert len(edition.fields_for(Season.OCTOBER, organisation)) == october
    assert len(edition.fields_for(Season.MAY, organisation)) == may


def test_a_kindergarten_is_asked_nothing_about_pupils_and_october_nothing_about_results() -> None:
    edition = load_edition(CURRENT)
    asked = {line.code for line in edition.fields_for(Season.OCTOBER, OrganisationKind.KINDERGARTEN)}

    assert {"D3", "D9", "E8", "F1"}.isdisjoint(asked)
    assert {"C7", "H3", "I1", "I3"}.isdisjoint(asked)
    assert {"A4", "E10", "F3", "F4"} <= asked


def test_blocks_come_in_order_with_only_the_lines_asked() -> None:
    edition = load_edition(CURRENT)
    blocks = list(edition.blocks_for(Season.OCTOBER, OrganisationKind.SCHOOL))

    assert [block.code for block, _ in blocks] == list("ABCDEFGHI")
    assert [line.code for line in blocks[-1][1]] == ["I2", "I4"]


def test_every_line_and_check_is_whole() -> None:
    edition = load_edition(CURRENT)

    assert (len(edition.fields), len(edition.checks)) == (75, 70)
    for line in edition.fields.values():
        assert line.help
        assert (line.type is FieldType.CHOICE) == bool(line.options)
        assert not line.compare or line.compare.kind in ("other", "lost") or line.type in ("count", "percent_calc")
        assert not line.compare or line.compare.points is None or line.type is FieldType.PERCENT_CALC
    for code, (line, check) in edition.checks.items():
        assert code.startswith(f"{line.code}.")
        assert check.message.endswith(".")
        assert "  " not in check.message


def test_lines_typed_by_hand_are_mended_in_the_form() -> None:
    typed = [line for line in load_edition(CURRENT).fields.values() if line.source_kind == "typed"]

    assert [line.code for line in typed] == [*(f"H{n}" for n in range(1, 9)), "I1", "I2", "I4"]
    assert {line.where for line in typed} == {Where.FORM}


@pytest.mark.parametrize("edition", ["2025", "", "../content/form-2026", "2026.yaml", "٢٠٢٦"])
def test_an_unknown_edition_is_not_looked_for_on_the_disk(edition: str) -> None:
    with pytest.raises(KeyError, match="no such edition"):
        load_edition(edition)


def test_a_slip_in_the_data_is_named() -> None:
    good = {"code": "X.1", "rule": "r", "expr": "1 > 0", "message": "m", "where": Where.FORM}

    with pytest.raises(ContentError, match=r"Check X\.1: no severity"):
        build(Check, good)
    with pytest.raises(ContentError, match=r"Check X\.1: unknown severty"):
        build(Check, good, severty=Severity.ERROR)
    with pytest.raises(ContentError, match="lines: twice A1"):
        unique(["A1", "A2", "A1"], what="lines")
