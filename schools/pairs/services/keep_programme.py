"""Keep the bank of mentoring programmes (monitoring form, line B4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from schools.pairs.domain.refusals import ProgrammeNotSaved
from schools.pairs.models import Programme
from tenants.journal.services.record import record


@dataclass(frozen=True, slots=True)
class NewProgramme:
    """A programme as it is written down; ``mentoring_format`` is a code of the reference data.

    ``stages`` in order: {"title", "hours" (a number or None), "term", "result"}.
    """

    title: str
    mentoring_format: str
    valid_from: date
    valid_to: date | None = None
    url: str = ""
    purpose: str = ""
    stages: tuple[Mapping[str, Any], ...] = ()


@transaction.atomic
def save_programme(wanted: NewProgramme, *, programme_id: int | None = None, actor_id: int | None, at: datetime) -> int:
    """Add a programme, or mend the one named; gives its id. Saving the same once more changes nothing.

    Refuses a term that ends before it begins, and a namesake of the same form.
    """
    if wanted.valid_to is not None and wanted.valid_to < wanted.valid_from:
        raise ProgrammeNotSaved("Программа не сохранена: она кончается раньше, чем начинается.", "Проверьте даты.")
    namesakes = Programme.objects.filter(title__iexact=wanted.title, mentoring_format=wanted.mentoring_format)
    if namesakes.exclude(pk=programme_id or 0).exists():
        raise ProgrammeNotSaved(
            f"Программа не сохранена: «{wanted.title}» такой формы уже есть.", "Исправьте ту, что записана."
        )
    values = asdict(wanted) | {"stages": [dict(stage) for stage in wanted.stages]}
    row = Programme.objects.select_for_update().get(pk=programme_id) if programme_id else Programme()
    if programme_id and all(getattr(row, name) == value for name, value in values.items()):
        return row.pk
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    verb = "Исправлена" if programme_id else "Добавлена"
    record(
        act="programme_saved",
        text=f"{verb} программа «{wanted.title}»."[:300],
        at=at,
        actor_id=actor_id,
        object_kind="programme",
        object_id=row.pk,
    )
    return row.pk
