"""Take a token back. Runs under the region's role."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from municipal.region.models import ApiToken
from tenants.journal.services.record import record


@transaction.atomic
def revoke_token(*, token_id: int, at: datetime, actor_id: int | None) -> bool:
    """From this moment the token opens nothing; False where there is none to revoke."""
    row = ApiToken.objects.select_for_update().filter(pk=token_id, revoked_at__isnull=True).first()
    if row is None:
        return False
    row.revoked_at = at
    row.save(update_fields=["revoked_at"])
    text = f"Отозван ключ доступа «{row.name}»."
    record(act="token_revoked", text=text, at=at, actor_id=actor_id, object_kind="token", object_id=token_id)
    return True
