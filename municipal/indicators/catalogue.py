"""The indicators of mentoring: what is counted, out of what, for whose eyes, with which targets.

Read from ``content/indicators.yaml``; the formulas are data too and are worked out by ``formulas``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from municipal.indicators.content_files import ContentError, build, read_content, unique
from municipal.indicators.editions import CURRENT, Sensitivity, load_edition
from municipal.indicators.expressions import names_of


@dataclass(frozen=True, slots=True)
class Unit:
    """In what an indicator is measured. ``forms`` agree with 1, 2 and 5; a per cent has a sign instead."""

    code: str
    title: str = ""
    sign: str = ""
    decimals: int = 0
    forms: tuple[str, str, str] | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """A target in whole units of the indicator; ``year`` None where it holds for every year."""

    year: int | None
    value: int


@dataclass(frozen=True, slots=True)
class Level:
    """A band of a score, both ends included."""

    code: str
    title: str
    min: int
    max: int


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator. ``numerator`` and ``denominator`` say it in Russian, ``…_expr`` to the machine.

    ``scope`` "organisation": worked out for every school's form and added up; "municipality": once, over the
    municipal context. ``federal_row`` is its row in the federal form, None where it has none.
    """

    code: str
    title: str
    unit: Unit
    scope: Literal["organisation", "municipality"]
    numerator: str
    numerator_expr: str
    denominator: str | None
    denominator_expr: str | None
    counted_from: str
    sensitivity: Sensitivity
    dims: tuple[str, ...]
    aggregation: Literal["ratio", "sum", "distinct", "none"]
    source_act: str
    federal_row: int | None = None
    targets: tuple[Target, ...] = ()
    targets_source: str = ""
    targets_confidence: str = ""
    levels: tuple[Level, ...] = ()
    levels_source: str = ""
    note: str = ""

    @property
    def is_share(self) -> bool:
        """A percentage of a denominator."""
        return self.unit.code == "percent"

    def target_for(self, year: int) -> int | None:
        """The target of a calendar year; None where nobody has set one. Old targets are never carried on."""
        for target in self.targets:
            if target.year in (None, year):
                return target.value
        return None

    def level_of(self, score: int) -> Level | None:
        """The band a score falls in; None where the indicator has no bands or the score is outside them."""
        return next((level for level in self.levels if level.min <= score <= level.max), None)


@dataclass(frozen=True, slots=True)
class Catalogue:
    version: str
    indicators: Mapping[str, Indicator]
    context: Mapping[str, str]

    @property
    def federal(self) -> tuple[Indicator, ...]:
        """The indicators of the federal form, in the order of its rows."""
        return tuple(sorted((one for one in self.indicators.values() if one.federal_row), key=_row))


def _row(indicator: Indicator) -> int:
    return indicator.federal_row or 0


@lru_cache(maxsize=1)
def load_catalogue() -> Catalogue:
    """The indicators of the product; ContentError for a wrong file."""
    data = read_content("indicators.yaml")
    units = {code: _unit(code, said) for code, said in data["units"].items()}
    unique([said["code"] for said in data["indicators"]], what="indicators")
    loaded = Catalogue(
        version=data["version"],
        indicators={said["code"]: _indicator(said, units) for said in data["indicators"]},
        context=data["context"],
    )
    _verify(loaded)
    return loaded


def _unit(code: str, said: Mapping[str, Any]) -> Unit:
    if "forms" not in said:
        return build(Unit, {"code": code, **said})
    one, few, many = said["forms"].split(",")
    return Unit(code, forms=(one, few, many))


def _indicator(said: Mapping[str, Any], units: Mapping[str, Unit]) -> Indicator:
    return build(
        Indicator,
        said,
        unit=units[said["unit"]],
        sensitivity=Sensitivity(said["sensitivity"]),
        targets=tuple(build(Target, one) for one in said.get("targets", [])),
        levels=tuple(build(Level, one) for one in said.get("levels", [])),
    )


def _verify(loaded: Catalogue) -> None:
    fields = load_edition(CURRENT).fields
    for one in loaded.indicators.values():
        known = fields.keys() if one.scope == "organisation" else loaded.context.keys()
        read = names_of(one.numerator_expr) | (names_of(one.denominator_expr) if one.denominator_expr else frozenset())
        if strange := read - known:
            raise ContentError(f"indicator {one.code} reads unknown {', '.join(sorted(strange))}")
    if lost := sorted({line.indicator for line in fields.values() if line.indicator} - loaded.indicators.keys()):
        raise ContentError(f"the form names unknown indicators: {', '.join(lost)}")
