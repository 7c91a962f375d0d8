"""Horizontal bars from nought: forms, satisfaction with its target, schools against their past."""

from typing import Any

from dashboards.figures.drawing import Bar, Bars
from dashboards.figures.screen.frame import (
    Parts,
    bare_axis,
    in_place_of_bar,
    layout,
    names_margin,
    row_axis,
    row_name,
    row_text,
    rows_height,
    texts_margin,
)
from dashboards.figures.theme import AXIS, INK, INK_2, STRONG, TARGET, TRACK, css_variable
from tenants.domain.russian import NBSP

ROW_IN_TRACK = 54
TEXT_ROOM = 0.2
TARGET_ROOM = 30
SCALE_ROOM = 34
NAME_WIDTH = 22


def bars(drawing: Bars) -> Parts:
    """Bars in a track when there is a ceiling, free ones otherwise."""
    return _in_track(drawing, drawing.ceiling) if drawing.ceiling else _free(drawing)


def _free(drawing: Bars) -> Parts:
    rows = drawing.bars
    names = [bar.label for bar in rows]
    margin = names_margin(names, NAME_WIDTH)
    trace = _trace(rows) | {
        "text": [bar.text if bar.value is not None else "" for bar in rows],
        "textposition": "outside",
        "textfont": {"color": INK, "weight": STRONG},
    }
    values = [float(bar.value) for bar in rows if bar.value is not None]
    low, high = min([0.0, *values]), max([0.0, *values])
    room = (high - low or 1.0) * TEXT_ROOM
    return Parts(
        [trace],
        layout(
            height=rows_height(names, NAME_WIDTH) * len(rows) + 16,
            margin={"l": margin, "r": 4, "t": 8, "b": 8, "pad": 0},
            bargap=0.3,
            annotations=_names(rows, margin),
            shapes=[_zero_line()] if low < 0 else [],
            xaxis=bare_axis(range=[low - room if low < 0 else 0, high + room]),
            yaxis=row_axis(end=len(rows) - 0.5),
        ),
    )


def _in_track(drawing: Bars, ceiling: int) -> Parts:
    rows = drawing.bars
    left, right = names_margin([bar.label for bar in rows], NAME_WIDTH), texts_margin(_texts(rows))
    track = {
        "type": "bar",
        "orientation": "h",
        "x": [None if bar.value is None else ceiling for bar in rows],
        "y": list(range(len(rows))),
        "marker": {"color": TRACK, "cornerradius": 3},
        "hoverinfo": "skip",
    }
    texts = [row_text(bar.text, y, margin=right, strong=True) for y, bar in enumerate(rows) if bar.value is not None]
    target = drawing.target
    return Parts(
        [track, _trace(rows)],
        layout(
            height=ROW_IN_TRACK * len(rows) + TARGET_ROOM + SCALE_ROOM,
            barmode="overlay",
            bargap=0.4,
            margin={"l": left, "r": right, "t": TARGET_ROOM, "b": SCALE_ROOM, "pad": 0},
            annotations=[*_names(rows, left), *texts, *([] if target is None else [_target_text(drawing)])],
            shapes=[] if target is None else [_target_line(target)],
            xaxis=bare_axis(
                visible=True,
                range=[0, ceiling],
                tickvals=[0, ceiling],
                ticktext=[f"0{NBSP}%", f"{ceiling}{NBSP}%"],
                ticks="",
                showline=False,
            ),
            yaxis=row_axis(end=len(rows) - 0.5),
        ),
    )


def _texts(rows: tuple[Bar, ...]) -> list[str]:
    return [bar.text for bar in rows if bar.value is not None]


def _names(rows: tuple[Bar, ...], margin: int) -> list[dict[str, Any]]:
    names = [row_name(bar.label, y, width=NAME_WIDTH, margin=margin, strong=bar.strong) for y, bar in enumerate(rows)]
    return names + [in_place_of_bar(bar.text, y) for y, bar in enumerate(rows) if bar.value is None]


def _trace(rows: tuple[Bar, ...]) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "x": [None if bar.value is None else float(bar.value) for bar in rows],
        "y": list(range(len(rows))),
        "marker": {"color": [css_variable(bar.tone) for bar in rows], "cornerradius": 3},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _zero_line() -> dict[str, Any]:
    line = {"color": AXIS, "width": 1}
    return {"type": "line", "x0": 0, "x1": 0, "yref": "paper", "y0": 0, "y1": 1, "line": line}


def _target_line(target: int) -> dict[str, Any]:
    line = {"color": TARGET, "width": 2, "dash": "dash"}
    return {"type": "line", "x0": target, "x1": target, "yref": "paper", "y0": 0, "y1": 1, "line": line}


def _target_text(drawing: Bars) -> dict[str, Any]:
    return {
        "text": drawing.target_text,
        "x": drawing.target,
        "yref": "paper",
        "y": 1,
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"color": INK_2, "weight": STRONG},
    }
