"""The line on paper."""

from matplotlib.figure import Figure

from dashboards.figures.drawing import Line, Tone
from dashboards.figures.print.sheet import write
from dashboards.figures.theme import AXIS, GRID, INK_3, SHEET, css_variable, paper
from tenants.domain.russian import NO_DATA, number

HEADROOM = 1.22


def draw_line(figure: Figure, drawing: Line) -> None:
    """Every point carries its number; a season without data is a gap with the words on the axis."""
    axes = figure.add_axes((0.02, 0.18, 0.96, 0.8))
    for side in ("left", "right", "top"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(paper(AXIS))
    axes.tick_params(left=False, labelleft=False, bottom=False)
    axes.grid(visible=True, axis="y", color=paper(GRID), linewidth=0.6)
    axes.set_axisbelow(True)
    values = [point.value for point in drawing.points]
    highest = max((value for value in values if value is not None), default=0)
    axes.set_ylim(0, max(highest, 1) * HEADROOM)
    axes.set_xlim(-0.5, len(values) - 0.5)
    axes.set_xticks([])
    colour = paper(css_variable(Tone.MAIN))
    axes.plot(range(len(values)), [float("nan") if v is None else v for v in values], color=colour, linewidth=2)
    for at, point in enumerate(drawing.points):
        month = point.label.replace("\n", " ")
        write(axes, at, -0.06, month, transform=axes.get_xaxis_transform(), va="top", ha="center")
        if point.value is None:
            write(axes, at, 0, NO_DATA, color=paper(INK_3), va="bottom", ha="center")
            continue
        fill = colour if point.marked else paper(SHEET)
        size = 7.5 if point.marked else 5.5
        axes.plot([at], [point.value], "o", color=fill, markeredgecolor=colour, markeredgewidth=1.6, markersize=size)
        lifted = point.value + highest * 0.05
        write(axes, at, lifted, number(point.value), strong=point.marked, va="bottom", ha="center")
