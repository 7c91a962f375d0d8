"""What changed since the monitoring before, and whether the change is large enough to ask about."""

from decimal import Decimal

from municipal.indicators.editions import Compare, Field
from municipal.indicators.facts import DocumentValue, Facts, ShareValue, Value


def base_of(line: Field, facts: Facts, previous: Facts | None, year_before: Facts | None) -> Facts | None:
    """The form a line is compared with: a state on a date with the last one, a year's sum with the same season.

    October has one month of meetings and May nine, so what adds up over a year is compared a year apart.
    """
    if line.period == "date" and line.season is None:
        return previous
    for candidate in (year_before, previous):
        if candidate is not None and candidate.season is facts.season:
            return candidate
    return None


def asks_for_a_word(compare: Compare, before: Value, now: Value) -> bool:
    """Whether the change passes every threshold of ``compare``."""
    match compare.kind:
        case "other":
            return before != now
        case "lost":
            return _present(before) and not _present(now)
    was, became = _amount(before), _amount(now)
    if was is None or became is None or became == was:
        return False
    if (compare.kind, became > was) in (("grew", False), ("fell", True)):
        return False
    change = abs(became - was)
    return (
        (compare.percent_over is None or change * 100 > compare.percent_over * was)
        and (compare.at_least is None or change >= compare.at_least)
        and (compare.points is None or change >= compare.points)
    )


def _present(value: Value) -> bool:
    return isinstance(value, DocumentValue) and value.present


def _amount(value: Value) -> Decimal | None:
    if isinstance(value, ShareValue):
        return value.percent
    return Decimal(value) if isinstance(value, int) else None
