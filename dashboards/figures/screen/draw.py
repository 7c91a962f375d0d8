"""A drawing → ``{"data", "layout", "config"}`` of JSON values, ready for json_script."""

from typing import Any

from dashboards.figures.drawing import Bars, Drawn, Line, Squares, Stack
from dashboards.figures.screen.bars import bars
from dashboards.figures.screen.frame import CONFIG, Parts
from dashboards.figures.screen.line import line
from dashboards.figures.screen.squares import squares
from dashboards.figures.screen.stack import stack


def to_plotly(drawing: Drawn) -> dict[str, Any]:
    """The figure with the house's settings: no mode bar, no legend, no dragging, Russian numbers, clear ground.

    Every property passes Plotly's own validation here, so a page never meets a figure that can't be drawn.
    Plotly's default template, seven kilobytes of foreign colours, is left out.
    """
    # Plotly is heavy to load and only pages with figures need it: the board pays, not every worker at start.
    from plotly.graph_objects import Figure  # noqa: PLC0415 -- see above

    parts = _parts(drawing)
    figure = Figure({"data": parts.data, "layout": parts.layout | {"template": "none"}}).to_plotly_json()
    layout = {name: value for name, value in figure["layout"].items() if name != "template"}
    return {"data": list(figure["data"]), "layout": layout, "config": dict(CONFIG)}


def _parts(drawing: Drawn) -> Parts:
    match drawing:
        case Line():
            return line(drawing)
        case Bars():
            return bars(drawing)
        case Squares():
            return squares(drawing)
        case Stack():
            return stack(drawing)
