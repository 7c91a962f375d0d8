"""Enter a signed order or an adopted document into the register."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from schools.orders.models import Document
from tenants.domain.errors import Refusal
from tenants.journal.services.record import record


class DocumentNotRegistered(Refusal):
    """The document cannot be told from another, or lies in the future."""


@dataclass(frozen=True, slots=True)
class NewDocument:
    """Kind (code of the vocabulary), requisites, and where the document can be seen."""

    kind: str
    title: str
    signed_on: date
    number: str = ""
    valid_until: date | None = None
    url: str = ""
    people_count: int | None = None


@transaction.atomic
def register_document(wanted: NewDocument, *, today: date, actor_id: int | None, at: datetime) -> int:
    """Add a document; gives its id. The same kind, number and date entered twice stay one document.

    Refuses a document without number and link at once, and a date in the future.
    """
    if not wanted.number.strip() and not wanted.url:
        raise DocumentNotRegistered(
            "Документ не записан: нет ни номера, ни ссылки.",
            "Впишите номер или ссылку, по которым его можно найти.",
        )
    if wanted.signed_on > today:
        raise DocumentNotRegistered("Документ не записан: его дата ещё не наступила.", "Проверьте дату.")
    row, made = Document.objects.get_or_create(
        kind=wanted.kind,
        number=wanted.number.strip(),
        signed_on=wanted.signed_on,
        defaults={
            "title": wanted.title,
            "valid_until": wanted.valid_until,
            "url": wanted.url,
            "people_count": wanted.people_count,
        },
    )
    if made:
        record(
            act="document_registered",
            text=f"Записан документ: {row.title}.",
            at=at,
            actor_id=actor_id,
            object_kind="document",
            object_id=row.pk,
        )
    return row.pk
