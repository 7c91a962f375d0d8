"""Columns of printed tables: whole words first, then the texts that need room."""

import pytest

from municipal.notes.domain.composed import AnnexTable, Column
from municipal.notes.table_widths import widths_mm


def table(titles: tuple[str, ...], *rows: tuple[str, ...]) -> AnnexTable:
    return AnnexTable("", tuple(Column(title) for title in titles), rows)


def test_the_widths_fill_the_page_and_no_heading_is_torn() -> None:
    widths = widths_mm(table(("Организация", "Возвратов", "Дата"), ("Школа", "0", "10.10.2025")), 165)
    assert sum(widths) == pytest.approx(165)
    assert widths[1] > len("Возвратов") * 2.5


def test_a_long_text_gets_the_room_that_numbers_do_not_need() -> None:
    name, count = widths_mm(
        table(("Показатель", "Число"), ("Доля детей от 10 до 19 лет в роли наставляемого", "7")), 165
    )
    assert name > 3 * count


def test_a_table_too_wide_for_its_page_is_squeezed_evenly() -> None:
    widths = widths_mm(table(("Наставничество",) * 12, ("1",) * 12), 165)
    assert sum(widths) == pytest.approx(165)
    assert len(set(widths)) == 1
