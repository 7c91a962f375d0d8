"""Take a token back. Runs under the region's role."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from municipal.region.models import ApiToken
from tenants.journal.services.record import record


@transaction.atomic
def revoke_token(*, token_id: int, at: datetime, actor_id: int | None) -> bool:
    """From this moment the token opens nothing; False where there is none to revoke."""
    revoked = ApiToken.objects.filter(pk=token_id, revoked_at__isnull=True).update(revoked_at=at)
    if revoked:
        text = "Отозван ключ доступа."
        record(act="token_revoked", text=text, at=at, actor_id=actor_id, object_kind="token", object_id=token_id)
    return bool(revoked)
