"""Measures of support: begin and end. The journal is read by more people than the measures, so it names none."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from schools.people.domain.content import measures
from schools.people.domain.refusals import MeasureNotRecorded
from schools.people.models import Person, Support
from tenants.domain.russian import date_words
from tenants.journal.services.record import record


@transaction.atomic
def begin_support(person_id: int, measure: str, *, since: date, actor_id: int | None, at: datetime) -> int:
    """A measure stands from ``since``; gives its id. The same measure that stands already stays as it is.

    Refuses a day within a time of the same measure that is over. An unknown code is a fault (KeyError).
    """
    title = measures()[measure].title
    person = Person.objects.select_for_update(of=("self",)).get(pk=person_id)
    earlier = list(Support.objects.filter(person=person, measure=measure))
    standing = next((one for one in earlier if one.until is None), None)
    if standing is not None:
        return standing.pk
    met = next((one for one in earlier if one.until is not None and since <= one.until), None)
    if met is not None and met.until is not None:
        raise MeasureNotRecorded(
            f"Мера не записана: «{title}» уже стояла по {date_words(met.until)}.", "Впишите более поздний день."
        )
    made = Support.objects.create(person=person, measure=measure, since=since)
    _write_down(person, actor_id, at)
    return made.pk


@transaction.atomic
def end_support(support_id: int, *, on: date, actor_id: int | None, at: datetime) -> None:
    """``on`` is the last day of a measure; ending it twice changes nothing."""
    row = Support.objects.select_for_update(of=("self",)).select_related("person").get(pk=support_id)
    if row.until is not None:
        return
    if on < row.since:
        raise MeasureNotRecorded(
            f"Мера не закончена: {date_words(on)} раньше её начала, {date_words(row.since)}.", "Проверьте дату."
        )
    row.until = on
    row.save(update_fields=["until"])
    _write_down(row.person, actor_id, at)


def _write_down(person: Person, actor_id: int | None, at: datetime) -> None:
    text = f"{person.short_name}: запись уточнена."
    record(act="person_changed", text=text, at=at, actor_id=actor_id, object_kind="person", object_id=person.pk)
