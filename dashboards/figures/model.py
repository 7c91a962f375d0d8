"""What a chart function gives: the finding, the figure and its twin in a table."""

from dataclasses import dataclass, field
from typing import Any, Literal

from dashboards.figures.drawing import Bars, Drawing, Heat, Line, PublicationCells, SchoolSquares, Squares, Stack
from dashboards.figures.screen.draw import to_plotly

Kind = Literal["plotly", "squares", "heat", "cells", "nothing"]


@dataclass(frozen=True, slots=True)
class School:
    """A school as a figure names it: ``name`` is the short one («СОШ № 2»)."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading; figures stand to the right."""

    title: str
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table, cells ready to print; ``school_id`` says whose passport the first cell leads to."""

    cells: tuple[str, ...]
    school_id: int | None = None

    @property
    def head(self) -> str:
        """The row's heading, its first cell."""
        return self.cells[0]


@dataclass(frozen=True, slots=True)
class TableModel:
    """A figure's twin for a screen reader, for print and for XLSX: the same numbers, rounded the same way."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def pairs(self) -> list[tuple[Row, list[tuple[Column, str]]]]:
        """Rows with the cells after the heading beside their columns: what a template walks."""
        return [(row, list(zip(self.columns[1:], row.cells[1:], strict=True))) for row in self.rows]


@dataclass(frozen=True, slots=True)
class ChartModel:
    """A chart of the catalogue (``ux`` section 9) by its ``number``.

    ``title`` is the finding as a sentence without a full stop, ``note`` says whose data are missing or older
    (empty where nothing is to be said), ``behind`` lists the schools a sum was made of.
    """

    code: str
    number: int
    title: str
    subtitle: str
    drawing: Drawing | None
    table: TableModel
    note: str = ""
    behind: TableModel | None = field(default=None)

    @property
    def plotly(self) -> dict[str, Any] | None:
        """``{"data", "layout", "config"}`` of JSON values, or None where HTML itself is the figure."""
        return to_plotly(self.drawing) if isinstance(self.drawing, Bars | Line | Squares | Stack) else None

    @property
    def kind(self) -> Kind:
        """Which template draws the figure."""
        match self.drawing:
            case None:
                return "nothing"
            case SchoolSquares():
                return "squares"
            case Heat():
                return "heat"
            case PublicationCells():
                return "cells"
            case _:
                return "plotly"

    @property
    def alt(self) -> str:
        """The chart said in words, for a picture in a document."""
        lines = "; ".join(" — ".join(row.cells) for row in self.table.rows)
        return f"{self.title}. {self.subtitle}. {lines}." if lines else f"{self.title}. {self.subtitle}."
