"""People as cells on paper."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from dashboards.figures.drawing import SquareRow, Squares, Tone
from dashboards.figures.print.sheet import CELLS_IN_LINE, lines_of, row_axes, row_label, row_text
from dashboards.figures.theme import CROSS, CROSS_FILL, css_variable, paper

SIDE = 0.66


def draw_squares(figure: Figure, drawing: Squares) -> None:
    """Cells are square whatever the number of schools: the axes' width is measured in rows."""
    lines = sum(lines_of(row.filled, row.total) for row in drawing.rows)
    axes = row_axes(figure, lines)
    box = axes.get_position()
    row_inches = box.height * figure.get_figheight() / lines
    axes.set_xlim(-0.5, box.width * figure.get_figwidth() / row_inches - 0.5)
    top = 0
    for row in drawing.rows:
        count = lines_of(row.filled, row.total)
        middle = top + (count - 1) / 2
        row_label(axes, middle, row.label, strong=row.strong)
        row_text(axes, middle, row.text, strong=row.strong)
        _cells(axes, row, top)
        top += count


def _cells(axes: Axes, row: SquareRow, top: int) -> None:
    if row.filled is None or row.total is None:
        return
    for at in range(max(row.filled, row.total)):
        line, column = divmod(at, CELLS_IN_LINE)
        corner = (column * 0.85 - SIDE / 2, top + line - SIDE / 2)
        if at < row.filled:
            axes.add_patch(Rectangle(corner, SIDE, SIDE, facecolor=paper(css_variable(Tone.MAIN)), linewidth=0))
            continue
        edge = paper(css_variable(Tone.LOOK))
        axes.add_patch(Rectangle(corner, SIDE, SIDE, facecolor=paper(CROSS_FILL), edgecolor=edge, linewidth=1.2))
        x, y, arm = column * 0.85, top + line, SIDE / 5
        for rise in (1, -1):
            axes.plot([x - arm, x + arm], [y - arm * rise, y + arm * rise], color=paper(CROSS), linewidth=1)
