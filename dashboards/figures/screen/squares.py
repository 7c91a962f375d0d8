"""People of a school as cells: a filled cell has a mentor, a crossed one has none.

Cells keep their size in pixels whatever the page's width is, so they are shapes in pixel mode hung on the rows of
a scatter whose points carry the numbers.
"""

from typing import Any

from dashboards.figures.drawing import SquareRow, Squares, Tone
from dashboards.figures.screen.frame import (
    Parts,
    bare_axis,
    layout,
    names_margin,
    row_axis,
    row_name,
    row_text,
    rows_height,
    texts_margin,
)
from dashboards.figures.theme import CROSS, CROSS_FILL, css_variable

CELL = 16
STEP = 20
CELLS_IN_LINE = 6
NAME_WIDTH = 16


def squares(drawing: Squares) -> Parts:
    """Six cells a line, so that they fit a telephone; a school with more takes a second line."""
    tops = _tops(drawing.rows)
    height_in_lines = sum(_lines(row) for row in drawing.rows)
    centres = [top + (_lines(row) - 1) / 2 for top, row in zip(tops, drawing.rows, strict=True)]
    trace = {
        "type": "scatter",
        "mode": "markers",
        "x": [0] * len(drawing.rows),
        "y": centres,
        "customdata": [[row.filled, row.total] for row in drawing.rows],
        "marker": {"opacity": 0, "color": css_variable(Tone.MAIN)},
        "hoverinfo": "skip",
    }
    names = [row.label for row in drawing.rows]
    left = names_margin(names, NAME_WIDTH)
    right = texts_margin([row.text for row in drawing.rows if row.total is not None])
    shapes = [
        shape for top, row in zip(tops, drawing.rows, strict=True) for shape in _cells(row.filled, row.total, top)
    ]
    return Parts(
        [trace],
        layout(
            height=rows_height(names, NAME_WIDTH) * height_in_lines + 8,
            margin={"l": left, "r": right, "t": 4, "b": 4, "pad": 0},
            shapes=shapes,
            annotations=[
                annotation
                for y, row in zip(centres, drawing.rows, strict=True)
                for annotation in (
                    row_name(row.label, y, width=NAME_WIDTH, margin=left, strong=row.strong),
                    row_text(row.text, y, margin=right, strong=row.strong),
                )
            ],
            xaxis=bare_axis(range=[0, 1]),
            yaxis=row_axis(end=height_in_lines - 0.5),
        ),
    )


def _lines(row: SquareRow) -> int:
    return max(1, -(-max(row.total or 0, row.filled or 0) // CELLS_IN_LINE))


def _tops(rows: tuple[SquareRow, ...]) -> list[int]:
    tops, at = [], 0
    for row in rows:
        tops.append(at)
        at += _lines(row)
    return tops


def _cells(filled: int | None, total: int | None, top: int) -> list[dict[str, Any]]:
    if filled is None or total is None:
        return []
    shapes = []
    for at in range(max(total, filled)):
        line, column = divmod(at, CELLS_IN_LINE)
        place = {"xanchor": 0, "yanchor": top + line, "xsizemode": "pixel", "ysizemode": "pixel"}
        left = column * STEP
        shapes += [_filled(left, place)] if at < filled else _crossed(left, place)
    return shapes


def _filled(left: int, place: dict[str, Any]) -> dict[str, Any]:
    return _rectangle(left, CELL) | place | {"fillcolor": css_variable(Tone.MAIN), "line": {"width": 0}}


def _crossed(left: int, place: dict[str, Any]) -> list[dict[str, Any]]:
    border = {"color": css_variable(Tone.LOOK), "width": 2.5}
    box = _rectangle(left + 1, CELL - 2) | place | {"fillcolor": CROSS_FILL, "line": border}
    middle, arm = left + CELL / 2, CELL / 5
    path = f"M{middle - arm:g},{arm:g}L{middle + arm:g},{-arm:g}M{middle - arm:g},{-arm:g}L{middle + arm:g},{arm:g}"
    return [box, {"type": "path", "path": path, "line": {"color": CROSS, "width": 2}} | place]


def _rectangle(left: int, size: int) -> dict[str, Any]:
    return {"type": "rect", "x0": left, "x1": left + size, "y0": -size / 2, "y1": size / 2}
