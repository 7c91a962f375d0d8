"""Stacked horizontal bars: what of a plan is done, goes on, is overdue."""

from typing import Any

from dashboards.figures.drawing import Stack
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
from dashboards.figures.theme import SHEET, css_variable

NAME_WIDTH = 17


def stack(drawing: Stack) -> Parts:
    """A trace a series; the last number of a row stands at the right edge."""
    names = [row.label for row in drawing.rows]
    left = names_margin(names, NAME_WIDTH)
    right = texts_margin([row.text for row in drawing.rows if row.parts is not None])
    traces = [_trace(drawing, at) for at in range(len(drawing.series))]
    longest = max((sum(row.parts) for row in drawing.rows if row.parts is not None), default=0)
    return Parts(
        traces,
        layout(
            height=rows_height(names, NAME_WIDTH) * len(drawing.rows) + 16,
            margin={"l": left, "r": right, "t": 8, "b": 8, "pad": 0},
            barmode="stack",
            bargap=0.3,
            annotations=[
                annotation
                for y, row in enumerate(drawing.rows)
                for annotation in (
                    row_name(row.label, y, width=NAME_WIDTH, margin=left, strong=row.strong),
                    row_text(row.text, y, margin=right, strong=row.strong),
                )
            ],
            xaxis=bare_axis(range=[0, max(longest, 1)]),
            yaxis=row_axis(end=len(drawing.rows) - 0.5),
        ),
    )


def _trace(drawing: Stack, at: int) -> dict[str, Any]:
    series = drawing.series[at]
    marker: dict[str, Any] = {"color": css_variable(series.tone), "line": {"color": SHEET, "width": 1}}
    if series.hatched:
        marker["pattern"] = {"shape": "/", "fgcolor": SHEET, "size": 7, "solidity": 0.25, "fillmode": "overlay"}
    return {
        "type": "bar",
        "orientation": "h",
        "name": series.title,
        "x": [None if row.parts is None else row.parts[at] for row in drawing.rows],
        "y": list(range(len(drawing.rows))),
        "marker": marker,
        "hoverinfo": "skip",
    }
