"""Put people into the mentors' and the mentees' pools."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from schools.people.models import MenteeCard, MentorCard, RolePeriod
from schools.people.queries import Register
from schools.people.services.add_person import NewPerson, add_person
from schools.people.services.stays import keep_stay
from tenants.journal.services.record import record


@transaction.atomic
def enrol_mentor(
    person_id: int,
    *,
    since: date,
    topics: Sequence[str] = (),
    strengths: str = "",
    capacity: int = 1,
    trained_on: date | None = None,
    labour_consent_on: date | None = None,
    labour_agreement: str = "",
    actor_id: int | None,
    at: datetime,
) -> None:
    """Put a person into the mentors' pool, bring back one who had left it, or mend the card of one who is there.

    ``labour_consent_on`` and ``labour_agreement`` are the worker's own (ст. 351.8 ТК РФ), ``topics`` codes of the
    vocabulary of help. Saving the same once more changes nothing. A return keeps the stay before it; RoleNotRecorded
    where the new stay would meet an earlier one.
    """
    card = MentorCard.objects.filter(person_id=person_id).first() or MentorCard(person_id=person_id)
    values: dict[str, Any] = {
        "since": since,
        "until": None,
        "topics": list(topics),
        "strengths": strengths,
        "capacity": capacity,
        "trained_on": trained_on,
        "labour_consent_on": labour_consent_on,
        "labour_agreement": labour_agreement,
    }
    _enrol(card, values, act="mentor_enrolled", register="наставников", actor_id=actor_id, at=at)


@transaction.atomic
def enrol_mentee(
    person_id: int,
    *,
    since: date,
    topics: Sequence[str] = (),
    request: str = "",
    actor_id: int | None,
    at: datetime,
) -> None:
    """Put a person into the mentees' pool, bring back one who had left it, or mend the card; as ``enrol_mentor``."""
    card = MenteeCard.objects.filter(person_id=person_id).first() or MenteeCard(person_id=person_id)
    values: dict[str, Any] = {"since": since, "until": None, "topics": list(topics), "request": request}
    _enrol(card, values, act="mentee_enrolled", register="наставляемых", actor_id=actor_id, at=at)


def _enrol(
    card: MentorCard | MenteeCard,
    values: dict[str, Any],
    *,
    act: str,
    register: str,
    actor_id: int | None,
    at: datetime,
) -> None:
    is_new = card._state.adding
    if not is_new and all(getattr(card, name) == value for name, value in values.items()):
        return
    entered = is_new or card.until is not None
    role = RolePeriod.MENTOR if isinstance(card, MentorCard) else RolePeriod.MENTEE
    keep_stay(card.person_id, role, since=values["since"], before=None if is_new else (card.since, card.until))
    for name, value in values.items():
        setattr(card, name, value)
    card.save()
    verb = "внесена запись в базу" if entered else "исправлена запись в базе"
    record(
        act=act,
        text=f"{card.person.short_name}: {verb} {register}.",
        at=at,
        actor_id=actor_id,
        object_kind="person",
        object_id=card.person_id,
    )


@transaction.atomic
def enter_person(
    wanted: NewPerson, register: Register, card: Mapping[str, Any], *, actor_id: int | None, at: datetime
) -> int:
    """Add a person together with the record of a pool; gives the id. ``card`` are arguments of the pool's enrolment.

    Refuses what ``add_person`` refuses; then nothing is kept.
    """
    person_id = add_person(wanted, actor_id=actor_id, at=at)
    enrol = enrol_mentor if register is Register.MENTORS else enrol_mentee
    enrol(person_id, **card, actor_id=actor_id, at=at)
    return person_id
