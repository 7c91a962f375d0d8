"""Enter a person into the school's registers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from schools.people.models import MenteeCard, MentorCard, Person, PersonKind
from tenants.domain.errors import Refusal
from tenants.domain.russian import sort_key
from tenants.journal.services.record import record

OLDEST_BIRTH_YEAR = 1925


class PersonNotAdded(Refusal):
    """The record lacks something, or the person is in the register already."""


@dataclass(frozen=True, slots=True)
class NewPerson:
    """What is entered. Of a child only the month and year of birth; ``class_name`` as the school writes it."""

    last_name: str
    first_name: str
    patronymic: str
    kind: str
    class_name: str = ""
    birth_year: int | None = None
    birth_month: int | None = None
    teaching_since: date | None = None
    position: str = ""
    partner_id: int | None = None
    special_conditions: bool = False


@transaction.atomic
def add_person(wanted: NewPerson, *, actor_id: int | None, at: datetime) -> int:
    """Add one person; gives the id.

    Refuses a pupil without a class or a birth month, a teacher without the start of experience (the age bands and
    «молодой специалист» are counted from them), and a namesake of the same kind and class.
    """
    _check(wanted)
    sorting = sort_key(f"{wanted.last_name} {wanted.first_name} {wanted.patronymic}".strip())
    twins = Person.objects.filter(sorting=sorting, kind=wanted.kind, class_name=wanted.class_name, archived_on=None)
    if twins.exists():
        raise PersonNotAdded(
            f"{wanted.last_name} {wanted.first_name}: такой человек уже есть в списке.",
            "Откройте его карточку или уточните отчество либо класс.",
        )
    person = Person(**{name: getattr(wanted, name) for name in wanted.__dataclass_fields__})
    person.save()
    record(
        act="person_added",
        text=f"Добавлена запись в разделе «Люди» № {person.pk}.",
        at=at,
        actor_id=actor_id,
        object_kind="person",
        object_id=person.pk,
    )
    return person.pk


def _check(wanted: NewPerson) -> None:
    name = f"{wanted.last_name} {wanted.first_name}".strip()
    if not wanted.last_name or not wanted.first_name:
        raise PersonNotAdded("Человек не добавлен: нет фамилии или имени.", "Впишите фамилию и имя.")
    if wanted.kind == PersonKind.PUPIL and not wanted.class_name:
        raise PersonNotAdded(f"{name}: нет класса.", "Впишите класс или группу, например 7 «Б».")
    if wanted.kind == PersonKind.PUPIL and (wanted.birth_year is None or wanted.birth_month is None):
        raise PersonNotAdded(f"{name}: нет месяца и года рождения.", "Впишите их: по ним считается возраст.")
    if wanted.birth_year is not None and wanted.birth_year < OLDEST_BIRTH_YEAR:
        raise PersonNotAdded(f"{name}: год рождения {wanted.birth_year} слишком ранний.", "Проверьте год рождения.")
    if wanted.kind == PersonKind.TEACHER and wanted.teaching_since is None:
        raise PersonNotAdded(
            f"{name}: нет даты начала педагогического стажа.", "Впишите её: по ней видно молодых специалистов."
        )


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
) -> None:
    """Put a person into the mentors' pool, or bring back one who had left it."""
    MentorCard.objects.update_or_create(
        person_id=person_id,
        defaults={
            "since": since,
            "until": None,
            "strengths": strengths,
            "capacity": capacity,
            "trained_on": trained_on,
            "labour_consent_on": labour_consent_on,
            "labour_agreement": labour_agreement,
        },
    )


@transaction.atomic
def enrol_mentee(person_id: int, *, since: date, request: str = "") -> None:
    """Put a person into the mentees' pool, or bring back one who had left it."""
    MenteeCard.objects.update_or_create(
        person_id=person_id, defaults={"since": since, "until": None, "request": request}
    )
