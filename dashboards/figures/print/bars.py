"""Bars and stacks on paper."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from dashboards.figures.drawing import Bars, Stack
from dashboards.figures.print.sheet import FRAME_INCHES, TARGET_INCHES, row_axes, row_label, row_text, write
from dashboards.figures.theme import AXIS, INK_3, SHEET, TARGET, TRACK, css_variable, paper

THICKNESS = 0.62
BESIDE = 0.012


def draw_bars(figure: Figure, drawing: Bars) -> None:
    """Free bars carry their number at the end; bars with a ceiling lie in a track, numbers stand at the right."""
    if drawing.ceiling:
        _in_track(figure, drawing, drawing.ceiling)
    else:
        _free(figure, drawing)


def _free(figure: Figure, drawing: Bars) -> None:
    axes = row_axes(figure, len(drawing.bars))
    values = [float(bar.value) for bar in drawing.bars if bar.value is not None]
    low, high = min([0.0, *values]), max([0.0, *values])
    span = high - low or 1.0
    axes.set_xlim(low - (span * 0.12 if low < 0 else 0), high + span * 0.02)
    if low < 0:
        axes.axvline(0, color=paper(AXIS), linewidth=0.8)
    for y, bar in enumerate(drawing.bars):
        row_label(axes, y, bar.label, strong=bar.strong)
        if bar.value is None:
            write(axes, span * BESIDE, y, bar.text, color=paper(INK_3))
            continue
        value = float(bar.value)
        axes.barh(y, value, height=THICKNESS, color=paper(css_variable(bar.tone)))
        shift, side = (-span * BESIDE, "right") if value < 0 else (span * BESIDE, "left")
        write(axes, value + shift, y, bar.text, strong=True, ha=side)


def _in_track(figure: Figure, drawing: Bars, ceiling: int) -> None:
    top, bottom = TARGET_INCHES / 2 + FRAME_INCHES / 2, TARGET_INCHES / 2
    axes = row_axes(figure, len(drawing.bars), top=top, bottom=bottom)
    axes.set_xlim(0, ceiling)
    for y, bar in enumerate(drawing.bars):
        row_label(axes, y, bar.label, strong=bar.strong)
        axes.barh(y, ceiling, height=THICKNESS, color=paper(TRACK))
        row_text(axes, y, bar.text, strong=bar.value is not None)
        if bar.value is not None:
            axes.barh(y, float(bar.value), height=THICKNESS, color=paper(css_variable(bar.tone)))
    _scale(axes, ceiling)
    if drawing.target is not None:
        axes.axvline(drawing.target, color=paper(TARGET), linewidth=1.4, linestyle=(0, (4, 2)))
        above = axes.get_xaxis_transform()
        write(axes, drawing.target, 1.02, drawing.target_text, strong=True, transform=above, ha="center", va="bottom")


def _scale(axes: Axes, ceiling: int) -> None:
    below = axes.get_xaxis_transform()
    write(axes, 0, -0.04, "0\u00a0%", transform=below, va="top", ha="left")
    write(axes, ceiling, -0.04, f"{ceiling}\u00a0%", transform=below, va="top", ha="right")


def draw_stack(figure: Figure, drawing: Stack) -> None:
    """Parts from left to right in the order of the series; hatching tells the last one without colour."""
    axes = row_axes(figure, len(drawing.rows))
    axes.set_xlim(0, max((sum(row.parts) for row in drawing.rows if row.parts is not None), default=0) or 1)
    for y, row in enumerate(drawing.rows):
        row_label(axes, y, row.label, strong=row.strong)
        row_text(axes, y, row.text, strong=row.strong)
        left = 0
        for series, part in zip(drawing.series, row.parts or (), strict=False):
            colour = paper(css_variable(series.tone))
            hatch = "////" if series.hatched else None
            axes.barh(
                y, part, left=left, height=THICKNESS, color=colour, hatch=hatch, edgecolor=paper(SHEET), linewidth=0.6
            )
            left += part
