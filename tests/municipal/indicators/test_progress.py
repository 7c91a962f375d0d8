"""How much of a form is done."""

import pytest

from municipal.indicators.facts import (
    Cell,
    CellState,
    DocumentValue,
    OrganisationKind,
    ShareValue,
    cell_of,
    exempt,
    missing,
    share_cell,
)
from municipal.indicators.progress import is_answered, progress
from tenants.domain.school_year import Season
from tests.municipal.indicators.cases import honest, without


@pytest.mark.parametrize(
    ("cell", "answered"),
    [
        (cell_of(5), True),
        (cell_of(0), True),
        (cell_of(DocumentValue(False)), True),
        (missing(), False),
        (missing("  "), False),
        (missing("Журнал у завуча"), True),
        (exempt(), False),
        (exempt("Детей нет"), True),
    ],
)
def test_a_line_is_answered_by_a_value_or_by_a_reason(cell: Cell, answered: bool) -> None:
    assert is_answered(cell) is answered


def test_an_honest_form_is_complete_and_an_optional_line_changes_nothing() -> None:
    whole, shorter = progress(honest()), progress(without(honest(), "G2", "I4", "A5"))

    assert whole == shorter
    assert whole.is_complete
    assert (whole.done, whole.total) == (61, 61)


def test_a_block_says_how_much_is_left() -> None:
    found = progress(without(honest(Season.OCTOBER, OrganisationKind.KINDERGARTEN), "E1", "E2", "F3"))

    left = {block.code: (block.done, block.total) for block in found.blocks if not block.is_complete}
    assert left == {"E": (7, 9), "F": (3, 4)}
    assert not found.is_complete


def test_a_share_of_nobody_does_not_apply() -> None:
    assert share_cell(0, 0, nobody="Работников-наставников нет.") == exempt("Работников-наставников нет.")
    assert share_cell(0, 4, nobody="") == cell_of(ShareValue(0, 4), computed=ShareValue(0, 4))
    assert share_cell(0, 4, nobody="").state is CellState.CONFIRMED_ZERO
