"""Put people into the mentors' and the mentees' pools."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from schools.people.models import MenteeCard, MentorCard
from tenants.journal.services.record import record


@transaction.atomic
def enrol_mentor(
    person_id: int,
    *,
    since: date,
    strengths: str = "",
    capacity: int = 1,
    trained_on: date | None = None,
    labour_consent_on: date | None = None,
    labour_agreement: str = "",
    actor_id: int | None,
    at: datetime,
) -> None:
    """Put a person into the mentors' pool, bring back one who had left it, or mend the card of one who is there.

    ``labour_consent_on`` and ``labour_agreement`` are the worker's own (ст. 351.8 ТК РФ). Saving the same once more
    changes nothing.
    """
    card = MentorCard.objects.filter(person_id=person_id).first() or MentorCard(person_id=person_id)
    values = {
        "since": since,
        "until": None,
        "strengths": strengths,
        "capacity": capacity,
        "trained_on": trained_on,
        "labour_consent_on": labour_consent_on,
        "labour_agreement": labour_agreement,
    }
    _enrol(card, values, act="mentor_enrolled", register="наставников", actor_id=actor_id, at=at)


@transaction.atomic
def enrol_mentee(person_id: int, *, since: date, request: str = "", actor_id: int | None, at: datetime) -> None:
    """Put a person into the mentees' pool, bring back one who had left it, or mend the card of one who is there."""
    card = MenteeCard.objects.filter(person_id=person_id).first() or MenteeCard(person_id=person_id)
    values = {"since": since, "until": None, "request": request}
    _enrol(card, values, act="mentee_enrolled", register="наставляемых", actor_id=actor_id, at=at)


def _enrol(
    card: MentorCard | MenteeCard,
    values: dict[str, object],
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
    for name, value in values.items():
        setattr(card, name, value)
    card.save()
    verb = "Внесена в базу" if entered else "Исправлена в базе"
    record(
        act=act,
        text=f"{verb} {register} запись № {card.person_id}.",
        at=at,
        actor_id=actor_id,
        object_kind="person",
        object_id=card.person_id,
    )
