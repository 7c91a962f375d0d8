"""The functions a rule may call."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Final

from municipal.indicators.expression_values import NOT_ASKED, ExpressionError, numeric


def _known(arguments: Sequence[object]) -> object:
    return all(value is not None and value is not NOT_ASKED for value in arguments)


def _asked(arguments: Sequence[object]) -> object:
    return all(value is not NOT_ASKED for value in arguments)


def _sum(arguments: Sequence[object]) -> object:
    total: int | Fraction = 0
    for value in _spread(arguments):
        number = numeric(value)
        if number is None:
            return None
        total += 0 if number is NOT_ASKED else number
    return total


def _spread(arguments: Iterable[object]) -> Iterable[object]:
    for value in arguments:
        if isinstance(value, Mapping):
            yield from value.values()
        elif isinstance(value, tuple | list | frozenset | set):
            yield from value
        else:
            yield value


def _len(arguments: Sequence[object]) -> object:
    (held,) = arguments
    if held is None or held is NOT_ASKED:
        return held
    if isinstance(held, str | Mapping | tuple | list | frozenset | set):
        return len(held)
    raise ExpressionError(f"has no length: {held!r}")


def _abs(arguments: Sequence[object]) -> object:
    (number,) = map(numeric, arguments)
    return number if number is None or number is NOT_ASKED else abs(number)


def _percent(arguments: Sequence[object]) -> object:
    num, den = map(numeric, arguments)
    if num is None or den is None or num is NOT_ASKED or den is NOT_ASKED or not den:
        return None
    return Fraction(num) * 100 / den


# known(x): the value is there; asked(x): the field is in the form; sum(a, b, parts); len(list or text); abs(x);
# percent(num, den): exact per cent, missing without a denominator.
FUNCTIONS: Final[Mapping[str, Callable[[Sequence[object]], object]]] = {
    "known": _known,
    "asked": _asked,
    "sum": _sum,
    "len": _len,
    "abs": _abs,
    "percent": _percent,
}
