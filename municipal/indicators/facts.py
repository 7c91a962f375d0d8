"""A monitoring form filled in: numbers, dates and documents of one school, no names of people.

Every cell says in which of four states it is, because missing is not zero is not exempt (see :class:`CellState`).
The values are frozen: what a school handed in is compared and summed up years later.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from tenants.domain.school_year import Season


class CellState(StrEnum):
    """What is known about one line of the form."""

    REPORTED = "reported"
    CONFIRMED_ZERO = "confirmed_zero"
    EXEMPT = "exempt"
    MISSING = "missing"


class OrganisationKind(StrEnum):
    """The kind of an organisation decides which lines it is asked."""

    SCHOOL = "school"
    KINDERGARTEN = "kindergarten"
    SUPPLEMENTARY = "supplementary"


@dataclass(frozen=True, slots=True)
class DocumentValue:
    """Whether a document is there, and what confirms it: a number with a date, or an address."""

    present: bool
    number: str = ""
    dated: date | None = None
    url: str = ""
    valid_from: date | None = None
    valid_to: date | None = None

    @property
    def is_confirmed(self) -> bool:
        """Present, and a number with a date or an address proves it."""
        return self.present and bool((self.number and self.dated) or self.url)


@dataclass(frozen=True, slots=True)
class ShareValue:
    """A share as its two whole numbers. Without a denominator there is no share: such a cell is exempt."""

    numerator: int
    denominator: int

    def __post_init__(self) -> None:
        if self.denominator < 1 or self.numerator < 0:
            raise ValueError(f"not a share: {self.numerator} of {self.denominator}")

    @property
    def percent(self) -> Decimal:
        """Exact per cent, unrounded."""
        return Decimal(self.numerator) * 100 / self.denominator

    @property
    def fraction(self) -> Fraction:
        return Fraction(self.numerator, self.denominator)


Value = int | str | date | DocumentValue | ShareValue


def is_zero(value: object) -> bool:
    """The answers «0», «нет» and «0 %»: they are known, and they are nought."""
    if isinstance(value, DocumentValue):
        return not value.present
    if isinstance(value, ShareValue):
        return value.numerator == 0
    return isinstance(value, int) and value == 0


@dataclass(frozen=True, slots=True)
class Cell:
    """One line of the form; :func:`cell_of`, :func:`missing` and :func:`exempt` make it.

    ``computed`` is what the registers said; where it differs from ``value`` the curator overrode it and ``reason``
    says why. ``parts`` splits a count, e.g. pairs by mentoring format code.
    Raises ValueError where state and value disagree: a zero is never plainly «reported», a missing value is never 0.
    """

    state: CellState
    value: Value | None = None
    reason: str = ""
    computed: Value | None = None
    parts: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        expected = _states_of(self.value)
        if self.state not in expected:
            raise ValueError(f"a cell with the value {self.value!r} cannot be {self.state}")
        if any(isinstance(n, int) and n < 0 for n in (self.value, self.computed, *self.parts.values())):
            raise ValueError("a count is never negative")

    @property
    def is_known(self) -> bool:
        """The line has an answer with a value, a zero included."""
        return self.value is not None

    @property
    def is_overridden(self) -> bool:
        """The answer differs from what the registers say."""
        return self.computed is not None and self.value != self.computed

    @property
    def count(self) -> int | None:
        """The value as a number; None where it is unknown or is not a count."""
        return self.value if isinstance(self.value, int) else None


def _states_of(value: object) -> tuple[CellState, ...]:
    if value is None:
        return CellState.EXEMPT, CellState.MISSING
    return (CellState.CONFIRMED_ZERO,) if is_zero(value) else (CellState.REPORTED,)


def cell_of(
    value: Value, *, reason: str = "", computed: Value | None = None, parts: Mapping[str, int] | None = None
) -> Cell:
    """A known cell in the state its value asks for: reported, or confirmed zero."""
    return Cell(_states_of(value)[0], value, reason, computed, parts or {})


def share_cell(numerator: int, denominator: int, *, nobody: str, computed: bool = True) -> Cell:
    """A share out of two counts; with nobody in the denominator the line does not apply, for the reason ``nobody``."""
    if denominator == 0:
        return exempt(nobody)
    value = ShareValue(numerator, denominator)
    return cell_of(value, computed=value if computed else None)


def missing(reason: str = "", *, computed: Value | None = None) -> Cell:
    """«Нет данных»: without a reason the line is simply not filled in yet."""
    return Cell(CellState.MISSING, None, reason, computed)


def exempt(reason: str = "", *, computed: Value | None = None) -> Cell:
    """«Не применяется»; the reason is required before the form is handed in."""
    return Cell(CellState.EXEMPT, None, reason, computed)


UNFILLED = missing()


@dataclass(frozen=True, slots=True)
class PublicationFact:
    """One publication that counts: when, where (a code of vocabulary.yaml, publication_channels), its address."""

    published_on: date
    channel: str
    url: str


@dataclass(frozen=True, slots=True)
class Facts:
    """One form of one school. ``as_of`` is the reporting date; ``submitted_by`` a position with initials.

    ``explanations`` answers warnings and comparisons: code of a check → the curator's short explanation.
    """

    edition: str
    season: Season
    organisation: OrganisationKind
    as_of: date
    cells: Mapping[str, Cell]
    publications: tuple[PublicationFact, ...] = ()
    submitted_by: str = ""
    explanations: Mapping[str, str] = field(default_factory=dict)

    def cell(self, code: str) -> Cell:
        """The line, or an unfilled one."""
        return self.cells.get(code, UNFILLED)

    def count(self, code: str) -> int | None:
        """The line's number; None where it is unknown."""
        return self.cell(code).count
