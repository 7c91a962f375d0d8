"""Keep a list under a name, and forget it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from schools.passport.models import Remembered
from schools.people.domain.filters import Filter
from schools.people.domain.refusals import FilterNotSaved
from schools.people.queries.lists import FILTER, filters_of_page

MOST = 20


@transaction.atomic
def save_filter(*, owner_id: int, page: str, name: str, wanted: Filter, shared: bool, at: datetime) -> int:
    """Keep ``wanted`` under ``name``, or change what stands under this name; gives the id.

    Refuses an empty name, a filter that narrows nothing and more than twenty filters of one page.
    """
    name = name.strip()
    if not name:
        raise FilterNotSaved("Отбор не сохранён: у него нет названия.", "Впишите, например, «7 классы без пары».")
    if wanted.is_everybody:
        raise FilterNotSaved("Отбор не сохранён: он показывает всех.", "Сначала выберите, кого показать.")
    key = f"{owner_id}:{page}:{name}"
    if filters_of_page(page).filter(actor_id=owner_id).exclude(key=key).count() >= MOST:
        raise FilterNotSaved(f"Отбор не сохранён: у вас их уже {MOST}.", "Удалите ненужный.")
    said = {"page": page, "name": name, "query": wanted.query, "shared": shared}
    row, _made = Remembered.objects.update_or_create(
        kind=FILTER, key=key, defaults={"said": said, "at": at, "actor_id": owner_id}
    )
    return row.pk


@transaction.atomic
def forget_filter(filter_id: int, *, owner_id: int) -> bool:
    """Forget one's own filter; False where there is none such."""
    deleted, _ = Remembered.objects.filter(pk=filter_id, kind=FILTER, actor_id=owner_id).delete()
    return bool(deleted)
