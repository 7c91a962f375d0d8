"""A form goes into a JSON document and comes back the same, or is refused."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from municipal.indicators.editions import CURRENT, Field, FieldType, load_edition
from municipal.indicators.facts import (
    Cell,
    CellState,
    DocumentValue,
    Facts,
    OrganisationKind,
    PublicationFact,
    ShareValue,
    cell_of,
    exempt,
    missing,
)
from municipal.indicators.payload import PayloadError, digest, from_document, to_document
from tenants.domain.school_year import Season
from tests.municipal.indicators.cases import honest

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)
COUNT = st.integers(0, 10**9)


def values_of(line: Field) -> st.SearchStrategy[Any]:
    dates = st.dates()
    return {
        FieldType.COUNT: COUNT,
        FieldType.DATE: dates,
        FieldType.CHOICE: st.sampled_from(line.options or ("",)),
        FieldType.TEXT: TEXT.filter(bool),
        FieldType.PERCENT_CALC: st.builds(ShareValue, COUNT, st.integers(1, 10**9)),
        FieldType.YES_NO_DOC: st.builds(
            DocumentValue,
            st.booleans(),
            TEXT,
            st.none() | dates,
            TEXT,
            st.none() | dates,
            st.none() | dates,
        ),
    }[line.type]


@st.composite
def cells(draw: st.DrawFn, line: Field) -> Cell:
    values = values_of(line)
    computed = draw(st.none() | values)
    if draw(st.booleans()):
        parts = draw(st.dictionaries(TEXT, COUNT, max_size=3)) if line.type is FieldType.COUNT else {}
        return cell_of(draw(values), reason=draw(TEXT), computed=computed, parts=parts)
    return draw(st.sampled_from([missing, exempt]))(draw(TEXT), computed=computed)


@st.composite
def forms(draw: st.DrawFn) -> Facts:
    season, organisation = draw(st.sampled_from(Season)), draw(st.sampled_from(OrganisationKind))
    lines = load_edition(CURRENT).fields_for(season, organisation)
    chosen = draw(st.lists(st.sampled_from(lines), unique_by=lambda line: line.code, max_size=6))
    return Facts(
        edition=CURRENT,
        season=season,
        organisation=organisation,
        as_of=draw(st.dates()),
        cells={line.code: draw(cells(line)) for line in chosen},
        publications=tuple(draw(st.lists(st.builds(PublicationFact, st.dates(), TEXT, TEXT), max_size=2))),
        submitted_by=draw(TEXT),
        explanations=draw(st.dictionaries(TEXT, TEXT, max_size=2)),
    )


@given(forms())
@settings(max_examples=60, deadline=None)
def test_a_form_comes_back_as_it_went_and_its_digest_stays(facts: Facts) -> None:
    document = to_document(facts)
    stored = json.loads(json.dumps(document))

    assert from_document(stored) == facts
    assert to_document(from_document(stored)) == document
    assert digest(stored) == digest(document)


def test_a_digest_does_not_depend_on_the_order_of_keys_and_tells_any_change() -> None:
    document = to_document(honest())
    turned = dict(reversed(document.items()))

    assert digest(turned) == digest(document)
    assert digest({**document, "submitted_by": "директор"}) != digest(document)
    assert len(digest(document)) == 64


def test_the_digest_of_a_known_document_never_changes() -> None:
    facts = Facts(
        edition="2026",
        season=Season.OCTOBER,
        organisation=OrganisationKind.SCHOOL,
        as_of=date(2025, 10, 1),
        cells={"E1": cell_of(2, parts={"pupil_pupil": 2}), "B1": cell_of(DocumentValue(False)), "F2": missing("Ждём")},
    )

    assert to_document(facts)["cells"] == {
        "E1": {"state": "reported", "value": 2, "parts": {"pupil_pupil": 2}},
        "B1": {"state": "confirmed_zero", "value": {"present": False}},
        "F2": {"state": "missing", "reason": "Ждём"},
    }
    assert digest(to_document(facts))[:12] == "ee7baf8b4e81"


def spoiled(path: str, value: object) -> dict[str, Any]:
    """A document with one place different; the path's steps are parted by spaces, an absent value removes."""
    document: dict[str, Any] = json.loads(json.dumps(to_document(honest())))
    *steps, last = path.split()
    place: Any = document
    for step in steps:
        place = place[int(step) if step.isdigit() else step]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return document


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("schema", "tropa-facts/2"),
        ("schema", ...),
        ("extra", 1),
        ("edition", "2025"),
        ("edition", "../form-2026"),
        ("season", "april"),
        ("organisation", "college"),
        ("as_of", "20251001"),
        ("as_of", None),
        ("as_of", 5),
        ("cells", []),
        ("cells Z9", {"state": "missing"}),
        ("cells C7", {"state": "missing"}),
        ("cells E1 note", "x"),
        ("cells E1 state", "exempt"),
        ("cells E1 state", "confirmed_zero"),
        ("cells E1 state", "done"),
        ("cells E1 value", 5.0),
        ("cells E1 value", True),
        ("cells E1 value", -1),
        ("cells E1 value", 10**10),
        ("cells E1 value", "5"),
        ("cells E1 value", 0),
        ("cells E1 parts", {"pupil_pupil": 1.5}),
        ("cells E1 parts", [1]),
        ("cells E1 reason", 5),
        ("cells E1", None),
        ("cells B1 value present", 1),
        ("cells B1 value dated", "03.09.2025"),
        ("cells B1 value signed_by", "x"),
        ("cells B8 value denominator", 0),
        ("cells B8 value percent", 100),
        ("cells B8 value", 100),
        ("cells A1 value", "college"),
        ("cells C2 value", "2025-9-1"),
        ("submitted_by", None),
        ("submitted_by", "нуль\x00"),
        ("submitted_by", "\ud800"),
        ("publications", [{"published_on": "2025-09-01", "channel": "site"}]),
        ("publications 0 title", "x"),
        ("publications", None),
        ("explanations", {"E1.1": 5}),
        ("explanations", None),
    ],
)
def test_a_document_that_is_not_a_form_is_refused(path: str, value: object) -> None:
    with pytest.raises(PayloadError):
        from_document(spoiled(path, value))


def test_a_line_that_this_form_does_not_have_is_not_written() -> None:
    kindergarten = honest(Season.OCTOBER, OrganisationKind.KINDERGARTEN, D3=4)

    with pytest.raises(PayloadError, match="not in this form: D3"):
        to_document(kindergarten)


@pytest.mark.parametrize(
    ("state", "value"),
    [
        (CellState.REPORTED, None),
        (CellState.REPORTED, 0),
        (CellState.CONFIRMED_ZERO, 5),
        (CellState.CONFIRMED_ZERO, None),
        (CellState.EXEMPT, 0),
        (CellState.MISSING, 0),
        (CellState.REPORTED, DocumentValue(False)),
        (CellState.REPORTED, ShareValue(0, 4)),
        (CellState.REPORTED, -2),
    ],
)
def test_a_cell_whose_state_and_value_disagree_cannot_be_made(state: CellState, value: Any) -> None:
    with pytest.raises(ValueError, match=r"cannot be|never negative"):
        Cell(state, value)


@pytest.mark.parametrize(("numerator", "denominator"), [(0, 0), (3, 0), (-1, 4)])
def test_a_share_needs_something_to_be_a_share_of(numerator: int, denominator: int) -> None:
    with pytest.raises(ValueError, match="not a share"):
        ShareValue(numerator, denominator)
