"""What the rows of an import change in the records of people whom the school knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db import transaction

from schools.people.domain.importing.matching import Decided
from schools.people.domain.importing.values import MENTEE, MENTOR
from schools.people.domain.standing import left_behind
from schools.people.models import MenteeCard, MentorCard, Partner, Person
from schools.people.services.stays import keep_stay
from tenants.domain.errors import Refusal
from tenants.domain.russian import sort_key

BATCH = 500
_PLAIN = ("last_name", "patronymic", "class_name", "birth_year", "birth_month", "position")
_SAVED = (*_PLAIN, "teaching_since", "partner", "sorting", "past", "archived_on")


@dataclass
class Work:
    """One writing: partners by name, what rows became by place, cards to be made, rows that were refused and why."""

    today: date
    partners: dict[str, Partner]
    people: dict[str, int] = field(default_factory=dict)  # by the row's place
    mentors: dict[int, MentorCard] = field(default_factory=dict)
    mentees: dict[int, MenteeCard] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)


def partner_named(name: str, work: Work) -> Partner | None:
    """The partner of this name, a new one where there is none; None for no name."""
    if not name:
        return None
    key = sort_key(name)
    if key not in work.partners:
        work.partners[key] = Partner.objects.create(name=name[:300], since=work.today)
    return work.partners[key]


def enter_pool(person_id: int, role: str, row: Decided, work: Work) -> None:
    """A new card of a pool, made with the others at the end."""
    if role == MENTOR and person_id not in work.mentors:
        work.mentors[person_id] = MentorCard(person_id=person_id, since=work.today, strengths=row.entry.strengths)
    if role == MENTEE and person_id not in work.mentees:
        work.mentees[person_id] = MenteeCard(person_id=person_id, since=work.today, request=row.entry.request)


def change_people(rows: Sequence[Decided], work: Work) -> None:
    """Mend the records of these rows; a refusal of one row stops no other."""
    wanted = {row.person_id for row in rows if row.person_id is not None}
    people = {
        one.pk: one
        for one in Person.objects.select_for_update(of=("self",))
        .select_related("mentor_card", "mentee_card")
        .filter(pk__in=wanted)
    }
    for row in rows:
        person_id = row.person_id or work.people.get(row.written.place)
        if person_id is None and row.twin_place:
            person_id = work.people.get(row.twin_place)
        if person_id is None:
            work.refused[row.written.place] = "сначала исправьте строку, которую она повторяет"
            continue
        work.people[row.written.place] = person_id
        try:
            with transaction.atomic():
                _apply(row, people.get(person_id), person_id, work)
        except Refusal as refusal:
            work.refused[row.written.place] = str(refusal)
    Person.objects.bulk_update(people.values(), list(_SAVED), batch_size=BATCH)


def _apply(row: Decided, person: Person | None, person_id: int, work: Work) -> None:
    for role in (MENTOR, MENTEE):
        if row.changes.get(role) == "enter":
            enter_pool(person_id, role, row, work)
    if person is None:  # a repeated row of somebody who has just been added
        return
    for role, card in ((MENTOR, getattr(person, "mentor_card", None)), (MENTEE, getattr(person, "mentee_card", None))):
        if card is not None:
            _card(row, role, card, work)
    _record(row.changes, person, work)


def _record(changes: Mapping[str, object], person: Person, work: Work) -> None:
    if "class_name" in changes:
        yesterday = work.today - timedelta(days=1)
        person.past = left_behind(person.past, person.kind, person.class_name, until=yesterday)
    for name in _PLAIN:
        if name in changes:
            setattr(person, name, changes[name])
    if "teaching_since" in changes:
        person.teaching_since = date.fromisoformat(str(changes["teaching_since"]))
    if "partner" in changes:
        person.partner = partner_named(str(changes["partner"]), work)
    if changes.get("restored"):
        person.archived_on = None
    person.sorting = sort_key(person.full_name)


def _card(row: Decided, role: str, card: MentorCard | MenteeCard, work: Work) -> None:
    if row.changes.get(role) == "return":
        keep_stay(card.person_id, role, since=work.today, before=(card.since, card.until))
        card.since, card.until = work.today, None
    words = "strengths" if role == MENTOR else "request"
    if words in row.changes:
        setattr(card, words, row.changes[words])
    if row.changes.get(role) == "return" or words in row.changes:
        card.save()
