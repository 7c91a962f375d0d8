"""Sizes, fonts and bare axes of the printed figures. One unit of height is a row."""

from functools import cache
from pathlib import Path
from typing import Any

import fontpkg_pt_sans
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager

from dashboards.figures.drawing import Bars, Drawn, Line, Squares, Stack
from dashboards.figures.theme import INK, INK_2, paper

WIDTH_INCHES = 6.5
LINE_HEIGHT = 2.5
ROW_INCHES = 0.27
TRACK_ROW_INCHES = 0.42
FRAME_INCHES = 0.2
TARGET_INCHES = 0.5
FONT_POINTS = 9.5
LABEL_SHARE = 0.27
TEXT_SHARE = 0.16
CELLS_IN_LINE = 14
LABEL_LETTERS = 26


@cache
def families() -> tuple[str, ...]:
    """PT Sans from its package; DejaVu, which matplotlib carries, for a sign that PT lacks.

    Given to every text by itself: matplotlib's settings belong to the whole process, and so to its other threads.
    """
    for name in ("PT_Sans-Web-Regular.ttf", "PT_Sans-Web-Bold.ttf"):
        fontManager.addfont(Path(fontpkg_pt_sans.ROOT) / "files" / name)
    return str(fontpkg_pt_sans.FAMILY), "DejaVu Sans"


def sheet_height(drawing: Drawn) -> float:
    """Inches."""
    match drawing:
        case Line():
            return LINE_HEIGHT
        case Bars():
            if drawing.ceiling:
                return TRACK_ROW_INCHES * len(drawing.bars) + TARGET_INCHES + FRAME_INCHES
            return ROW_INCHES * len(drawing.bars) + FRAME_INCHES
        case Squares():
            lines = sum(lines_of(row.filled, row.total) for row in drawing.rows)
            return ROW_INCHES * lines + FRAME_INCHES
        case Stack():
            return ROW_INCHES * len(drawing.rows) + FRAME_INCHES


def lines_of(filled: int | None, total: int | None) -> int:
    """How many lines of cells a school takes."""
    return max(1, -(-max(filled or 0, total or 0) // CELLS_IN_LINE))


def row_axes(figure: Figure, rows: float, *, top: float = FRAME_INCHES / 2, bottom: float = FRAME_INCHES / 2) -> Axes:
    """Axes for ``rows`` rows from above, names to be written at the left and texts at the right; margins in inches."""
    height = figure.get_figheight()
    axes = figure.add_axes(
        (LABEL_SHARE, bottom / height, 1 - LABEL_SHARE - TEXT_SHARE, (height - top - bottom) / height)
    )
    axes.set_axis_off()
    axes.set_ylim(rows - 0.5, -0.5)
    return axes


def row_label(axes: Axes, y: float, text: str, *, strong: bool = False) -> None:
    """A row's name at the left edge of the sheet, cut where it would run into the figure."""
    shown = text if len(text) <= LABEL_LETTERS else text[: LABEL_LETTERS - 1].rstrip() + "…"
    left = -LABEL_SHARE / (1 - LABEL_SHARE - TEXT_SHARE)
    write(axes, left, y, shown, strong=strong, transform=axes.get_yaxis_transform(), ha="left")


def row_text(axes: Axes, y: float, text: str, *, strong: bool = False) -> None:
    """A row's number at the right of the figure."""
    write(axes, 1.03, y, text, strong=strong, transform=axes.get_yaxis_transform(), ha="left")


def write(axes: Axes, x: float, y: float, text: str, *, strong: bool = False, **more: Any) -> None:
    """Text of the sheet, in the middle of its line unless told otherwise."""
    settings: dict[str, Any] = {
        "family": families(),
        "size": FONT_POINTS,
        "va": "center",
        "color": paper(INK if strong else INK_2),
        "weight": "bold" if strong else "normal",
        "parse_math": False,
        "clip_on": False,
        **more,
    }
    axes.text(x, y, text, **settings)
