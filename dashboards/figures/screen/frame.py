"""What all figures of the page share: settings, font, labels of schools beside their rows."""

import math
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from dashboards.figures.theme import CLEAR, FONT, FONT_SIZE, INK, INK_2, INK_3, STRONG

CONFIG = {
    "displayModeBar": False,
    "responsive": True,
    "locale": "ru",
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
}
SEPARATORS = ",\u00a0"
LABEL_LINES = 2
ROW = 34
TALL_ROW = 42
GAP = 8
# pixels of a bold letter at 15 px in the widest of the fonts the page may meet; the browser measures nothing for us
WIDE, USUAL, NARROW = 11.2, 8.7, 4.6
_WIDE_LETTERS = frozenset("жмшщыюф—№%")
_NARROW_SIGNS = frozenset(" \u00a0.,:;()«»-")


@dataclass(frozen=True, slots=True)
class Parts:
    """Traces and layout as plain values, before Plotly has checked them."""

    data: list[dict[str, Any]]
    layout: dict[str, Any]


def layout(*, height: int, **more: Any) -> dict[str, Any]:
    """The common layout; ``height`` in pixels, the width is the page's."""
    return {
        "height": height,
        "autosize": True,
        "separators": SEPARATORS,
        "showlegend": False,
        "dragmode": False,
        "hovermode": False,
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "font": {"family": FONT, "size": FONT_SIZE, "color": INK_2},
        "margin": {"l": 0, "r": 8, "t": 8, "b": 8, "pad": 0},
        **more,
    }


def bare_axis(**more: Any) -> dict[str, Any]:
    """An axis that shows nothing of itself and can't be dragged."""
    return {"visible": False, "showgrid": False, "zeroline": False, "fixedrange": True, **more}


def rows_height(labels: Sequence[str], width: int) -> int:
    """Pixels a row: taller where a name takes two lines."""
    return TALL_ROW if any(len(_lines(text, width)) > 1 for text in labels) else ROW


def names_margin(labels: Sequence[str], width: int) -> int:
    """Pixels at the left for the rows' names, as wide as the longest line asks."""
    return max((_pixels(line) for text in labels for line in _lines(text, width)), default=0) + GAP


def texts_margin(texts: Sequence[str]) -> int:
    """Pixels at the right for the rows' numbers."""
    return max((_pixels(text) for text in texts), default=0) + GAP


def row_axis(*, end: float) -> dict[str, Any]:
    """A vertical axis with the first row on top; names are written beside it by ``row_name``."""
    return bare_axis(range=[end, -0.5])


def row_name(text: str, y: float, *, width: int, margin: int, strong: bool = False) -> dict[str, Any]:
    """A row's name at the left edge, in at most two lines. Plotly reads a little HTML, so it is escaped."""
    shown = "<br>".join(escape(part, quote=False) for part in _lines(text, width))
    return _beside(shown, y, strong=strong) | {"x": 0, "xanchor": "left", "xshift": -margin, "align": "left"}


def row_text(text: str, y: float, *, margin: int, strong: bool = False) -> dict[str, Any]:
    """A row's number at the right edge."""
    return _beside(escape(text, quote=False), y, strong=strong) | {"x": 1, "xanchor": "right", "xshift": margin}


def in_place_of_bar(text: str, y: float) -> dict[str, Any]:
    """«нет данных» where a bar would begin."""
    return {
        "text": escape(text, quote=False),
        "x": 0,
        "xanchor": "left",
        "y": y,
        "yanchor": "middle",
        "showarrow": False,
        "font": {"color": INK_3},
    }


def _beside(shown: str, y: float, *, strong: bool) -> dict[str, Any]:
    return {
        "text": shown,
        "xref": "paper",
        "y": y,
        "yanchor": "middle",
        "showarrow": False,
        "font": {"color": INK, "weight": STRONG} if strong else {"color": INK_2},
    }


def _lines(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, max_lines=LABEL_LINES, placeholder="…") or [""]


def _pixels(text: str) -> int:
    widths = (
        NARROW if sign in _NARROW_SIGNS else WIDE if sign.isupper() or sign in _WIDE_LETTERS else USUAL for sign in text
    )
    return math.ceil(sum(widths))
