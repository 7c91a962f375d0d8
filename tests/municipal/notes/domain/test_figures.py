"""Every figure of the text equals what the forms say, counted again by other code."""

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings

from municipal.notes.domain.composed import Composed
from municipal.notes.domain.composition import compose
from municipal.notes.domain.note_input import NoteInput
from municipal.notes.domain.spans import Figure, Form
from municipal.notes.domain.values.value import SourcePart, Value, ValueKind
from tenants.domain.school_year import Season
from tests.municipal.notes.domain.arithmetic import printed_numbers
from tests.municipal.notes.domain.recount import Recount
from tests.municipal.notes.domain.strategies import districts
from tests.municipal.notes.sample import district

UNCOUNTED = (ValueKind.LIST, ValueKind.THRESHOLD)


def check_figures(note: Composed, source: NoteInput) -> int:
    """Recount every figure of the note; the number of figures checked."""
    again, checked = Recount(source), 0
    for block in note.blocks:
        for figure in block.figures:
            value = note.values[figure.key]
            if value.kind in UNCOUNTED:
                continue
            check_one(figure, value, [Fraction(n) for n in again.numbers(figure.value_code, figure.item)])
            checked += 1
    return checked


def check_one(figure: Figure, value: Value, expected: list[Fraction]) -> None:
    said = printed_numbers(figure.text)
    if figure.form is Form.RATIO:
        assert said[:2] == expected, figure
        if len(said) > 2:
            assert abs(said[2] - Fraction(expected[0] * 100, expected[1])) < 1, figure
        else:
            assert expected[1] < 10, figure
    elif figure.form in (Form.SHARE, Form.POINTS) or value.kind is ValueKind.DECIMAL:
        assert abs(said[0] - abs(expected[0])) <= 1, figure
    else:
        assert said == expected, figure


@pytest.mark.parametrize("season", list(Season))
@pytest.mark.parametrize("number", [1, 2, 3])
def test_every_figure_of_a_district_s_note_is_what_its_forms_say(season: Season, number: int) -> None:
    source = district(season)
    assert check_figures(compose(source, kind=season.value, number=number), source) > 40


@given(districts())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_every_figure_of_any_note_is_what_its_forms_say(drawn: tuple[str, NoteInput]) -> None:
    kind, source = drawn
    for number in (1, 2):
        check_figures(compose(source, kind=kind, number=number), source)


def test_a_count_is_the_sum_of_its_sources_and_a_ratio_of_its_two_parts() -> None:
    note = compose(district(), kind="october", number=1)
    for key in ("pairs", "mentees", "due", "late", "zero_count"):
        value = note.values[key]
        assert value.value == sum(source.number for source in value.sources)
    ratio = note.values["trained/mentors"]
    parts = {part: sum(s.number for s in ratio.sources if s.part is part) for part in SourcePart}
    assert (parts[SourcePart.NUMERATOR], parts[SourcePart.DENOMINATOR]) == (ratio.numerator, ratio.denominator)


def test_sources_name_the_submission_and_the_line_of_the_form() -> None:
    source = district()
    pairs = compose(source, kind="october", number=1).values["pairs"].sources
    assert [(s.school_id, s.submission_id, s.field, s.number) for s in pairs] == [
        (form.school_id, form.submission_id, "E1", form.facts.count("E1")) for form in source.forms
    ]
