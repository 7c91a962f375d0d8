"""The report to the region as a document: «mentoring-region-report/1.0» (design, exchange.md § 1.4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from municipal.indicators.payload import digest
from municipal.region.domain.observations import observations
from municipal.region.domain.source import Reporting, ReportSource, RevisionReason, SchoolReport, campaign_code
from tenants.domain.school_year import SchoolYear

SCHEMA = "mentoring-region-report/1.0"
DATA_SET = "MENTORING_MONITORING"
THRESHOLD = 5  # persons; until the full rule stands, the whole sensitive block is withheld
# What a new revision differs in even when nothing has changed.
_OF_REVISION = ("status", "revision", "supersedes", "revision_reason", "complete_date")

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Revision:
    """Which revision a document is. ``reason`` and ``supersedes`` are empty for the first."""

    public_id: str
    number: int
    exported_at: datetime
    published_on: date
    supersedes: str = ""
    reason: RevisionReason | None = None


def report_document(source: ReportSource, revision: Revision) -> Document:
    """The document with its ``content_hash``: SHA-256 over the canonical JSON of all the rest.

    It holds no names of people or schools and no text of theirs. Whole numbers, texts, flags and nulls only, so the
    canonical form is RFC 8785's.
    """
    document = {
        "schema": SCHEMA,
        "id": revision.public_id,
        "exported": revision.exported_at.isoformat(timespec="seconds"),
        "sender": {"scheme": "OKTMO", "code": source.sender.code, "name": source.sender.name},
        "environment": "production",
        "group": _group(source, revision),
        "disclosure": {"policy": source.edition, "threshold": THRESHOLD, "rounding": None, "secondary": True},
        "observations": observations(source),
        "schools": _schools(source),
    }
    return {**document, "content_hash": {"alg": "sha-256", "c14n": "RFC8785", "value": digest(document)}}


def is_same(document: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two revisions tell the region the same: ids, moments and reasons aside."""
    return _substance(document) == _substance(other)


def _substance(document: Mapping[str, Any]) -> Mapping[str, Any]:
    group = {key: value for key, value in document["group"].items() if key not in _OF_REVISION and key != "as_of"}
    return {"group": group, "observations": document["observations"], "schools": document["schools"]}


def _group(source: ReportSource, revision: Revision) -> Document:
    starts_on = SchoolYear.of(source.reporting_date).starts_on
    days = (source.reporting_date - starts_on).days + 1  # both ends count
    return {
        "data_set": DATA_SET,
        "data_set_version": source.edition,
        "org_unit": {"scheme": "OKTMO", "code": source.sender.code, "level": "municipality"},
        "campaign": campaign_code(source.season),
        "period": f"{starts_on.isoformat()}/P{days}D",
        "as_of": source.as_of.isoformat(timespec="seconds"),
        "status": "final" if source.is_final else "provisional",
        "revision": revision.number,
        "supersedes": revision.supersedes or None,
        "revision_reason": {"code": revision.reason.value} if revision.reason else None,
        "complete_date": revision.published_on.isoformat() if source.is_final else None,
        "completeness": _completeness(source),
    }


def _completeness(source: ReportSource) -> Document:
    states = Counter(one.state for one in source.schools)
    accepted = [one for one in source.schools if one.accepted_at is not None]
    on_time = sum(bool(one.on_time) for one in accepted)
    return {
        "expected": len(source.schools),
        **{state.value: states[state] for state in Reporting},
        "accepted": len(accepted),
        "on_time": on_time,
        "late": len(accepted) - on_time,
        "extended": sum(one.is_extended for one in source.schools),
    }


def _schools(source: ReportSource) -> list[Document]:
    """States of schools: with their local codes where the agreement lets them through, else in no order of schools."""
    if source.names_schools:
        return [_named(one) for one in sorted(source.schools, key=lambda one: one.code)]
    plain = [{"state": one.state.value, "on_time": one.on_time} for one in source.schools]
    return sorted(plain, key=lambda one: (str(one["state"]), str(one["on_time"])))


def _named(one: SchoolReport) -> Document:
    return {
        "org_unit": {"scheme": "LOCAL", "code": one.code},
        "state": one.state.value,
        "on_time": one.on_time,
        "accepted_at": one.accepted_at.isoformat(timespec="seconds") if one.accepted_at else None,
    }
