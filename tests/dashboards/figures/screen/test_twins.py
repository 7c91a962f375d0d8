"""The table under a figure says the same numbers as the figure: traces are walked, the table is read beside them."""

from typing import Any

import pytest

from dashboards.figures.model import ChartModel
from tenants.domain.russian import NO_DATA, number
from tests.dashboards.figures.cases import every_chart

SIZES = (1, 3, 12, 60)


def chart_of(code: str, size: int) -> tuple[ChartModel, dict[str, Any]]:
    chart = next(chart for chart in every_chart(size) if chart.code == code)
    assert chart.plotly is not None
    return chart, chart.plotly


def shown(value: float | None) -> str:
    return NO_DATA if value is None else number(int(value))


@pytest.mark.parametrize("size", SIZES)
def test_the_line_and_its_table_say_the_same(size: int) -> None:
    chart, figure = chart_of("coverage", size)

    assert [shown(y) for y in figure["data"][0]["y"]] == [row.cells[1] for row in chart.table.rows]


@pytest.mark.parametrize("size", SIZES)
def test_bars_of_forms_and_their_table_say_the_same(size: int) -> None:
    chart, figure = chart_of("formats", size)

    assert [shown(x) for x in figure["data"][0]["x"]] == [
        row.cells[1] for row in chart.table.rows if row.cells[1] != "0"
    ]


@pytest.mark.parametrize("size", SIZES)
def test_cells_of_people_and_their_table_say_the_same(size: int) -> None:
    chart, figure = chart_of("young_teachers", size)
    counts = [(shown(total), shown(filled)) for filled, total in figure["data"][0]["customdata"]]

    assert counts == [(row.cells[1], row.cells[2]) for row in chart.table.rows][: len(counts)]
    assert len(counts) == {1: 1, 3: 3, 12: 11, 60: 24}[size]  # a school without young teachers is in the table only


@pytest.mark.parametrize("size", SIZES)
def test_shares_of_satisfied_and_their_table_say_the_same(size: int) -> None:
    chart, figure = chart_of("satisfaction", size)
    shares = [NO_DATA if x is None else f"{round(x)}\u00a0%" for x in figure["data"][1]["x"]]

    assert shares == [row.cells[3] for row in chart.table.rows]


@pytest.mark.parametrize("size", SIZES)
def test_stacks_of_activities_and_their_table_say_the_same(size: int) -> None:
    chart, figure = chart_of("roadmap", size)
    parts = list(zip(*(map(shown, trace["x"]) for trace in figure["data"]), strict=True))

    assert parts == [row.cells[1:4] for row in chart.table.rows][: len(parts)]


@pytest.mark.parametrize("size", (1, 3, 12))
def test_bars_of_deviations_and_their_table_say_the_same(size: int) -> None:
    chart, figure = chart_of("deviations", size)

    signed = [
        NO_DATA if x is None else number(int(x)) if x <= 0 else f"+{number(int(x))}" for x in figure["data"][0]["x"]
    ]
    assert signed == [row.cells[3] for row in chart.table.rows]


def test_of_sixty_schools_those_that_changed_most_are_drawn_and_all_stand_in_the_table() -> None:
    chart, figure = chart_of("deviations", 60)

    assert len(chart.table.rows) == 60
    assert len(figure["data"][0]["x"]) == 24
    assert [int(x) for x in figure["data"][0]["x"][:2]] == [56, 55]
    assert figure["data"][0]["x"][-1] == 22
    assert chart.note.startswith(
        "На графике 24\u00a0школы с самыми большими изменениями, остальные 36 — в\u00a0таблице."
    )


@pytest.mark.parametrize("size", SIZES)
def test_heat_cells_and_their_table_say_the_same(size: int) -> None:
    chart = next(chart for chart in every_chart(size) if chart.code == "rhythm")

    assert chart.kind == "heat"
    assert [(row.label, *(cell.text for cell in row.cells)) for row in chart.drawing.rows] == [  # type: ignore[union-attr]  # kind is heat
        row.cells for row in chart.table.rows
    ]


@pytest.mark.parametrize("size", SIZES)
def test_every_row_of_a_table_has_a_cell_a_column(size: int) -> None:
    for chart in every_chart(size):
        tables = [chart.table, *([chart.behind] if chart.behind else [])]
        assert {len(row.cells) - len(table.columns) for table in tables for row in table.rows} <= {0}
