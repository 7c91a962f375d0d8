"""Register a consent, or its withdrawal."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from schools.people.models import Consent, Person, PersonKind
from tenants.domain.errors import Refusal
from tenants.journal.services.record import record

ADULT_AT = 18


class ConsentNotRecorded(Refusal):
    """The consent cannot stand as it was given."""


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
    is a date after ``today``.
    """
    person = Person.objects.get(pk=person_id)
    if given_on > today:
        raise ConsentNotRecorded(
            f"{person.short_name}: согласие не записано, его дата ещё не наступила.", "Проверьте дату."
        )
    if person.kind == PersonKind.PUPIL and not by_representative and _is_minor(person, given_on):
        raise ConsentNotRecorded(
            f"{person.short_name}: согласие не записано, ребёнку нет 18 лет.",
            "Нужна подпись родителя или другого законного представителя: отметьте это.",
        )
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
            text=f"Получено согласие: {consent.get_purpose_display()}.",
            at=at,
            actor_id=actor_id,
            object_kind="person",
            object_id=person_id,
        )
    return consent.pk


def _is_minor(person: Person, on: date) -> bool:
    if person.birth_year is None or person.birth_month is None:
        return True
    # The day of birth is not kept, so the month counts whole: by its end the person is of age.
    return (on.year - person.birth_year) - (on.month <= person.birth_month) < ADULT_AT


@transaction.atomic
def withdraw_consent(consent_id: int, *, on: date, actor_id: int | None, at: datetime) -> None:
    """Mark a consent as withdrawn; pressing twice changes nothing."""
    consent = Consent.objects.select_for_update().get(pk=consent_id)
    if consent.withdrawn_on is not None:
        return
    consent.withdrawn_on = on
    consent.save(update_fields=["withdrawn_on"])
    record(
        act="consent_withdrawn",
        text=f"Отозвано согласие: {consent.get_purpose_display()}.",
        at=at,
        actor_id=actor_id,
        object_kind="person",
        object_id=consent.person_id,
    )
