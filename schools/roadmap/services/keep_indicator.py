"""What counts an indicator of the roadmap, and a fact typed by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from schools.roadmap.domain.indicator_facts import TITLES, TYPED
from schools.roadmap.domain.refusals import RoadmapRefused
from schools.roadmap.models import RoadmapIndicator
from tenants.journal.services.record import record


@dataclass(frozen=True, slots=True)
class TypedFact:
    """A fact of a year with its source: a share by its parts, or a number."""

    year: int
    source: str
    numerator: int | None = None
    denominator: int | None = None
    value: Decimal | None = None


@transaction.atomic
def say_what_counts(indicator_id: int, counted_by: str, *, actor_id: int | None, at: datetime) -> None:
    """Name what counts the indicator: a code of ``TITLES``, «typed», or nothing. Refuses any other code."""
    if counted_by and counted_by != TYPED and counted_by not in TITLES:
        raise RoadmapRefused("Не записано, чем считается показатель: такого способа нет.", "Выберите из списка.")
    row = RoadmapIndicator.objects.select_for_update().get(pk=indicator_id)
    if row.counted_by == counted_by:
        return
    row.counted_by = counted_by
    row.save(update_fields=["counted_by"])
    _journal(row, "выбрано, чем он считается", actor_id=actor_id, at=at)


@transaction.atomic
def type_fact(indicator_id: int, wanted: TypedFact, *, actor_id: int | None, at: datetime) -> None:
    """Keep a fact by hand; without any number the typed one is forgotten and the registers count again.

    Refuses a fact without its source, and more of a part than of its whole.
    """
    row = RoadmapIndicator.objects.select_for_update().get(pk=indicator_id)
    empty = wanted.value is None and wanted.numerator is None and wanted.denominator is None
    if not empty and not wanted.source.strip():
        raise RoadmapRefused("Факт не записан: не указано, откуда он.", "Впишите источник, например: журнал учёта.")
    if wanted.numerator is not None and wanted.denominator is not None and wanted.numerator > wanted.denominator:
        raise RoadmapRefused("Факт не записан: часть больше целого.", "Поменяйте числа местами или исправьте одно.")
    facts = {key: value for key, value in row.facts.items() if key != str(wanted.year)}
    if not empty:
        facts[str(wanted.year)] = {
            "numerator": wanted.numerator,
            "denominator": wanted.denominator,
            "value": None if wanted.value is None else str(wanted.value),
            "source": wanted.source.strip(),
        }
    if facts == row.facts:
        return
    row.facts = facts
    row.save(update_fields=["facts"])
    _journal(row, f"факт за {wanted.year} год {'убран' if empty else 'записан'}", actor_id=actor_id, at=at)


def _journal(row: RoadmapIndicator, said: str, *, actor_id: int | None, at: datetime) -> None:
    record(
        act="indicator_changed",
        text=f"Показатель дорожной карты «{row.title[:150]}»: {said}.",
        at=at,
        actor_id=actor_id,
        object_kind="roadmap",
        object_id=row.roadmap_id,
    )
