"""Whatever schools report, the note is Russian: no holes, no braces, no double marks, no rounded-away people."""

import re

from hypothesis import HealthCheck, given, settings

from municipal.notes.domain.composed import Composed
from municipal.notes.domain.composition import compose
from municipal.notes.domain.note_input import NoteInput
from municipal.notes.domain.spans import Form
from municipal.notes.domain.stored import from_document, to_document
from municipal.notes.domain.values.value import ValueKind
from tests.municipal.notes.domain.strategies import districts

UNSEEMLY = re.compile(r"None|[{}]|  | \.|\.\.|,,| ,|\(\)|Fraction|nan|: \.|«»")
AFTER_NUMBER = re.compile(r"(?:^|[^\d,%№.\u00a0])(\d+)\u00a0(пар[аы]?|встреч[аи]?|наставник(?:а|ов)?)(?!\w)")
FORMS = {
    "пар": ("пара", "пары", "пар"),
    "встреч": ("встреча", "встречи", "встреч"),
    "наставник": ("наставник", "наставника", "наставников"),
}
relaxed = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def texts(note: Composed) -> list[str]:
    cells = [
        cell
        for annex in note.annexes
        for table in annex.tables
        for row in (*table.rows, table.total, tuple(column.title for column in table.columns))
        for cell in row
    ]
    return [*(block.text for block in note.blocks), *cells, note.title]


@given(districts())
@relaxed
def test_no_note_has_a_hole_or_a_slip_of_typing(drawn: tuple[str, NoteInput]) -> None:
    kind, source = drawn
    for number in (1, 2, 3):
        for is_region_copy in (False, True):
            note = compose(source, kind=kind, number=number, is_region_copy=is_region_copy)
            assert [text for text in texts(note) if UNSEEMLY.search(text.replace("\u00a0", " "))] == []
            assert all(block.text.strip() == block.text for block in note.blocks)


@given(districts())
@relaxed
def test_a_share_is_said_to_be_nought_or_whole_only_where_it_is(drawn: tuple[str, NoteInput]) -> None:
    kind, source = drawn
    note = compose(source, kind=kind, number=1)
    for block in note.blocks:
        for figure in block.figures:
            value = note.values[figure.key]
            if figure.form not in (Form.SHARE, Form.RATIO) or value.numerator is None:
                continue
            if re.search(r"(?<!\d)0\u00a0%", figure.text):
                assert value.numerator == 0
            if re.search(r"100\u00a0%", figure.text):
                assert value.numerator == value.denominator


@given(districts())
@relaxed
def test_words_agree_with_the_numbers_before_them(drawn: tuple[str, NoteInput]) -> None:
    kind, source = drawn
    for number in (1, 2, 3):
        for block in compose(source, kind=kind, number=number).blocks:
            plain = re.sub(r"\d+\u00a0из\u00a0\d+\u00a0\w+", "", block.text)
            for found in AFTER_NUMBER.finditer(plain):
                assert found[2] == agreeing(int(found[1]), found[2]), block.text


def agreeing(n: int, word: str) -> str:
    one, few, many = next(forms for stem, forms in FORMS.items() if word.startswith(stem))
    if n % 10 == 1 and n % 100 != 11:
        return one
    return few if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else many


@given(districts())
@relaxed
def test_every_section_says_something_and_a_stored_note_comes_back_equal(drawn: tuple[str, NoteInput]) -> None:
    kind, source = drawn
    note = compose(source, kind=kind, number=1)
    assert [section.code for section in note.sections if not section.blocks and section.code != "closing"] == []
    assert from_document(to_document(note)) == note


@given(districts())
@relaxed
def test_a_copy_for_the_region_names_no_school_anywhere(drawn: tuple[str, NoteInput]) -> None:
    kind, source = drawn
    note = compose(source, kind=kind, number=1, is_region_copy=True)
    names = [school.name for school in source.schools]
    kept = [*texts(note), *(str(value.value) for value in note.values.values())]
    assert [text for text in kept for name in names if name in text] == []
    assert all(value.sources == () for value in note.values.values())
    assert ValueKind.LIST in {value.kind for value in note.values.values()}  # titles of indicators are no secret
