"""Put a programme's text into the district's bank, and take it down again. Runs under the role of who acts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from municipal.bank.domain.refusals import NotShared
from municipal.bank.models import SharedProgramme


@dataclass(frozen=True, slots=True)
class SharedText:
    """What a school shows of a programme: words alone, nobody's names."""

    title: str
    mentoring_format: str
    purpose: str
    stages: Sequence[Mapping[str, Any]]


@transaction.atomic
def share(
    text: SharedText, *, shared_id: int | None, school_id: int, school_name: str, municipality_id: int, at: datetime
) -> int:
    """Put the text into the bank, or its new wording in place of the old one; gives its id there.

    NotShared for a text without stages: there is nothing to take from it. Names are looked for by the school before.
    """
    if not text.stages:
        raise NotShared(f"«{text.title}»: в банк округа не отправлено, нет этапов.", "Впишите хотя бы один этап.")
    known = SharedProgramme.objects.filter(pk=shared_id or 0, school_id=school_id).first()
    row = known or SharedProgramme(municipality_id=municipality_id, school_id=school_id)
    row.school_name, row.title, row.mentoring_format = school_name, text.title, text.mentoring_format
    row.purpose, row.stages = text.purpose, [dict(stage) for stage in text.stages]
    row.shared_at, row.taken_down_at = at, None
    row.save()
    return row.pk


@transaction.atomic
def take_down(text_id: int, *, at: datetime) -> str:
    """Take a text down; copies stay with the schools that took them. Gives its title; NotShared where there is none."""
    row = SharedProgramme.objects.select_for_update(of=("self",)).filter(pk=text_id, taken_down_at=None).first()
    if row is None:
        raise NotShared("Этой программы в банке уже нет.", "Обновите страницу.")
    row.taken_down_at = at
    row.save(update_fields=["taken_down_at"])
    return row.title
