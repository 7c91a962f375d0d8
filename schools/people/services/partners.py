"""Enterprises and organisations that work with the school."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from schools.people.domain.refusals import PartnerNotAdded
from schools.people.models import Partner
from tenants.domain.russian import sort_key
from tenants.journal.services.record import record


@dataclass(frozen=True, slots=True)
class PartnerCard:
    """What is written down of a partner. ``kind`` is a code of PartnerKind; ``contact`` the organisation's own."""

    name: str
    since: date
    kind: str = ""
    until: date | None = None
    contact: str = ""
    agreement_number: str = ""
    agreed_on: date | None = None
    agreed_until: date | None = None


def add_partner(*, name: str, since: date, actor_id: int | None, at: datetime, **more: Any) -> int:
    """Add a partner; gives its id. ``more`` are the other parts of ``PartnerCard``; refuses as ``save_partner``."""
    return save_partner(PartnerCard(name=name, since=since, **more), actor_id=actor_id, at=at)


@transaction.atomic
def save_partner(wanted: PartnerCard, *, partner_id: int | None = None, actor_id: int | None, at: datetime) -> int:
    """Add a partner, or mend the one named; gives its id. Saving the same once more changes nothing.

    Refuses a name that stands in the list already, whatever its ё and case, and days that run backwards.
    """
    _check(wanted, partner_id)
    row = Partner.objects.select_for_update().get(pk=partner_id) if partner_id else Partner()
    values = asdict(wanted)
    if partner_id and all(getattr(row, name) == value for name, value in values.items()):
        return row.pk
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    act, verb = (
        ("partner_changed", "Исправлены сведения о партнёре") if partner_id else ("partner_added", "Добавлен партнёр")
    )
    _write_down(act, f"{verb} «{row.name}».", row, actor_id=actor_id, at=at)
    return row.pk


def _check(wanted: PartnerCard, partner_id: int | None) -> None:
    others = Partner.objects.exclude(pk=partner_id or 0).values_list("name", flat=True)
    if sort_key(wanted.name) in {sort_key(name) for name in others}:
        raise PartnerNotAdded(f"Партнёр не добавлен: «{wanted.name}» уже есть в списке.", "Найдите его в списке ниже.")
    if wanted.until is not None and wanted.until < wanted.since:
        raise PartnerNotAdded("Партнёр не записан: работа кончается раньше, чем начинается.", "Проверьте обе даты.")
    if wanted.agreed_on and wanted.agreed_until and wanted.agreed_until < wanted.agreed_on:
        raise PartnerNotAdded("Партнёр не записан: соглашение кончается раньше своей даты.", "Проверьте обе даты.")


@transaction.atomic
def end_partnership(partner_id: int, *, on: date, actor_id: int | None, at: datetime) -> None:
    """The last day of working together; people of the partner stay. Pressing twice changes nothing."""
    partner = Partner.objects.select_for_update().get(pk=partner_id)
    if partner.until is not None:
        return
    partner.until = on
    partner.save(update_fields=["until"])
    _write_down(
        "partnership_ended", f"Работа с партнёром «{partner.name}» закончена.", partner, actor_id=actor_id, at=at
    )


def _write_down(act: str, text: str, partner: Partner, *, actor_id: int | None, at: datetime) -> None:
    record(act=act, text=text, at=at, actor_id=actor_id, object_kind="partner", object_id=partner.pk)
