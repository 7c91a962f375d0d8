"""What a line looks like over the district: the median, or how many schools have the document."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from statistics import median

from municipal.indicators.aggregate import SchoolFacts
from municipal.indicators.editions import Field, FieldType
from municipal.indicators.facts import Facts, ShareValue
from tenants.domain.russian import NBSP, number

ENOUGH = 3  # a median of two schools says what each of them wrote
NOTHING = "—"


def district_words(field: Field, facts: Facts, district: Sequence[SchoolFacts]) -> str:
    """«12», «80 %», «9 из 12»: over the latest forms of the season that are asked this line.

    «—» where fewer than three schools know, or where the line is a text, a date or a choice.
    """
    cells = [one.facts.cell(field.code) for one in district if one.facts.season is facts.season]
    known = [cell.value for cell in cells if cell.is_known]
    if len(known) < ENOUGH:
        return NOTHING
    match field.type:
        case FieldType.COUNT:
            return number(_median([Decimal(value) for value in known if isinstance(value, int)]))
        case FieldType.PERCENT_CALC:
            shares = [value.percent for value in known if isinstance(value, ShareValue)]
            return f"{number(_median(shares).quantize(Decimal(1)))}{NBSP}%"
        case FieldType.YES_NO_DOC:
            present = sum(getattr(value, "present", False) for value in known)
            return f"{present} из{NBSP}{len(known)}"
    return NOTHING


def _median(values: Sequence[Decimal]) -> Decimal:
    return Decimal(median(values))
