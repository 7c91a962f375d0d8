"""A line of the form as the texts of its inputs, and back."""

from __future__ import annotations

from datetime import date

import pytest

from municipal.indicators.editions import load_edition
from municipal.indicators.facts import UNFILLED, Cell, DocumentValue, ShareValue, cell_of, exempt, missing
from schools.monitoring.domain.inputs import fingerprint, inputs_of, posted_inputs, read_cell
from schools.monitoring.domain.unread import Unread

LINES = load_edition().fields
ORDER = DocumentValue(True, number="41", dated=date(2025, 9, 3))


def _read(code: str, shown: Cell = UNFILLED, *, typed: bool = False, **came: str) -> Cell | None:
    before = inputs_of(LINES[code], shown, is_typed=typed, formats=("pupil_pupil",))
    return read_cell(LINES[code], {**before, **{key.removeprefix("_"): text for key, text in came.items()}}, before)


@pytest.mark.parametrize(
    ("code", "cell"),
    [
        ("H1", cell_of(7)),
        ("H1", cell_of(0)),
        ("A3", cell_of(ORDER)),
        ("A3", cell_of(DocumentValue(False), reason="Приказ готовят")),
        ("H3", cell_of(ShareValue(14, 20))),
        ("C2", cell_of(date(2025, 9, 20))),
        ("I4", cell_of("Нужны занятия")),
        ("H1", missing("Опрос не проводили")),
        ("H1", exempt("Наставляемых нет")),
        ("E1", cell_of(2, parts={"pupil_pupil": 2})),
    ],
)
def test_what_inputs_show_reads_back_the_same(code: str, cell: Cell) -> None:
    assert _read(code, cell, typed=True) == cell


@pytest.mark.parametrize(
    ("code", "came", "expected"),
    [
        ("H1", {"_": " 1 240 "}, cell_of(1240)),
        ("H1", {"_": ""}, None),
        ("H1", {"state": "missing", "reason": "не знаем"}, missing("не знаем")),
        ("H1", {"state": "exempt"}, exempt()),
        ("A3", {"present": ""}, None),
        ("A3", {"present": "yes", "url": "https://shkola.example/p"}, cell_of(DocumentValue(True, url="https://shkola.example/p"))),
        ("H3", {"numerator": "3", "denominator": "4"}, cell_of(ShareValue(3, 4))),
        ("H3", {}, None),
        ("E1", {"_": "3", "part.pupil_pupil": "3"}, cell_of(3, parts={"pupil_pupil": 3})),
    ],
)  # fmt: skip
def test_what_is_typed_becomes_a_cell(code: str, came: dict[str, str], expected: Cell | None) -> None:
    before = inputs_of(LINES[code], UNFILLED, is_typed=False, formats=("pupil_pupil",))
    assert (
        read_cell(LINES[code], {**before, **{key.removeprefix("_"): v for key, v in came.items()}}, before) == expected
    )


@pytest.mark.parametrize(
    ("code", "came", "sentence"),
    [
        ("H1", {"": "три"}, "«три» не целое число"),
        ("H1", {"": "-1"}, "«-1» не целое число"),
        ("H1", {"": "1,5"}, "«1,5» не целое число"),
        ("H1", {"": "9" * 20}, "не целое число"),
        ("H3", {"numerator": "3"}, "Нужны оба числа"),
        ("H3", {"numerator": "0", "denominator": "0"}, "Доля от нуля не считается"),
        ("C2", {"": "2025-02-30"}, "Такой даты нет"),
        ("A3", {"present": "yes", "url": "shkola.example"}, "Адрес начинается с http"),
        ("I4", {"": "а" * 3001}, "Текст длиннее 3000 знаков"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(code: str, came: dict[str, str], sentence: str) -> None:
    before = inputs_of(LINES[code], UNFILLED, is_typed=False)
    with pytest.raises(Unread, match=sentence):
        read_cell(LINES[code], {**before, **came}, before)


def test_a_state_chosen_now_stands_over_the_figure_beside_it() -> None:
    assert _read("H1", cell_of(7), typed=True, state="missing", reason="Ошиблись") == missing("Ошиблись")


def test_a_figure_typed_beside_a_state_chosen_before_replaces_it_with_its_reason() -> None:
    assert _read("H1", missing("Опроса не было"), typed=True, _="7") == cell_of(7)


def test_a_line_that_came_as_it_was_shown_was_not_touched() -> None:
    line = LINES["H1"]
    shown = inputs_of(line, cell_of(7), is_typed=True)
    was = {"H1.was": fingerprint(shown)}
    assert posted_inputs(line, shown, {**was, "H1": "7"}) is None
    assert posted_inputs(line, shown, {"H1": "8"}) is None  # the page did not show it
    assert posted_inputs(line, shown, {**was, "H1": "8"}) == {"": "8", "state": "", "reason": ""}
