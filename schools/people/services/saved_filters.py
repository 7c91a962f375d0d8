"""Keep a list under a name, and forget it."""

from __future__ import annotations

from django.db import transaction

from schools.people.domain.filters import Filter
from schools.people.domain.refusals import FilterNotSaved
from schools.people.models import SavedFilter

MOST = 20


@transaction.atomic
def save_filter(*, owner_id: int, page: str, name: str, wanted: Filter, shared: bool) -> int:
    """Keep ``wanted`` under ``name``, or change what stands under this name; gives the id.

    Refuses an empty name, a filter that narrows nothing and more than twenty filters of one page.
    """
    if not name.strip():
        raise FilterNotSaved("Отбор не сохранён: у него нет названия.", "Впишите, например, «7 классы без пары».")
    if wanted.is_everybody:
        raise FilterNotSaved("Отбор не сохранён: он показывает всех.", "Сначала выберите, кого показать.")
    own = SavedFilter.objects.filter(owner_id=owner_id, page=page)
    if own.exclude(name=name.strip()).count() >= MOST:
        raise FilterNotSaved(f"Отбор не сохранён: у вас их уже {MOST}.", "Удалите ненужный.")
    row, _made = SavedFilter.objects.update_or_create(
        owner_id=owner_id, page=page, name=name.strip(), defaults={"query": wanted.query, "shared": shared}
    )
    return row.pk


@transaction.atomic
def forget_filter(filter_id: int, *, owner_id: int) -> bool:
    """Forget one's own filter; False where there is none such."""
    deleted, _ = SavedFilter.objects.filter(pk=filter_id, owner_id=owner_id).delete()
    return bool(deleted)
