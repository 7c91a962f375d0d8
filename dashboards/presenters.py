"""A chart as its template wants it: the figure worked out once, schools with the addresses of their cards."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dashboards.figures.drawing import Heat, HeatCell, HeatRow, SchoolSquare, SchoolSquares
from dashboards.figures.model import ChartModel, Column, TableModel

AddressOfSchool = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class LinkedRow:
    """A row whose first cell leads to the school's card."""

    cells: tuple[str, ...]
    href: str


@dataclass(frozen=True, slots=True)
class LinkedTable:
    """A table for ``{% data_table %}``."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[LinkedRow, ...]


@dataclass(frozen=True, slots=True)
class LinkedSquare:
    """A school's square for ``ui/squares.html``."""

    href: str
    name: str
    code: str
    words: str


@dataclass(frozen=True, slots=True)
class LinkedHeatRow:
    """A school's line of a heat table."""

    label: str
    href: str
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class PageChart:
    """``plotly`` is None where HTML draws; ``squares`` and ``heat`` are empty where they are not the figure."""

    code: str
    kind: str
    title: str
    subtitle: str
    note: str
    drawing: Any
    plotly: dict[str, Any] | None
    squares: tuple[LinkedSquare, ...]
    heat: tuple[LinkedHeatRow, ...]
    table: LinkedTable
    behind: LinkedTable | None

    @property
    def data_id(self) -> str:
        """The id of the figure's JSON on the page."""
        return f"{self.code}-data"

    @property
    def title_id(self) -> str:
        """The id of the heading that names the figure."""
        return f"{self.code}-title"

    @property
    def has_twin(self) -> bool:
        """Whether a table must stand under the figure: a heat table and squares say everything themselves."""
        return self.kind not in ("heat", "squares") and bool(self.table.rows)


def page_chart(chart: ChartModel, address: AddressOfSchool) -> PageChart:
    """``address`` gives a school's card by the school's id."""
    return PageChart(
        code=chart.code,
        kind=chart.kind,
        title=chart.title,
        subtitle=chart.subtitle,
        note=chart.note,
        drawing=chart.drawing,
        plotly=chart.plotly,
        squares=tuple(_square(square, address) for square in _squares(chart)),
        heat=tuple(_heat_row(row, address) for row in _heat(chart)),
        table=linked(chart.table, address),
        behind=linked(chart.behind, address) if chart.behind else None,
    )


def linked(table: TableModel, address: AddressOfSchool) -> LinkedTable:
    """The table with its schools' addresses."""
    rows = tuple(LinkedRow(row.cells, address(row.school_id) if row.school_id else "") for row in table.rows)
    return LinkedTable(table.caption, table.columns, rows)


def _squares(chart: ChartModel) -> tuple[SchoolSquare, ...]:
    return chart.drawing.squares if isinstance(chart.drawing, SchoolSquares) else ()


def _heat(chart: ChartModel) -> tuple[HeatRow, ...]:
    return chart.drawing.rows if isinstance(chart.drawing, Heat) else ()


def _heat_row(row: HeatRow, address: AddressOfSchool) -> LinkedHeatRow:
    return LinkedHeatRow(row.label, address(row.school_id) if row.school_id else "", row.cells)


def _square(square: SchoolSquare, address: AddressOfSchool) -> LinkedSquare:
    return LinkedSquare(address(square.school_id), square.label, square.code, square.text)
