"""Somebody leaves the programme, or comes back."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction

from schools.people.models import MenteeCard, MentorCard, Person
from schools.people.services.stays import close_roles
from tenants.journal.services.record import record


@transaction.atomic
def archive_person(person_id: int, *, on: date, actor_id: int | None, at: datetime) -> None:
    """Take a person out of both pools from ``on``; the record, its consents and its past pairs stay.

    The cards end the day before, so that on ``on`` itself nobody counts the person. Pressing twice changes nothing.
    """
    person = Person.objects.select_for_update().get(pk=person_id)
    if person.archived_on is not None:
        return
    person.archived_on = on
    person.save(update_fields=["archived_on"])
    for cards in (MentorCard.objects, MenteeCard.objects):
        cards.filter(person_id=person_id, until=None).update(until=on - timedelta(days=1))
    close_roles([person_id], until=on - timedelta(days=1))
    _write_down("person_archived", "запись убрана из действующих", person, actor_id, at)


@transaction.atomic
def restore_person(person_id: int, *, actor_id: int | None, at: datetime) -> None:
    """Bring a person back into the list; the pools are entered anew, with their own dates."""
    person = Person.objects.select_for_update().get(pk=person_id)
    if person.archived_on is None:
        return
    person.archived_on = None
    person.save(update_fields=["archived_on"])
    _write_down("person_restored", "запись снова действует", person, actor_id, at)


def _write_down(act: str, said: str, person: Person, actor_id: int | None, at: datetime) -> None:
    text = f"{person.short_name}: {said}."
    record(act=act, text=text, at=at, actor_id=actor_id, object_kind="person", object_id=person.pk)
