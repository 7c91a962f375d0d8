"""A form as the names and values that rules and formulas read."""

from collections.abc import Mapping

from municipal.indicators.editions import load_edition
from municipal.indicators.expressions import NOT_ASKED, Valued
from municipal.indicators.facts import Cell, CellState, DocumentValue, Facts, ShareValue
from tenants.domain.school_year import SchoolYear


def values_of(facts: Facts, context: Mapping[str, object] | None = None) -> dict[str, object]:
    """Names for :func:`~municipal.indicators.expressions.evaluate`: every line of the edition, the season, the context.

    A line that is not in this form or does not apply is NOT_ASKED, an unknown one None. A document has ``present``,
    ``number``, ``dated``, ``url``, ``valid_from``, ``valid_to``, also ``counted`` (1) and ``confirmed`` (1 or 0) for
    counting documents; a share has ``numerator`` and ``denominator``; a count has ``parts``.
    """
    values: dict[str, object] = {
        code: _value(facts.cell(code)) if line.is_asked(facts.season, facts.organisation) else NOT_ASKED
        for code, line in load_edition(facts.edition).fields.items()
    }
    values["season"] = facts.season.value
    values["organisation"] = facts.organisation.value
    values["year_starts_on"] = SchoolYear.of(facts.as_of).starts_on
    return values | dict(context or {})


def _value(cell: Cell) -> object:
    if cell.state is CellState.EXEMPT:
        return NOT_ASKED
    match cell.value:
        case DocumentValue() as document:
            return Valued(document.present, _document(document))
        case ShareValue() as share:
            return Valued(share.fraction * 100, {"numerator": share.numerator, "denominator": share.denominator})
        case int() as count:
            return Valued(count, {"parts": cell.parts})
        case str() as text:
            return text.strip() or None
        case other:
            return other


def _document(document: DocumentValue) -> dict[str, object]:
    return {
        "present": document.present,
        "number": document.number.strip() or None,
        "dated": document.dated,
        "url": document.url.strip() or None,
        "valid_from": document.valid_from,
        "valid_to": document.valid_to,
        "counted": 1,
        "confirmed": int(document.is_confirmed),
    }
