"""One act over many people: shown before, done in one transaction, written down so that it can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from schools.people.domain.classes import class_above
from schools.people.domain.content import topic_titles
from schools.people.domain.many import Act, Somebody, stamp, why_not
from schools.people.domain.refusals import NotDoneToAll
from schools.people.domain.standing import left_behind
from schools.people.models import BulkAct, MenteeCard, MentorCard, Person, PersonKind, RolePeriod
from schools.people.queries import Register
from schools.people.queries.bulk import people_in_open_pairs, people_with_records
from tenants.domain.russian import counted
from tenants.journal.services.record import record

SAID = {
    Act.CLASS_UP: "Переведены в следующий класс",
    Act.GRADUATE: "Стали выпускниками",
    Act.ARCHIVE: "Убраны из действующих",
    Act.TOPIC: "Добавлена тема",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to do: the act, to whom, from which day; of a topic, its code and on the cards of which pool."""

    act: Act
    person_ids: Sequence[int]
    on: date
    topic: str = ""
    register: Register = Register.MENTEES


@dataclass(frozen=True, slots=True)
class Passed:
    """Somebody the act passes over, and why."""

    person: Person
    why: str


@dataclass(frozen=True, slots=True)
class Prospect:
    """Whom an act touches and whom it passes over, by name; ``stamp`` is what the press has to bring back."""

    people: list[Person]
    passed: list[Passed]
    stamp: str


def prospect(wanted: Wanted) -> Prospect:
    """What would happen, without doing it. Three queries."""
    return _sorted_out(wanted, list(people_with_records(wanted.person_ids)))


def _sorted_out(wanted: Wanted, people: list[Person]) -> Prospect:
    paired = people_in_open_pairs(wanted.person_ids)
    reasons = {one.pk: why_not(wanted.act, _somebody(one, wanted, one.pk in paired)) for one in people}
    touched = [one for one in people if not reasons[one.pk]]
    passed = [Passed(one, reasons[one.pk]) for one in people if reasons[one.pk]]
    return Prospect(touched, passed, stamp(f"{wanted.act}{wanted.topic}", [one.pk for one in touched]))


def _somebody(person: Person, wanted: Wanted, in_pair: bool) -> Somebody:  # noqa: FBT001  # a fact, not a switch
    card = _card(person, wanted.register)
    return Somebody(
        person.short_name,
        person.class_name,
        is_pupil=person.kind == PersonKind.PUPIL,
        in_pair=in_pair,
        is_archived=person.archived_on is not None,
        has_topic=card is None or wanted.topic in card.topics,
    )


@transaction.atomic
def do_to_all(wanted: Wanted, *, seen: str, actor_id: int | None, at: datetime) -> int:
    """Do it to everybody the page showed; gives the id of the act.

    ``seen`` is the stamp of the page: NotDoneToAll, and nothing done, where others would be touched now, or nobody.
    """
    list(Person.objects.select_for_update().filter(pk__in=list(wanted.person_ids)).order_by("pk").values_list("pk"))
    found = _sorted_out(wanted, list(people_with_records(wanted.person_ids)))
    if not found.people:
        raise NotDoneToAll("Ничего не изменено: среди выбранных некого менять.", "Выберите других людей.")
    if found.stamp != seen:
        raise NotDoneToAll(
            "Ничего не изменено: пока вы смотрели, список стал другим.", "Проверьте его ещё раз и подтвердите."
        )
    before = {str(one.pk): _snapshot(one) for one in found.people}
    for one in found.people:
        _CHANGES[wanted.act](one, wanted)
    _keep(found.people)
    after = {str(one.pk): _snapshot(one) for one in found.people}
    said = f"{SAID[wanted.act]}{_topic_words(wanted)}: {counted(len(before), 'человек', 'человека', 'человек')}."
    made = BulkAct.objects.create(act=wanted.act, said=said, at=at, actor_id=actor_id, before=before, after=after)
    record(act="many_changed", text=said, at=at, actor_id=actor_id, object_kind="bulk_act", object_id=made.pk)
    return made.pk


@transaction.atomic
def undo(act_id: int, *, actor_id: int | None, at: datetime) -> tuple[int, int]:
    """Put back what an act changed; gives how many were put back and how many were left, changed by somebody since."""
    act = BulkAct.objects.select_for_update().get(pk=act_id)
    if act.undone_at is not None:
        return 0, 0
    people = list(people_with_records(map(int, act.before)))
    same = [one for one in people if _snapshot(one) == act.after[str(one.pk)]]
    for one in same:
        _put_back(one, act.before[str(one.pk)])
    _keep(same)
    act.undone_at = at
    act.save(update_fields=["undone_at"])
    text = f"Отменено: {act.said[:1].lower()}{act.said[1:]}"
    record(act="many_undone", text=text[:300], at=at, actor_id=actor_id, object_kind="bulk_act", object_id=act_id)
    return len(same), len(act.before) - len(same)


def _up(person: Person, wanted: Wanted) -> None:
    person.past = left_behind(person.past, person.kind, person.class_name, until=wanted.on - timedelta(days=1))
    person.class_name = class_above(person.class_name) or person.class_name


def _graduate(person: Person, wanted: Wanted) -> None:
    person.past = left_behind(person.past, person.kind, person.class_name, until=wanted.on - timedelta(days=1))
    person.kind, person.class_name = PersonKind.GRADUATE, ""
    _close(person, wanted.on - timedelta(days=1))


def _archive(person: Person, wanted: Wanted) -> None:
    person.archived_on = wanted.on
    _close(person, wanted.on - timedelta(days=1))


def _topic(person: Person, wanted: Wanted) -> None:
    card = _card(person, wanted.register)
    if card is not None:
        card.topics = [*card.topics, wanted.topic]


_CHANGES: dict[Act, Callable[[Person, Wanted], None]] = {
    Act.CLASS_UP: _up,
    Act.GRADUATE: _graduate,
    Act.ARCHIVE: _archive,
    Act.TOPIC: _topic,
}


def _close(person: Person, until: date) -> None:
    for card in _cards(person):
        card.until = card.until or until
    for row in person.open_roles:  # type: ignore[attr-defined]  # people_with_records put it there
        row.until = max(until, row.since)


def _card(person: Person, register: Register) -> MentorCard | MenteeCard | None:
    return getattr(person, "mentor_card" if register is Register.MENTORS else "mentee_card", None)


def _cards(person: Person) -> list[MentorCard | MenteeCard]:
    both = (_card(person, Register.MENTORS), _card(person, Register.MENTEES))
    return [card for card in both if card is not None]


def _keep(people: list[Person]) -> None:
    """Five queries, however many people there are."""
    Person.objects.bulk_update(people, ["kind", "class_name", "past", "archived_on"], batch_size=500)
    cards = [card for one in people for card in _cards(one)]
    mentors = [card for card in cards if isinstance(card, MentorCard)]
    mentees = [card for card in cards if isinstance(card, MenteeCard)]
    MentorCard.objects.bulk_update(mentors, ["until", "topics"], batch_size=500)
    MenteeCard.objects.bulk_update(mentees, ["until", "topics"], batch_size=500)
    roles = [row for one in people for row in one.open_roles]  # type: ignore[attr-defined]
    RolePeriod.objects.bulk_update(roles, ["until"], batch_size=500)


def _snapshot(person: Person) -> dict[str, Any]:
    """What acts change, as plain data. Roles that an act closed are looked up again by their numbers."""
    return {
        "kind": str(person.kind),
        "class_name": person.class_name,
        "past": person.past,
        "archived_on": _day(person.archived_on),
        "cards": [[_day(card.until), list(card.topics)] for card in _cards(person)],
        "roles": [row.pk for row in person.open_roles if row.until is None],  # type: ignore[attr-defined]
    }


def _put_back(person: Person, was: dict[str, Any]) -> None:
    person.kind, person.class_name, person.past = was["kind"], was["class_name"], was["past"]
    person.archived_on = date.fromisoformat(was["archived_on"]) if was["archived_on"] else None
    for card, (until, topics) in zip(_cards(person), was["cards"], strict=True):
        card.until, card.topics = date.fromisoformat(until) if until else None, topics
    closed = list(RolePeriod.objects.filter(pk__in=was["roles"]))
    for row in closed:
        row.until = None
    person.open_roles = closed  # type: ignore[attr-defined]


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _topic_words(wanted: Wanted) -> str:
    return f" «{topic_titles().get(wanted.topic, wanted.topic)}»" if wanted.act is Act.TOPIC else ""
