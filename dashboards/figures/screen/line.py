"""Numbers in time as a line with every point labelled."""

from typing import Any

from dashboards.figures.drawing import Line, Tone
from dashboards.figures.screen.frame import Parts, bare_axis, layout
from dashboards.figures.theme import AXIS, GRID, INK, INK_2, INK_3, SHEET, STRONG, USUAL_WEIGHT, css_variable
from tenants.domain.russian import NO_DATA, number

HEADROOM = 1.22
HEIGHT = 262


def line(drawing: Line) -> Parts:
    """A gap stands where a season has no data, with the words «нет данных» on the axis below it."""
    points = drawing.points
    colour = css_variable(Tone.MAIN)
    trace: dict[str, Any] = {
        "type": "scatter",
        "mode": "lines+markers+text",
        "x": list(range(len(points))),
        "y": [point.value for point in points],
        "text": ["" if point.value is None else number(point.value) for point in points],
        "textposition": "top center",
        "textfont": {
            "color": [INK if point.marked else INK_2 for point in points],
            "weight": [STRONG if point.marked else USUAL_WEIGHT for point in points],
        },
        "line": {"color": colour, "width": 3},
        "marker": {
            "size": [14 if point.marked else 10 for point in points],
            "color": [colour if point.marked else SHEET for point in points],
            "line": {"color": colour, "width": 2.5},
            "opacity": 1,
        },
        "connectgaps": False,
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
    highest = max((point.value for point in points if point.value is not None), default=0)
    missing = [
        {
            "text": NO_DATA.replace(" ", "<br>"),
            "x": at,
            "y": 0,
            "yanchor": "bottom",
            "showarrow": False,
            "font": {"color": INK_3},
        }
        for at, point in enumerate(points)
        if point.value is None
    ]
    return Parts(
        [trace],
        layout(
            height=HEIGHT,
            margin={"l": 0, "r": 0, "t": 8, "b": 46, "pad": 0},
            annotations=missing,
            xaxis=bare_axis(
                visible=True,
                range=[-0.45, len(points) - 0.25],
                tickvals=list(range(len(points))),
                ticktext=[point.label.replace("\n", "<br>") for point in points],
                ticks="",
                showline=True,
                linecolor=AXIS,
            ),
            yaxis=bare_axis(
                visible=True,
                range=[0, max(highest, 1) * HEADROOM],
                side="right",
                tickfont={"color": INK_3},
                ticklabelposition="inside top",
                nticks=4,
                tickformat=",d",
                showgrid=True,
                gridcolor=GRID,
                rangemode="tozero",
                tickvals=_grid_values(highest),
            ),
        ),
    )


def _grid_values(highest: int) -> list[int]:
    """One or two round lines above nought: 100 and 200 for 210."""
    step = 1
    for candidate in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000):
        step = candidate
        if highest < candidate * 3:
            break
    return [value for value in (step, step * 2) if value <= max(highest, 1)]
