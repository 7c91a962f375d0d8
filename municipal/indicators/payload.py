"""Facts as a JSON document and back, and the digest both sides keep as proof.

The document holds whole numbers, texts, flags and ISO dates; empty parts are left out, so that equal facts give
equal bytes. Reading is strict: an unknown key, a float, a line that is not in the edition is refused.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from municipal.indicators.editions import Field, FieldType, load_edition
from municipal.indicators.facts import (
    Cell,
    CellState,
    DocumentValue,
    Facts,
    OrganisationKind,
    PublicationFact,
    ShareValue,
    Value,
)
from tenants.domain.school_year import Season

SCHEMA = "tropa-facts/1"
LARGEST = 10**9
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")  # neither PostgreSQL nor UTF-8 takes them
_DOCUMENT_DATES = ("dated", "valid_from", "valid_to")


class PayloadError(ValueError):
    """The document is not a form of this product: damaged, tampered with, or of another version."""


def to_document(facts: Facts) -> dict[str, Any]:
    """Plain data for a JSON column; :func:`from_document` gives equal facts back.

    Raises PayloadError for a cell of a line that this form does not have.
    """
    _lines(facts.edition, facts.season, facts.organisation, facts.cells)
    return {
        "schema": SCHEMA,
        "edition": facts.edition,
        "season": facts.season.value,
        "organisation": facts.organisation.value,
        "as_of": facts.as_of.isoformat(),
        "submitted_by": facts.submitted_by,
        "cells": {code: cell_to_document(cell) for code, cell in facts.cells.items()},
        "publications": [
            {"published_on": one.published_on.isoformat(), "channel": one.channel, "url": one.url}
            for one in facts.publications
        ],
        "explanations": dict(facts.explanations),
    }


def from_document(document: Mapping[str, Any]) -> Facts:
    """Facts out of :func:`to_document`'s data. Raises PayloadError, naming the place, for anything else."""
    keys = "schema edition season organisation as_of submitted_by cells publications explanations"
    _exactly(document, keys, place="document")
    if document["schema"] != SCHEMA:
        raise PayloadError(f"schema: {document['schema']!r} instead of {SCHEMA!r}")
    try:
        season, organisation = Season(document["season"]), OrganisationKind(document["organisation"])
        lines = _lines(_text(document["edition"], "edition"), season, organisation, document["cells"])
        return Facts(
            edition=document["edition"],
            season=season,
            organisation=organisation,
            as_of=_date(document["as_of"], "as_of"),
            cells={code: cell_from_document(lines[code], cell) for code, cell in document["cells"].items()},
            publications=tuple(map(_publication, document["publications"])),
            submitted_by=_text(document["submitted_by"], "submitted_by"),
            explanations={_text(k, "explanations"): _text(v, k) for k, v in document["explanations"].items()},
        )
    except PayloadError:
        raise
    except (KeyError, ValueError, TypeError, AttributeError) as fault:
        raise PayloadError(f"document: {fault}") from fault


def canonical(document: Mapping[str, Any]) -> bytes:
    """The bytes a digest is taken of: sorted keys, no spaces, UTF-8."""
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def digest(document: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical bytes, 64 hexadecimal digits: the number on a receipt."""
    return hashlib.sha256(canonical(document)).hexdigest()


def cell_to_document(cell: Cell) -> dict[str, Any]:
    """One line as plain data; what is empty is left out."""
    data = {
        "state": cell.state.value,
        "value": _plain(cell.value),
        "reason": cell.reason,
        "computed": _plain(cell.computed),
        "parts": dict(cell.parts),
    }
    return {key: value for key, value in data.items() if value is not None and value not in ("", {})}


def cell_from_document(line: Field, data: Mapping[str, Any]) -> Cell:
    """One line back from plain data, its value read as the line's type. Raises PayloadError."""
    _exactly(data, "state", optional="value reason computed parts", place=line.code)
    parts = data.get("parts", {})
    try:
        return Cell(
            state=CellState(data["state"]),
            value=_value(line, data.get("value")),
            reason=_text(data.get("reason", ""), line.code),
            computed=_value(line, data.get("computed")),
            parts={_text(code, line.code): _count(n, line.code) for code, n in parts.items()},
        )
    except (ValueError, AttributeError) as fault:
        raise PayloadError(f"{line.code}: {fault}") from fault


def _lines(
    edition: str, season: Season, organisation: OrganisationKind, cells: Mapping[str, object]
) -> Mapping[str, Field]:
    lines = {line.code: line for line in load_edition(edition).fields_for(season, organisation)}
    if strange := sorted(cells.keys() - lines.keys()):
        raise PayloadError(f"not in this form: {', '.join(strange)}")
    return lines


def _plain(value: Value | None) -> object:
    if isinstance(value, DocumentValue):
        parts = {"number": value.number, "url": value.url}
        parts |= {key: day.isoformat() for key in _DOCUMENT_DATES if (day := getattr(value, key)) is not None}
        return {"present": value.present} | {key: said for key, said in parts.items() if said}
    if isinstance(value, ShareValue):
        return {"numerator": value.numerator, "denominator": value.denominator}
    return value.isoformat() if isinstance(value, date) else value


def _value(line: Field, data: Any) -> Value | None:
    if data is None:
        return None
    match line.type:
        case FieldType.COUNT:
            return _count(data, line.code)
        case FieldType.DATE:
            return _date(data, line.code)
        case FieldType.YES_NO_DOC:
            return _document(data, line.code)
        case FieldType.PERCENT_CALC:
            _exactly(data, "numerator denominator", place=line.code)
            return ShareValue(_count(data["numerator"], line.code), _count(data["denominator"], line.code))
        case FieldType.CHOICE if data not in line.options:
            raise PayloadError(f"{line.code}: {data!r} is none of its options")
    return _text(data, line.code)


def _document(data: Any, place: str) -> DocumentValue:
    _exactly(data, "present", optional="number url dated valid_from valid_to", place=place)
    if not isinstance(data["present"], bool):
        raise PayloadError(f"{place}: present is neither yes nor no")
    dated, valid_from, valid_to = (_date(data[key], place) if key in data else None for key in _DOCUMENT_DATES)
    number, url = (_text(data.get(key, ""), place) for key in ("number", "url"))
    return DocumentValue(data["present"], number, dated, url, valid_from, valid_to)


def _publication(data: Any) -> PublicationFact:
    _exactly(data, "published_on channel url", place="publications")
    return PublicationFact(
        published_on=_date(data["published_on"], "publications"),
        channel=_text(data["channel"], "publications"),
        url=_text(data["url"], "publications"),
    )


def _exactly(data: Any, required: str, *, optional: str = "", place: str) -> None:
    if not isinstance(data, Mapping):
        raise PayloadError(f"{place}: not an object")
    wanted, allowed = set(required.split()), set(optional.split())
    wrong = (wanted - data.keys()) | (data.keys() - wanted - allowed)
    if wrong:
        raise PayloadError(f"{place}: absent or unknown {', '.join(sorted(map(str, wrong)))}")


def _count(data: Any, place: str) -> int:
    if type(data) is not int or not 0 <= data <= LARGEST:  # neither a flag nor a float
        raise PayloadError(f"{place}: not a count: {data!r}")
    return data


def _text(data: Any, place: str) -> str:
    if not isinstance(data, str) or _UNSTORABLE.search(data):
        raise PayloadError(f"{place}: not a text: {data!r}")
    return data


def _date(data: Any, place: str) -> date:
    try:
        day = date.fromisoformat(data)
    except (ValueError, TypeError) as fault:
        raise PayloadError(f"{place}: not a date: {data!r}") from fault
    if day.isoformat() != data:  # «20251001» is a date to Python, but would give another digest
        raise PayloadError(f"{place}: not a date: {data!r}")
    return day
