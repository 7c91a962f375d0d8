"""A value of the note, bound to the cells it came from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

Held = int | Fraction | str | bool | date | tuple[str, ...]


class ValueKind(StrEnum):
    """What a value is, hence how it is printed."""

    COUNT = "count"
    RATIO = "ratio"  # «45 из 60 (75 %)»: numerator and denominator
    SHARE = "share"  # per cent
    POINTS = "points"  # percentage points, signed inside, printed without a sign
    DECIMAL = "decimal"
    YEAR = "year"
    DATE = "date"
    TEXT = "text"
    LIST = "list"
    FLAG = "flag"
    THRESHOLD = "threshold"


class SourcePart(StrEnum):
    """Which part of the value a source adds to."""

    NUMBER = "number"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"


class SourceSeason(StrEnum):
    CURRENT = "current"
    PREVIOUS = "previous"
    YEAR_AGO = "year_ago"


@dataclass(frozen=True, slots=True)
class Source:
    """One cell a figure came from. ``field`` is a code of the form («E1»), or a word for what is no cell
    («accepted», «publication»); ``school_id`` and ``submission_id`` are None for what belongs to no school."""

    school_id: int | None
    submission_id: int | None
    field: str
    number: int
    part: SourcePart = SourcePart.NUMBER
    season: SourceSeason = SourceSeason.CURRENT


@dataclass(frozen=True, slots=True)
class Value:
    """A value with its sources. ``value`` is exact; ``printed`` says what to print where that differs
    (a difference of shares is printed as the difference of the printed shares). ``decimals`` 1 asks for a share
    with one decimal. ``hidden`` forbids printing (small numbers); ``annex`` is where a long list stands in full."""

    code: str
    kind: ValueKind
    value: Held
    sources: tuple[Source, ...] = ()
    numerator: int | None = None
    denominator: int | None = None
    printed: Fraction | None = None
    decimals: int = 0
    hidden: bool = False
    annex: str = ""

    def number(self) -> int | Fraction:
        """The value as an exact number; TypeError for a text, a date or a list."""
        if isinstance(self.value, bool) or not isinstance(self.value, int | Fraction):
            raise TypeError(f"{self.code} is not a number: {self.value!r}")
        return self.value


Values = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Frame:
    """One item of a repeated rule (a document, an indicator, a role) with the values only it has."""

    item: str
    values: Values
