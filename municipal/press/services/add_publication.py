"""Put a publication of the municipality into its register."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from municipal.press.domain.refusals import AlreadyListed, PublicationRefused
from municipal.press.models import MunicipalPublication
from tenants.domain.russian import date_words
from tenants.journal.services.record import record


@transaction.atomic
def add_publication(
    *,
    municipality_id: int,
    title: str,
    url: str,
    resource: str,
    published_on: date,
    today: date,
    at: datetime,
    actor_id: int | None,
) -> int:
    """Add it and give its id. Raises AlreadyListed for an address that is there, PublicationRefused for a day ahead."""
    if published_on > today:
        raise PublicationRefused(
            f"Публикация не добавлена: {date_words(published_on)} ещё не наступило.",
            "Впишите день, когда материал вышел.",
        )
    if not title.strip() or not resource.strip():
        raise PublicationRefused("Публикация не добавлена: не сказано, о чём она и где.", "Впишите тему и место.")
    row, is_new = MunicipalPublication.objects.get_or_create(
        municipality_id=municipality_id,
        url=url.strip(),
        defaults={"title": title.strip(), "resource": resource.strip(), "published_on": published_on},
    )
    if not is_new:
        raise AlreadyListed(
            f"Публикация не добавлена: эта ссылка уже есть в списке, «{row.title}».", "Проверьте ссылку."
        )
    text = f"Добавлена публикация округа «{row.title}», {row.resource}, {date_words(published_on)}."
    record(act="publication_added", text=text, at=at, actor_id=actor_id, object_kind="publication", object_id=row.pk)
    return row.pk
