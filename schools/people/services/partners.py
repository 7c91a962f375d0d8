"""Enterprises and organisations that work with the school."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from schools.people.domain.refusals import PartnerNotAdded
from schools.people.models import Partner
from schools.people.queries import partners_on
from tenants.domain.russian import sort_key
from tenants.journal.services.record import record


@transaction.atomic
def add_partner(*, name: str, since: date, actor_id: int | None, at: datetime) -> int:
    """Add a partner; gives its id. Refuses a name that stands in the list already, whatever its ё and case."""
    wanted = sort_key(name)
    if any(sort_key(partner.name) == wanted for partner in partners_on(since)):
        raise PartnerNotAdded(f"Партнёр не добавлен: «{name}» уже есть в списке.", "Найдите его в списке ниже.")
    partner = Partner.objects.create(name=name, since=since)
    _write_down("partner_added", f"Добавлен партнёр «{name}».", partner, actor_id=actor_id, at=at)
    return partner.pk


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
