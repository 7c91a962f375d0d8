"""Rows of a table with vertical merges resolved, before any column has a meaning."""

from dataclasses import dataclass

from schools.roadmap.domain.importing.raw import Merge, RawCell, RawTable


@dataclass(frozen=True)
class Line:
    """One row: its cells and, for a cell that continues a merge, the text it continues (else an empty string)."""

    table: int
    row: int
    cells: tuple[RawCell, ...]
    above: tuple[str, ...]
    repeats_as_header: bool = False

    @property
    def texts(self) -> list[str]:
        return [cell.text for cell in self.cells]

    @property
    def filled(self) -> list[str]:
        return [cell.text for cell in self.cells if cell.text]

    @property
    def is_blank(self) -> bool:
        return not self.filled

    @property
    def spans(self) -> list[tuple[int, int]]:
        return [(cell.column, cell.end) for cell in self.cells]


def lines_of(table: RawTable, index: int) -> list[Line]:
    """Rows with at least one own text; ``index`` counts the document's tables from 1."""
    lines = []
    running: dict[tuple[int, int], str] = {}
    for row in table.rows:
        above = []
        for cell in row.cells:
            if cell.merge is Merge.CONTINUES:
                above.append(_continued(cell, running))
                continue
            above.append("")
            for key in [key for key in running if key[0] < cell.end and cell.column < key[1]]:
                del running[key]
            if cell.merge is Merge.STARTS:
                running[(cell.column, cell.end)] = cell.text
        line = Line(index, row.number, row.cells, tuple(above), row.repeats_as_header)
        if not line.is_blank:
            lines.append(line)
    return lines


def _continued(cell: RawCell, running: dict[tuple[int, int], str]) -> str:
    exact = running.get((cell.column, cell.end))
    if exact is not None:
        return exact
    return next((text for (left, right), text in running.items() if left < cell.end and cell.column < right), "")
