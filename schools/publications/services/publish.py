"""Enter a publication."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from schools.publications.models import Publication
from tenants.domain.errors import Refusal
from tenants.journal.services.record import record


class PublicationNotAdded(Refusal):
    """The address stands in the list already, or the date is wrong."""


@dataclass(frozen=True, slots=True)
class NewPublication:
    """A page with its address; ``works`` is the curator's own check that it opens."""

    title: str
    url: str
    published_on: date
    channel: str
    is_year_results: bool = False
    works: bool | None = None


@transaction.atomic
def publish(wanted: NewPublication, *, today: date, actor_id: int | None, at: datetime) -> int:
    """Add a publication; gives its id.

    Refuses a date in the future and an address that is in the list already.
    """
    if wanted.published_on > today:
        raise PublicationNotAdded("Публикация не добавлена: дата в будущем.", "Добавьте её, когда страница откроется.")
    try:
        with transaction.atomic():
            row = Publication.objects.create(
                **{name: getattr(wanted, name) for name in wanted.__dataclass_fields__},
                checked_on=today if wanted.works is not None else None,
            )
    except IntegrityError as fault:
        raise PublicationNotAdded(
            "Публикация не добавлена: эта ссылка уже есть в списке.", "Проверьте ссылку или найдите её в списке."
        ) from fault
    record(
        act="publication_added",
        text="Добавлена публикация.",
        at=at,
        actor_id=actor_id,
        object_kind="publication",
        object_id=row.pk,
    )
    return row.pk
