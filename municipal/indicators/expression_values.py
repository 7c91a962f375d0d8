"""The values rules are worked out over: exact numbers, missing, not asked, and values with attributes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Final, Literal

Number = (int, Fraction)


class _NotAsked(Enum):
    NOT_ASKED = "not asked"


NOT_ASKED: Final = _NotAsked.NOT_ASKED
NotAsked = Literal[_NotAsked.NOT_ASKED]


class ExpressionError(ValueError):
    """A rule in the data is written wrongly: a fault of the content, never of the person at the form."""


@dataclass(frozen=True, slots=True)
class Valued:
    """A value that also has attributes: ``B6`` is a document, ``B6.present`` says whether it is there."""

    value: object
    attributes: Mapping[str, object]


def plain(value: object) -> object:
    """Strip attributes, make numbers exact."""
    if isinstance(value, Valued):
        value = value.value
    if isinstance(value, float):
        return Fraction(str(value))
    return Fraction(value) if isinstance(value, Decimal) else value


def numeric(value: object) -> int | Fraction | NotAsked | None:
    value = plain(value)
    if value is None or value is NOT_ASKED:
        return None if value is None else NOT_ASKED
    if isinstance(value, Number) and not isinstance(value, bool):
        return value
    raise ExpressionError(f"not a number: {value!r}")


def truth_of(value: object) -> bool | None:
    value = plain(value)
    if value is None or value is NOT_ASKED:
        return None
    if isinstance(value, bool):
        return value
    raise ExpressionError(f"not a condition: {value!r}")


def compare_two(act: Callable[[object, object], bool], a: object, b: object) -> bool | None:
    if any(side is None or side is NOT_ASKED for side in (a, b)):
        return None
    if isinstance(b, tuple | list | frozenset | set):
        return act(a, b)
    if _kind(a) is not _kind(b):
        raise ExpressionError(f"cannot be compared: {a!r} and {b!r}")
    return act(a, b)


def _kind(value: object) -> type:
    for kind in (bool, int, Fraction, str, date):
        if isinstance(value, kind):
            return int if kind is Fraction else kind
    raise ExpressionError(f"cannot be compared: {value!r}")
