"""Colours and sizes of figures: tokens for the page, the light palette for paper.

On the page a colour is the CSS variable's name («var(--c1)»), resolved at the moment of drawing, so that the
dark theme needs no second figure. Paper is always light. Contrasts of all pairs are counted in ``tokens.md``.
"""

from dashboards.figures.drawing import Tone

INK = "var(--ink)"
INK_2 = "var(--ink-2)"
INK_3 = "var(--ink-3)"
GRID = "var(--line)"
AXIS = "var(--line-strong)"
SHEET = "var(--sheet)"
TRACK = "var(--idle-soft)"
TARGET = "var(--bad)"
CROSS = "var(--warn)"
CROSS_FILL = "var(--warn-soft)"
FONT = "var(--font)"
CLEAR = "rgba(0,0,0,0)"

FONT_SIZE = 15
# Weight is a property of the font and never <b> in a text: Plotly writes that as a style attribute, which the
# content policy blocks.
STRONG, USUAL_WEIGHT = 600, 400

PAPER_COLOURS = {
    "var(--ink)": "#18222b",
    "var(--ink-2)": "#46525c",
    "var(--ink-3)": "#5a6670",
    "var(--line)": "#d3dbd3",
    "var(--line-strong)": "#76847d",
    "var(--sheet)": "#ffffff",
    "var(--idle-soft)": "#edf0ee",
    "var(--bad)": "#a1271f",
    "var(--warn)": "#7a4a00",
    "var(--warn-soft)": "#fdf0d5",
    "var(--c1)": "#1d5fa6",
    "var(--c2)": "#c77700",
    "var(--c3)": "#7d2f5b",
    "var(--c4)": "#3f9c8a",
    "var(--c-rest)": "#a9b4ae",
}


def css_variable(tone: Tone) -> str:
    """«var(--c1)» of a tone."""
    return f"var(--{tone.value})"


def paper(token: str) -> str:
    """The light theme's «#1d5fa6» of a token; a token that paper has no colour for is a fault (KeyError)."""
    return PAPER_COLOURS[token]
