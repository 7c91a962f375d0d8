"""What is to be drawn, before anybody decides with what: the page's Plotly and a document's matplotlib read the same.

Values are numbers, or None where there are no data: None is drawn as the words «нет данных», never as nought.
Colours are tokens of the design (``tone``), whose meaning is fixed: ``main`` the chief row, ``look`` what to look at.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

Number = int | Decimal


class Tone(StrEnum):
    """A token of the palette (``tokens.md``); the value is the name of its CSS variable."""

    MAIN = "c1"
    LOOK = "c2"
    THIRD = "c3"
    FOURTH = "c4"
    REST = "c-rest"


@dataclass(frozen=True, slots=True)
class LinePoint:
    """``label`` may hold one line break between the month and the year; ``marked`` points are the compared ones."""

    label: str
    value: int | None
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One row of numbers in time; the axis starts at nought."""

    points: tuple[LinePoint, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: ``text`` stands at its end, or in place of it where there is no value."""

    label: str
    value: Number | None
    text: str
    tone: Tone = Tone.REST
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """Horizontal bars from nought. With a ``ceiling`` each bar lies in a track of that length (100 for per cent)."""

    bars: tuple[Bar, ...]
    ceiling: int | None = None
    target: int | None = None
    target_text: str = ""


@dataclass(frozen=True, slots=True)
class SquareRow:
    """A school's people, a cell a person: ``filled`` of ``total``, the rest are crossed. None — no data."""

    label: str
    filled: int | None
    total: int | None
    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Squares:
    """Rows of cells."""

    rows: tuple[SquareRow, ...]


@dataclass(frozen=True, slots=True)
class StackSeries:
    """One part of every bar of a stack. ``hatched`` tells it from the others without colour."""

    title: str
    tone: Tone
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class StackRow:
    """Parts in the order of the series; None — no data."""

    label: str
    parts: tuple[int, ...] | None
    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Stack:
    """Stacked horizontal bars."""

    series: tuple[StackSeries, ...]
    rows: tuple[StackRow, ...]


@dataclass(frozen=True, slots=True)
class HeatCell:
    """``css`` is h0 (framed: too few) … h3 (most), or empty where there are no data."""

    text: str
    css: str


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One school's cells."""

    label: str
    cells: tuple[HeatCell, ...]
    school_id: int | None = None


@dataclass(frozen=True, slots=True)
class Heat:
    """A table that is itself the figure."""

    columns: tuple[str, ...]
    rows: tuple[HeatRow, ...]


@dataclass(frozen=True, slots=True)
class SchoolSquare:
    """A school of a campaign: ``code`` is one of the nine states of the product, ``text`` says it in words."""

    label: str
    code: str
    text: str
    school_id: int


@dataclass(frozen=True, slots=True)
class SchoolSquares:
    """Schools as cells of HTML."""

    squares: tuple[SchoolSquare, ...]


@dataclass(frozen=True, slots=True)
class PublicationCell:
    """A material that came out, or an empty place of the norm (``published_on`` is None, ``due`` says until when)."""

    title: str
    published_on: date | None = None
    url: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class PublicationCells:
    """The norm as cells of HTML."""

    cells: tuple[PublicationCell, ...]


Drawn = Line | Bars | Squares | Stack
Drawing = Drawn | Heat | SchoolSquares | PublicationCells
