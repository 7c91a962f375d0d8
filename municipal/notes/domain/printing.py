"""Values as Russian text, rounded here and nowhere earlier."""

from datetime import date
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction

from municipal.notes.domain.spans import Form
from municipal.notes.domain.values.value import Value, ValueKind
from tenants.domain.russian import NBSP, date_words, number, percent_whole, points, share_text

TENTH = Decimal("0.1")


def form_of(value: Value) -> Form:
    """How a value is printed where the template does not say."""
    return {ValueKind.RATIO: Form.RATIO, ValueKind.LIST: Form.LIST, ValueKind.SHARE: Form.SHARE}.get(
        value.kind, Form.PLAIN
    )


def printed(value: Value, form: Form, *, min_base: int, list_limit: int, long_list: str) -> str:
    """The value's text: «1 240», «45 из 60 (75 %)», «84 %», «4 п. п.», «Школа № 1, Школа № 2».

    ``long_list`` replaces a list of more than ``list_limit`` names. Raises TypeError for a value that is no figure.
    """
    if form is Form.RATIO:
        return _ratio(value, min_base)
    if form is Form.SHARE:
        return _share(value)
    if form is Form.POINTS:
        return points(_decimal(value.number() if value.printed is None else value.printed))
    if form is Form.LIST:
        return _list(value, list_limit, long_list)
    return _plain(value)


def _ratio(value: Value, min_base: int) -> str:
    assert value.numerator is not None
    assert value.denominator is not None
    shown = share_text(value.numerator, value.denominator, min_base=min_base)
    if not value.decimals or value.denominator < min_base:
        return shown
    return f"{shown.partition(' (')[0]} ({_share(value)})"


def _share(value: Value) -> str:
    if value.numerator is None or value.denominator is None:
        return f"{number(_rounded(value.number(), Decimal(1)))}{NBSP}%"  # a target: it has no numerator
    if value.decimals:
        exact = Fraction(value.numerator * 100, value.denominator)
        return f"{number(_decimal(exact).quantize(TENTH, ROUND_FLOOR))}{NBSP}%"
    return f"{number(percent_whole(value.numerator, value.denominator))}{NBSP}%"


def _list(value: Value, list_limit: int, long_list: str) -> str:
    assert isinstance(value.value, tuple)
    if len(value.value) > list_limit and long_list:
        return long_list
    return ", ".join(value.value)


def _plain(value: Value) -> str:
    if value.kind is ValueKind.YEAR or value.kind is ValueKind.TEXT:
        return str(value.value)
    if isinstance(value.value, date):
        return date_words(value.value)
    if value.kind in (ValueKind.COUNT, ValueKind.THRESHOLD, ValueKind.DECIMAL):
        return number(printed_number(value))
    raise TypeError(f"{value.code} is not printed plainly: {value.kind}")


def printed_number(value: Value) -> int | Decimal:
    """The number as printed, which is what the word beside it agrees with: 2,5 встречи, 3 встречи, 5 встреч."""
    if value.kind is not ValueKind.DECIMAL:
        return int(value.number())
    rounded = _rounded(value.number() if value.printed is None else value.printed, TENTH)
    return int(rounded) if rounded == int(rounded) else rounded


def _decimal(exact: int | Fraction) -> Decimal:
    return Decimal(exact.numerator) / Decimal(exact.denominator)


def _rounded(exact: int | Fraction, unit: Decimal) -> Decimal:
    return _decimal(exact).quantize(unit, ROUND_HALF_UP)
