"""A drawing → PNG bytes as wide as the text of an A4 page, 300 dots an inch, light palette, Cyrillic font."""

from io import BytesIO

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from dashboards.figures.drawing import Bars, Drawn, Line, Squares, Stack
from dashboards.figures.print.bars import draw_bars, draw_stack
from dashboards.figures.print.line import draw_line
from dashboards.figures.print.sheet import WIDTH_INCHES, sheet_height
from dashboards.figures.print.squares import draw_squares

DPI = 300


def to_png(drawing: Drawn) -> bytes:
    """No title and no table within: the document prints them as text. The same drawing gives the same bytes."""
    figure = Figure(figsize=(WIDTH_INCHES, sheet_height(drawing)), dpi=DPI)
    FigureCanvasAgg(figure)
    _draw(figure, drawing)
    out = BytesIO()
    figure.savefig(out, format="png", dpi=DPI, facecolor="#ffffff", metadata={"Software": None})
    return out.getvalue()


def _draw(figure: Figure, drawing: Drawn) -> None:
    match drawing:
        case Line():
            draw_line(figure, drawing)
        case Bars():
            draw_bars(figure, drawing)
        case Squares():
            draw_squares(figure, drawing)
        case Stack():
            draw_stack(figure, drawing)
