"""The bank of programmes as plain values; whose rows are seen, the database says (tenants.isolation)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from municipal.bank.models import SharedProgramme


@dataclass(frozen=True, slots=True)
class BankText:
    """One programme of the bank. ``stages``: {"title", "hours", "term", "result"} in order."""

    id: int
    school_id: int
    school_name: str
    title: str
    mentoring_format: str
    purpose: str
    stages: list[dict[str, Any]]
    shared_at: datetime

    @property
    def hours(self) -> int:
        """Hours of all stages together; a stage without hours adds none."""
        return sum(stage.get("hours") or 0 for stage in self.stages)


def bank_texts(mentoring_format: str = "") -> list[BankText]:
    """Texts that stand in the bank, by title; of one form, where it is named. One query."""
    rows = SharedProgramme.objects.filter(taken_down_at=None)
    if mentoring_format:
        rows = rows.filter(mentoring_format=mentoring_format)
    return [_text(row) for row in rows]


def bank_text(text_id: int) -> BankText | None:
    """One text that stands in the bank, or None."""
    row = SharedProgramme.objects.filter(pk=text_id, taken_down_at=None).first()
    return None if row is None else _text(row)


def _text(row: SharedProgramme) -> BankText:
    return BankText(
        row.pk,
        row.school_id,
        row.school_name,
        row.title,
        row.mentoring_format,
        row.purpose,
        row.stages,
        row.shared_at,
    )
