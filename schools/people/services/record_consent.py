"""Register consents, and their withdrawal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from schools.people.domain.ages import is_minor
from schools.people.domain.refusals import ConsentNotRecorded
from schools.people.models import Consent, Person, PersonKind
from tenants.domain.russian import join_and
from tenants.journal.services.record import record


@transaction.atomic
def record_consent(
    person_id: int,
    *,
    purpose: str,
    given_on: date,
    valid_until: date | None = None,
    by_representative: bool = False,
    kept_as: str = "",
    today: date,
    actor_id: int | None,
    at: datetime,
) -> int:
    """Register one consent; gives its id; the same paper entered twice stays one.

    For a pupil under 18 the legal representative consents (152-ФЗ, ст. 9, ч. 6): without that it is refused, and so
    is a date after ``today`` and a term that ends before it begins.
    """
    person = Person.objects.get(pk=person_id)
    _check(person, given_on, valid_until, by_representative=by_representative, today=today)
    consent, made = Consent.objects.get_or_create(
        person=person,
        purpose=purpose,
        given_on=given_on,
        withdrawn_on=None,
        defaults={"valid_until": valid_until, "given_by_representative": by_representative, "kept_as": kept_as},
    )
    if made:
        record(
            act="consent_given",
            text=f"{person.short_name}: получено согласие, {consent.get_purpose_display()}.",
            at=at,
            actor_id=actor_id,
            object_kind="person",
            object_id=person_id,
        )
    return consent.pk


@transaction.atomic
def record_consents(
    person_ids: Sequence[int],
    *,
    purpose: str,
    given_on: date,
    representatives_signed: bool,
    kept_as: str,
    today: date,
    actor_id: int | None,
    at: datetime,
) -> int:
    """Register one kind of consent for many people at once; gives for how many.

    ``representatives_signed`` speaks of the children among them; without it the whole list is refused with their
    names. People who are not of this school are passed over.
    """
    people = list(Person.objects.filter(pk__in=person_ids))
    children = [person for person in people if needs_representative(person, given_on)]
    if children and not representatives_signed:
        names = join_and([person.short_name for person in children])
        raise ConsentNotRecorded(
            f"Согласия не записаны, среди отмеченных есть дети до 18 лет: {names}",  # initials end with a full stop
            "За детей подписывают родители или другие законные представители: отметьте это.",
        )
    for person in people:
        record_consent(
            person.pk,
            purpose=purpose,
            given_on=given_on,
            by_representative=person in children,
            kept_as=kept_as,
            today=today,
            actor_id=actor_id,
            at=at,
        )
    return len(people)


def needs_representative(person: Person, on: date) -> bool:
    """Does a parent sign for this person?"""
    return person.kind == PersonKind.PUPIL and is_minor(person.birth_year, person.birth_month, on)


def _check(person: Person, given_on: date, valid_until: date | None, *, by_representative: bool, today: date) -> None:
    if given_on > today:
        raise ConsentNotRecorded(
            f"{person.short_name}: согласие не записано, его дата ещё не наступила.", "Проверьте дату."
        )
    if valid_until is not None and valid_until < given_on:
        raise ConsentNotRecorded(
            f"{person.short_name}: согласие не записано, оно кончается раньше, чем получено.", "Проверьте обе даты."
        )
    if needs_representative(person, given_on) and not by_representative:
        raise ConsentNotRecorded(
            f"{person.short_name}: согласие не записано, ребёнку нет 18 лет.",
            "Нужна подпись родителя или другого законного представителя: отметьте это.",
        )


@transaction.atomic
def withdraw_consent(consent_id: int, *, on: date, actor_id: int | None, at: datetime) -> None:
    """Mark a consent as withdrawn; pressing twice changes nothing."""
    consent = Consent.objects.select_for_update(of=("self",)).select_related("person").get(pk=consent_id)
    if consent.withdrawn_on is not None:
        return
    consent.withdrawn_on = on
    consent.save(update_fields=["withdrawn_on"])
    record(
        act="consent_withdrawn",
        text=f"{consent.person.short_name}: отозвано согласие, {consent.get_purpose_display()}.",
        at=at,
        actor_id=actor_id,
        object_kind="person",
        object_id=consent.person_id,
    )
