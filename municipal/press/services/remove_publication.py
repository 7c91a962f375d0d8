"""Take a publication out of the register: added by mistake, or its page is gone."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from municipal.press.models import MunicipalPublication
from tenants.domain.russian import date_words
from tenants.journal.services.record import record


@transaction.atomic
def remove_publication(*, publication_id: int, at: datetime, actor_id: int | None) -> bool:
    """Remove it; False where there was none. Signed notes keep what they were composed from."""
    row = MunicipalPublication.objects.select_for_update().filter(pk=publication_id).first()
    if row is None:
        return False
    row.delete()
    text = f"Убрана публикация округа «{row.title}», {row.resource}, {date_words(row.published_on)}."
    record(
        act="publication_removed",
        text=text,
        at=at,
        actor_id=actor_id,
        object_kind="publication",
        object_id=publication_id,
    )
    return True
