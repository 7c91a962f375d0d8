"""Give the region's programme a token. Runs under the region's role."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from municipal.region.domain.refusals import TokenRefused
from municipal.region.domain.tokens import digest_of, token_text
from municipal.region.models import ApiToken
from tenants.domain.russian import counted
from tenants.journal.services.record import record

LONGEST_DAYS = 400


@dataclass(frozen=True, slots=True)
class IssuedToken:
    """``text`` is shown once: only its digest is kept."""

    id: int
    text: str
    expires_at: datetime


@transaction.atomic
def issue_token(*, region_id: int, name: str, days: int, at: datetime, actor_id: int | None) -> IssuedToken:
    """Make a token that reads the region's reports for ``days`` days (1 … 400). Raises TokenRefused."""
    if not name.strip():
        raise TokenRefused("Ключ не выдан: не сказано, для чего он.", "Впишите, какая программа будет читать данные.")
    if not 1 <= days <= LONGEST_DAYS:
        raise TokenRefused("Ключ не выдан: срок слишком велик или мал.", f"Выберите срок от 1 до {LONGEST_DAYS} дней.")
    prefix, secret = secrets.token_hex(5), secrets.token_urlsafe(32)
    text = token_text(prefix, secret)
    row = ApiToken.objects.create(
        region_id=region_id,
        name=name.strip(),
        prefix=prefix,
        digest=digest_of(text),
        created_at=at,
        expires_at=at + timedelta(days=days),
    )
    said = f"Выдан ключ доступа «{row.name}» на {counted(days, 'день', 'дня', 'дней')}."
    record(act="token_issued", text=said, at=at, actor_id=actor_id, object_kind="token", object_id=row.pk)
    return IssuedToken(row.pk, text, row.expires_at)
