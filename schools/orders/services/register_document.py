"""Enter a signed order or an adopted document into the register, and mend an entry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from schools.orders.models import Document
from tenants.database.turns import take_turn
from tenants.domain.errors import Refusal
from tenants.domain.russian import date_numeric
from tenants.journal.services.record import record


class DocumentNotRegistered(Refusal):
    """The document cannot be told from another, lies in the future, or ends before it begins."""


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

    Refuses a document without number and link at once, a date in the future, and a term that ends before it begins.
    """
    _check(wanted, today=today)
    take_turn("document_registered")
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
        _write_down("document_registered", "Записан документ", row, actor_id=actor_id, at=at)
    return row.pk


@transaction.atomic
def correct_document(document_id: int, wanted: NewDocument, *, today: date, actor_id: int | None, at: datetime) -> None:
    """Mend an entry by the rules of a new one; saving the same once more changes nothing.

    Refuses requisites that another entry has already.
    """
    _check(wanted, today=today)
    row = Document.objects.select_for_update().get(pk=document_id)
    values: dict[str, object] = {name: getattr(wanted, name) for name in wanted.__dataclass_fields__}
    values["number"] = wanted.number.strip()
    if all(getattr(row, name) == value for name, value in values.items()):
        return
    same = Document.objects.filter(kind=wanted.kind, number=values["number"], signed_on=wanted.signed_on)
    if same.exclude(pk=document_id).exists():
        raise DocumentNotRegistered(
            "Документ не исправлен: такой же вид, номер и дата уже есть у другой записи.",
            "Найдите её в списке или проверьте номер и дату.",
        )
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    _write_down("document_changed", "Исправлен документ", row, actor_id=actor_id, at=at)


def _check(wanted: NewDocument, *, today: date) -> None:
    if not wanted.number.strip() and not wanted.url:
        raise DocumentNotRegistered(
            "Документ не записан: нет ни номера, ни ссылки.",
            "Впишите номер или ссылку, по которым его можно найти.",
        )
    if wanted.signed_on > today:
        raise DocumentNotRegistered("Документ не записан: его дата ещё не наступила.", "Проверьте дату.")
    if wanted.valid_until is not None and wanted.valid_until < wanted.signed_on:
        raise DocumentNotRegistered("Документ не записан: срок кончается раньше даты.", "Проверьте обе даты.")


def _write_down(act: str, said: str, row: Document, *, actor_id: int | None, at: datetime) -> None:
    number = f" № {row.number}" if row.number else ""
    text = f"{said}{number} от {date_numeric(row.signed_on)} «{row.title}»."
    record(act=act, text=text, at=at, actor_id=actor_id, object_kind="document", object_id=row.pk)
