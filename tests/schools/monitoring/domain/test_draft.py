"""Typed over counted."""

from __future__ import annotations

from datetime import date

import pytest

from municipal.indicators.editions import load_edition
from municipal.indicators.facts import UNFILLED, Cell, OrganisationKind, cell_of, exempt, missing
from schools.monitoring.domain.draft import Ask, Changes, Draft, assembled, cells_from_rows, cells_to_rows, merged
from tenants.domain.school_year import Season

ASK = Ask(load_edition(), Season.OCTOBER, OrganisationKind.SCHOOL, date(2025, 10, 1))
COUNTED = cell_of(16, computed=16, parts={"pupil_pupil": 16})


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (None, COUNTED),
        (cell_of(16), COUNTED),
        (cell_of(19, reason="две пары позже"), cell_of(19, reason="две пары позже", computed=16)),
        (cell_of(0), cell_of(0, computed=16)),
        (missing("не знаем"), missing("не знаем", computed=16)),
        (exempt("нет пар"), exempt("нет пар", computed=16)),
        (cell_of(19, parts={"pupil_pupil": 19}), cell_of(19, computed=16, parts={"pupil_pupil": 19})),
    ],
)
def test_what_is_typed_stands_over_what_is_counted(typed: Cell | None, expected: Cell) -> None:
    assert merged(COUNTED, typed) == expected


def test_an_overridden_figure_without_a_reason_is_seen_as_such() -> None:
    assert merged(COUNTED, cell_of(19)).is_overridden
    assert not merged(UNFILLED, cell_of(19)).is_overridden


def test_the_form_holds_every_line_that_is_asked_and_no_other() -> None:
    facts = assembled(ASK, counted={"E1": COUNTED}, draft=Draft({"H1": cell_of(3), "I1": cell_of(1)}))
    assert facts.cells.keys() == {line.code for line in ASK.lines}
    assert (facts.cells["E1"], facts.cells["H1"], facts.cells["H2"]) == (COUNTED, cell_of(3), UNFILLED)


def test_who_hands_in_is_written_into_the_form_at_that_moment() -> None:
    signed = assembled(ASK, counted={}, draft=Draft(), submitted_by="куратор, Антонова А. П.")
    assert (signed.submitted_by, signed.cells["A5"]) == ("куратор, Антонова А. П.", cell_of("куратор, Антонова А. П."))
    assert assembled(ASK, counted={}, draft=Draft()).cells["A5"] == UNFILLED


def test_typed_cells_survive_the_column_they_are_kept_in() -> None:
    cells = {"H1": cell_of(3), "A3": missing("ищем приказ"), "C2": cell_of(date(2025, 9, 1))}
    assert cells_from_rows(ASK, cells_to_rows(cells)) == cells


def test_a_line_of_another_season_is_left_behind() -> None:
    assert cells_from_rows(ASK, cells_to_rows({"I1": cell_of(1)})) == {}


def test_changes_replace_take_back_and_drop_emptied_words() -> None:
    draft = Draft({"H1": cell_of(3), "H2": cell_of(1)}, {"E10.2": "ищем"}, {"7": "да"})
    after = draft.with_changes(Changes({"H1": None, "H2": cell_of(2)}, {"E10.2": " "}, {"8": " нет "}))
    assert after == Draft({"H2": cell_of(2)}, {}, {"7": "да", "8": "нет"})
