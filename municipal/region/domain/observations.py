"""Observations of a report: every indicator with its parts, its status, and whether it may be told.

Letters are SDMX's. Status: A normal, L not collected this season, M cannot exist (nobody in the denominator), O not
known, Q withheld. Confidentiality: F free, N internal, C confidential. Until the full rule of suppression stands, every
sensitive indicator is withheld whole, whatever its size, so that no small cell can leak by subtraction.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from municipal.indicators.aggregate import municipal_context, parts_total, total
from municipal.indicators.catalogue import Indicator, load_catalogue
from municipal.indicators.editions import Sensitivity, load_edition
from municipal.indicators.expressions import names_of
from municipal.indicators.formulas import Ratio, schools_by_level, value_of
from municipal.region.domain.source import Reporting, ReportSource

Observation = dict[str, Any]

_CONFIDENTIALITY = {Sensitivity.OPEN: "F", Sensitivity.INTERNAL: "N", Sensitivity.SENSITIVE: "C"}
_CHANNELS = {"SITE": "C4", "SOCIAL_AND_MEDIA": "C5", "MUNICIPAL": "C6"}
_FROM_LINE = {"orgs_may_published": "C7"}  # values of the municipal context that are counted from a line of the form
_ONE_DECIMAL, _TWO_DECIMALS = Decimal("0.1"), Decimal("0.01")


def observations(source: ReportSource) -> list[Observation]:
    """All of them, numbered from 0 in the order of the catalogue; parts follow their total."""
    context = _context(source)
    found: list[Observation] = []
    for indicator in load_catalogue().indicators.values():
        if indicator.sensitivity is Sensitivity.SENSITIVE:
            found.append(_withheld(indicator))
        elif indicator.levels:
            found += _by_level(indicator, source)
        else:
            found.append(_observed(indicator, source, context))
            found += _parts(indicator, source)
    return [{"i": number, **one} for number, one in enumerate(found)]


def _context(source: ReportSource) -> Mapping[str, object]:
    accepted = [one for one in source.schools if one.accepted_at is not None]
    return municipal_context(
        source.forms,
        expected=sum(one.state is not Reporting.EXEMPT for one in source.schools),
        accepted=len(accepted),
        on_time=sum(bool(one.on_time) for one in accepted),
        publications_municipal=source.publications_municipal,
    )


def _base(indicator: Indicator, unit: str = "", **dims: str) -> Observation:
    return {"indicator": indicator.code, "dims": dims, "unit": unit or indicator.unit.code.upper()}


def _withheld(indicator: Indicator) -> Observation:
    """Neither the value nor what it is made of."""
    return {**_base(indicator), "value": None, "obs_status": "Q", "conf_status": "C", "additive": False}


def _observed(indicator: Indicator, source: ReportSource, context: Mapping[str, object]) -> Observation:
    ratio = value_of(indicator, source.forms, context=context)
    said: Observation = {**_base(indicator), "value": None}
    if indicator.denominator_expr:
        said |= {"numerator": ratio.numerator, "denominator": ratio.denominator}
    said["value"] = _value(indicator, ratio)
    status = "A" if said["value"] is not None else _why_none(indicator, ratio, source)
    return {
        **said,
        "obs_status": status,
        "conf_status": _CONFIDENTIALITY[indicator.sensitivity],
        "additive": indicator.aggregation == "sum",
    }


def _value(indicator: Indicator, ratio: Ratio) -> int | str | None:
    """A count as a number; a share or a quotient as a decimal text, because binary fractions would not hash."""
    if not indicator.denominator_expr:
        return ratio.numerator
    exact = ratio.percent if indicator.is_share else ratio.quotient
    if exact is None:
        return None
    return str(exact.quantize(_ONE_DECIMAL if indicator.is_share else _TWO_DECIMALS, ROUND_HALF_UP))


def _why_none(indicator: Indicator, ratio: Ratio, source: ReportSource) -> str:
    fields = load_edition(source.edition).fields
    names = [_FROM_LINE.get(name, name) for name in names_of(indicator.numerator_expr)]
    lines = [fields[name] for name in names if name in fields]
    if lines and all(line.season not in (None, source.season.season) for line in lines):
        return "L"
    return "O" if ratio.is_applicable else "M"


def _parts(indicator: Indicator, source: ReportSource) -> Iterator[Observation]:
    """Pairs by form of mentoring and publications by resource: counts that add up to their total."""
    said = {"obs_status": "A", "conf_status": _CONFIDENTIALITY[indicator.sensitivity], "additive": True}
    if indicator.code == "PAIRS_ACTIVE":
        for code, part in parts_total("E1", source.forms).items():
            yield {**_base(indicator, FORM=code.upper()), "value": part.value, **said}
    if indicator.code == "PUBLICATIONS_ORGS":
        for channel, line in _CHANNELS.items():
            amount = total(line, source.forms).value
            if amount is not None:
                yield {**_base(indicator, CHANNEL=channel), "value": amount, **said}


def _by_level(indicator: Indicator, source: ReportSource) -> Iterator[Observation]:
    """A score that does not add up: how many schools stand on each level."""
    for level, schools in schools_by_level(indicator, source.forms).items():
        yield {
            **_base(indicator, "ORGANISATION", LEVEL=level.upper()),
            "value": len(schools),
            "obs_status": "A",
            "conf_status": _CONFIDENTIALITY[indicator.sensitivity],
            "additive": True,
        }
