"""Indicators worked out over forms: sums of numerators over sums of denominators, never averages of shares."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from municipal.indicators.aggregate import SchoolFacts
from municipal.indicators.catalogue import Indicator, load_catalogue
from municipal.indicators.expressions import evaluate


@dataclass(frozen=True, slots=True)
class Ratio:
    """An indicator's value with what it is made of.

    ``numerator`` is None where nobody knows («нет данных»). A count has no denominator; a share whose denominator is
    0 does not apply. ``contributors`` are the ids of the schools that both parts are summed over; for a municipal
    indicator there are none.
    """

    numerator: int | None
    denominator: int | None
    contributors: tuple[int, ...] = ()

    @property
    def percent(self) -> Decimal | None:
        """Exact per cent, unrounded; None where there is nothing to divide."""
        quotient = self.quotient
        return None if quotient is None else Decimal(self.numerator or 0) * 100 / Decimal(self.denominator or 1)

    @property
    def quotient(self) -> Decimal | None:
        """The numerator divided by the denominator; None where there is nothing to divide."""
        if self.numerator is None or not self.denominator:
            return None
        return Decimal(self.numerator) / self.denominator

    @property
    def is_applicable(self) -> bool:
        """False where the denominator is known to be nought: «не применяется», neither 0 % nor «нет данных»."""
        return self.denominator != 0


UNKNOWN = Ratio(None, None)


def value_of(
    indicator: Indicator, submissions: Sequence[SchoolFacts], *, context: Mapping[str, object] | None = None
) -> Ratio:
    """The indicator over these forms: one school's own value, or the municipality's over many.

    Only schools where every part is known are summed, the same schools above and below the line. An indicator that
    does not add up (the curator's score) has a value for one school only. ``context`` holds municipal values, see
    ``aggregate.municipal_context``.
    """
    if indicator.scope == "municipality":
        return _ratio(indicator, context or {}, ()) or UNKNOWN
    known = [ratio for one in submissions if (ratio := _ratio(indicator, one.values, (one.school_id,))) is not None]
    if not known or (indicator.aggregation == "none" and len(known) > 1):
        return UNKNOWN
    return Ratio(
        numerator=sum(ratio.numerator or 0 for ratio in known),
        denominator=sum(ratio.denominator or 0 for ratio in known) if indicator.denominator_expr else None,
        contributors=tuple(school for ratio in known for school in ratio.contributors),
    )


def values_of_all(
    submissions: Sequence[SchoolFacts], *, context: Mapping[str, object] | None = None
) -> dict[str, Ratio]:
    """Every indicator of the catalogue by its code."""
    return {
        code: value_of(indicator, submissions, context=context)
        for code, indicator in load_catalogue().indicators.items()
    }


def schools_by_level(indicator: Indicator, submissions: Sequence[SchoolFacts]) -> dict[str, tuple[int, ...]]:
    """Schools in every band of a score that does not add up: code of the level → ids of the schools."""
    found: dict[str, list[int]] = {level.code: [] for level in indicator.levels}
    for one in submissions:
        score = value_of(indicator, [one]).numerator
        if score is not None and (level := indicator.level_of(score)):
            found[level.code].append(one.school_id)
    return {code: tuple(schools) for code, schools in found.items()}


def _ratio(indicator: Indicator, values: Mapping[str, object], contributors: tuple[int, ...]) -> Ratio | None:
    """Both parts over one set of values; None where a part is unknown, does not apply, or is not a whole number."""
    numerator = _whole(indicator.numerator_expr, values)
    if numerator is None:
        return None
    if indicator.denominator_expr is None:
        return Ratio(numerator, None, contributors)
    denominator = _whole(indicator.denominator_expr, values)
    return None if denominator is None else Ratio(numerator, denominator, contributors)


def _whole(expr: str, values: Mapping[str, object]) -> int | None:
    found = evaluate(expr, values)
    return found if isinstance(found, int) and not isinstance(found, bool) else None
