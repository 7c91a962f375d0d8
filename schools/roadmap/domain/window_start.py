"""The first day of a deadline that is a window."""

from __future__ import annotations

from datetime import date

from schools.roadmap.domain.deadline import Period
from schools.roadmap.domain.deadline_phrase import parse_deadline


def window_start(phrase: str, period: Period, *, first_due: date | None) -> date | None:
    """When the work begins as the phrase says it («с 5 по 20 октября»); None where it names the last day alone."""
    if first_due is None:
        return None
    told = parse_deadline(phrase, period).params.get("starts_on", "")
    starts_on = date.fromisoformat(told) if told else None
    return starts_on if starts_on is not None and starts_on < first_due else None
