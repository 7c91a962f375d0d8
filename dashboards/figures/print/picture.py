"""What a document asks for: a chart's picture, or the word that its table is printed instead."""

from dashboards.figures.drawing import Bars, Line, Squares, Stack
from dashboards.figures.model import ChartModel


def picture(chart: ChartModel) -> bytes | None:
    """PNG of the chart; None where the figure is a table or nothing is known: the document prints the table.

    The text for those who can't see the picture is ``chart.alt``.
    """
    if not isinstance(chart.drawing, Bars | Line | Squares | Stack):
        return None
    # matplotlib weighs fifty megabytes: only the worker that writes documents loads it, when it first writes one
    from dashboards.figures.print.draw import to_png  # noqa: PLC0415 -- see above

    return to_png(chart.drawing)
