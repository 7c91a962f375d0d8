"""How values are made, so that each keeps its sources and a missing one stays missing."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from municipal.notes.domain.values.value import Source, SourcePart, Value, ValueKind, Values
from tenants.domain.russian import percent_whole


def sum_of(sources: Iterable[Source], part: SourcePart = SourcePart.NUMBER) -> int:
    return sum(source.number for source in sources if source.part is part)


def count(code: str, sources: Sequence[Source] | None) -> Values:
    """A sum over its sources; None: unknown, so no value. An empty sequence is a known nought."""
    if sources is None:
        return {}
    return {code: Value(code, ValueKind.COUNT, sum(source.number for source in sources), tuple(sources))}


def known(code: str, number: int, sources: Sequence[Source] = ()) -> Values:
    """A count that is not the plain sum of its sources: a difference, a number of formats."""
    return {code: Value(code, ValueKind.COUNT, number, tuple(sources))}


def ratio(code: str, sources: Sequence[Source], *, share: str = "") -> Values:
    """«num/den» with both sums and, under ``share``, its exact per cent; nothing without a denominator."""
    num, den = sum_of(sources, SourcePart.NUMERATOR), sum_of(sources, SourcePart.DENOMINATOR)
    if not den:
        return {}
    found = {code: Value(code, ValueKind.RATIO, Fraction(num, den), tuple(sources), num, den)}
    if share:
        found[share] = Value(share, ValueKind.SHARE, Fraction(num * 100, den), tuple(sources), num, den)
    return found


def points(code: str, now: Value, before: Value | Fraction) -> Value:
    """now − before in percentage points; printed as the difference of the printed shares."""
    base = before if isinstance(before, Fraction) else Fraction(before.number())
    exact = Fraction(now.number()) - base
    printed = Fraction(whole(now) - (whole(before) if isinstance(before, Value) else base))
    sources = (*now.sources, *(before.sources if isinstance(before, Value) else ()))
    return Value(code, ValueKind.POINTS, exact, sources, printed=printed if abs(exact) >= 1 else None)


def whole(share: Value) -> int:
    """The share as it is printed: whole per cent, 0 and 100 only where exact."""
    assert share.numerator is not None
    assert share.denominator is not None
    return percent_whole(share.numerator, share.denominator)


def change_percent(code: str, now: int, before: int) -> Values:
    """By how many per cent a number changed, unsigned; nothing where there was nothing before."""
    if not before:
        return {}
    return {code: Value(code, ValueKind.SHARE, Fraction(abs(now - before) * 100, before))}


def listed(code: str, items: Iterable[str], annex: str) -> Values:
    return {code: Value(code, ValueKind.LIST, tuple(items), annex=annex)}


def text(code: str, said: str) -> Values:
    """A text; an empty one is no value, so that no sentence is printed with a hole in it."""
    return {code: Value(code, ValueKind.TEXT, said)} if said else {}


def flag(code: str, *, on: bool) -> Values:
    return {code: Value(code, ValueKind.FLAG, on)}


def as_fraction(number: Decimal | int) -> Fraction:
    return Fraction(number)
