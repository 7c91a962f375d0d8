"""Erase a person's data on request or when the term of retention is over: names go, counts stay."""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import Any

from django.db import models, transaction

from schools.consents.domain.refusals import NotErased
from schools.consents.domain.rewording import name_pattern, surname_pattern
from schools.consents.models import ConsentRequest, Erasure
from schools.files.services.keep_file import remove_file
from schools.meetings.models import Meeting
from schools.pairs.models import Pair, PairStatus
from schools.people.models import BulkAct, PeopleImport, Person
from schools.people.services.different import forget_differences
from schools.publications.models import Mention, Publication
from tenants.journal.models import Entry
from tenants.journal.services.record import record

KEPT = {"id", "sorting", "kind", "archived_on"}  # who somebody was by kind is a number in old counts, not a name
OPEN = [PairStatus.PROPOSED, PairStatus.WORKING, PairStatus.PAUSED]


def erased_name(person_id: int) -> str:
    """How the person is called from now on."""
    return f"Человек № {person_id}, данные удалены"


@transaction.atomic
def erase_person(person_id: int, *, ground: str, actor_id: int | None, actor_name: str, at: datetime) -> int:
    """Erase and write the protocol; gives its id. It cannot be undone; pressed twice, there is one protocol.

    Go: the name and everything known of the person, cards with requests, consents and their scans, links, labour
    papers, mentions, the names in the journal and in texts of pairs and meetings. Stay: the numbers of past forms,
    which are frozen, and pairs with «Человек № 17, данные удалены». Refuses without a ground, while a pair is open and
    while the name stands on a published page.
    """
    person = Person.objects.select_for_update(of=("self",)).get(pk=person_id)
    if done := Erasure.objects.filter(person_number=person_id).first():
        return done.pk
    _check(person, ground)
    whole = name_pattern(person.last_name, person.first_name, person.patronymic)
    alone = surname_pattern(person.last_name)
    erased = _erase_texts(person_id, whole, alone)
    erased |= _erase_rows(person, actor_id=actor_id, at=at)
    _erase_traces(person)
    _blank(person, at)
    erased["записи журнала, из которых убрано имя"] = _reword_journal(person_id, whole, alone)
    protocol = Erasure.objects.create(
        person_number=person_id, erased_at=at, ground=ground.strip(), actor_id=actor_id, actor_name=actor_name,
        erased={name: count for name, count in erased.items() if count},
    )  # fmt: skip
    text = f"Данные человека № {person_id} удалены, протокол № {protocol.pk}."
    record(act="person_erased", text=text, at=at, actor_id=actor_id, object_kind="person", object_id=person_id)
    return protocol.pk


def _check(person: Person, ground: str) -> None:
    if not ground.strip():
        raise NotErased("Данные не удалены: нет основания.", "Впишите, например: заявление от 12.10.2025.")
    if Pair.objects.filter(members__person=person, status__in=OPEN).exists():
        raise NotErased("Данные не удалены: у человека есть незаконченная пара.", "Сначала завершите её или прервите.")
    if Mention.objects.filter(person=person, taken_down_on=None).exists():
        raise NotErased(
            "Данные не удалены: имя ещё стоит на странице школы.", "Сначала уберите его и отметьте это в «Публикациях»."
        )


def _erase_texts(person_id: int, whole: re.Pattern[str], alone: re.Pattern[str]) -> dict[str, int]:
    """Free words about the person's pairs: what they worked on is the request; topics keep all but the name."""
    pairs = Pair.objects.filter(members__person_id=person_id)
    goals = pairs.exclude(goal="", end_reason="", pause_reason="")
    gone = Pair.objects.filter(pk__in=list(goals.values_list("pk", flat=True))).update(goal="", pause_reason="")
    topics = 0
    for meeting in Meeting.objects.filter(pair__in=pairs).exclude(topic=""):
        said = _without(meeting.topic, "участник", whole, alone)
        if said != meeting.topic:
            topics += Meeting.objects.filter(pk=meeting.pk).update(topic=said)
    for pair in pairs.exclude(end_reason=""):
        Pair.objects.filter(pk=pair.pk).update(end_reason=_without(pair.end_reason, "участник", whole, alone))
    for page in Publication.objects.filter(mentions__person_id=person_id):
        Publication.objects.filter(pk=page.pk).update(title=_without(page.title, "участник", whole, alone))
    return {"тексты о работе пар": gone, "темы встреч с именем": topics}


def _erase_rows(person: Person, *, actor_id: int | None, at: datetime) -> dict[str, int]:
    """Everything that belongs to the person alone: cards, consents, requests, links, papers, scans."""
    asked = ConsentRequest.objects.filter(person=person).exclude(file=None)
    files = list(asked.values_list("file_id", flat=True))
    erased: dict[str, int] = {}
    for relation in Person._meta.related_objects:
        if relation.on_delete is not models.CASCADE:  # parts in pairs stay, by number
            continue
        model: Any = relation.related_model
        rows = model._default_manager.filter(**{relation.field.name: person})
        erased[str(model._meta.verbose_name_plural)] = rows.count()
        rows.delete()
    for file_id in files:
        remove_file(file_id, at=at, actor_id=actor_id)
        Entry.objects.filter(object_kind="file", object_id=file_id).update(text="Удалён файл.")
    return erased | {"файлы сканов": len(files)}


def _erase_traces(person: Person) -> None:
    """Files of people that nobody has finished, the values an act over many remembers, from whom the person differs."""
    forget_differences([person.pk])
    for draft in PeopleImport.objects.exclude(rows=[]).iterator():
        if person.last_name.lower() in json.dumps(draft.rows, ensure_ascii=False).lower():
            draft.delete()
    for act in BulkAct.objects.all():
        if str(person.pk) in act.before or str(person.pk) in act.after:
            act.before.pop(str(person.pk), None)
            act.after.pop(str(person.pk), None)
            act.save(update_fields=["before", "after"])


def _blank(person: Person, at: datetime) -> None:
    for field in Person._meta.concrete_fields:
        if field.name in KEPT:
            continue
        setattr(person, field.name, None if field.null else field.get_default())
    person.last_name = erased_name(person.pk)
    person.archived_on = person.archived_on or at.date()
    person.save()


def _reword_journal(person_id: int, whole: re.Pattern[str], alone: re.Pattern[str]) -> int:
    instead, changed = erased_name(person_id), 0
    about = models.Q(object_kind="person", object_id=person_id)
    pairs = Pair.objects.filter(members__person_id=person_id).values("pk")
    about |= models.Q(object_kind="pair", object_id__in=pairs)
    mine = set(Entry.objects.filter(about).values_list("pk", flat=True))
    for entry in Entry.objects.iterator():
        said = _without(entry.text, instead, whole, *([alone] if entry.pk in mine else []))
        if said != entry.text:
            changed += Entry.objects.filter(pk=entry.pk).update(text=said[: Entry._meta.get_field("text").max_length])
    return changed


def _without(text: str, instead: str, *patterns: re.Pattern[str]) -> str:
    for pattern in patterns:
        text = pattern.sub(instead, text)
    return text
