"""Take a publication out of the register: added by mistake, or its page is gone."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from municipal.press.models import MunicipalPublication
from tenants.journal.services.record import record


@transaction.atomic
def remove_publication(*, publication_id: int, at: datetime, actor_id: int | None) -> bool:
    """Remove it; False where there was none. Signed notes keep what they were composed from."""
    removed, _ = MunicipalPublication.objects.filter(pk=publication_id).delete()
    if removed:
        text = "Убрана публикация округа."
        record(
            act="publication_removed",
            text=text,
            at=at,
            actor_id=actor_id,
            object_kind="publication",
            object_id=publication_id,
        )
    return bool(removed)
