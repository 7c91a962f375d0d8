"""Somebody becomes another: a pupil leaves school, a student comes to teach. Who he was stays with its last day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from django.db import transaction

from schools.people.domain.refusals import PersonNotChanged
from schools.people.domain.standing import left_behind
from schools.people.models import MenteeCard, MentorCard, Person, PersonKind
from schools.people.queries.bulk import people_in_open_pairs
from schools.people.services.add_person import NewPerson, edit_person
from schools.people.services.stays import close_roles
from tenants.domain.russian import date_words
from tenants.journal.services.record import record


@transaction.atomic
def become(person_id: int, wanted: NewPerson, *, since: date, actor_id: int | None, at: datetime) -> None:
    """From ``since`` the person is of another kind; the name and the birth stay.

    A pupil who leaves school leaves both pools the day before and is offered as a future mentor; while he is in a pair
    this is refused. Refuses what a record of the new kind lacks, and a day before the last change.
    """
    person = Person.objects.select_for_update().get(pk=person_id)
    until = since - timedelta(days=1)
    if wanted.kind == person.kind:
        raise PersonNotChanged(f"{person.short_name}: запись не изменена, это тот же вид.", "Выберите другой.")
    if person.past and date.fromisoformat(person.past[-1]["until"]) >= until:
        raise PersonNotChanged(
            f"{person.short_name}: запись не изменена, {date_words(since)} не позже прошлой перемены.",
            "Проверьте дату.",
        )
    if person.kind == PersonKind.PUPIL and people_in_open_pairs([person_id]):
        raise PersonNotChanged(
            f"{person.short_name}: запись не изменена, человек сейчас в паре.",
            "Сначала завершите пару или отзовите предложение в разделе «Пары».",
        )
    was, past = person.kind, left_behind(person.past, person.kind, person.class_name, until=until)
    person.past = past
    person.save(update_fields=["past"])
    named = replace(
        wanted,
        class_name=wanted.class_name if wanted.kind == PersonKind.PUPIL else "",
        last_name=person.last_name,
        first_name=person.first_name,
        patronymic=person.patronymic,
        birth_year=person.birth_year,
        birth_month=person.birth_month,
    )
    edit_person(person_id, named, actor_id=actor_id, at=at)
    if was == PersonKind.PUPIL:
        _leave_pools(person_id, until)
    text = f"{person.short_name}: с {date_words(since)} {PersonKind(wanted.kind).label}."
    record(act="person_became", text=text, at=at, actor_id=actor_id, object_kind="person", object_id=person_id)


def _leave_pools(person_id: int, until: date) -> None:
    for cards in (MentorCard.objects, MenteeCard.objects):
        cards.filter(person_id=person_id, until=None).update(until=until)
    close_roles([person_id], until=until)
