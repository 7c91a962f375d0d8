"""Reading the registers of people, as of a date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypedDict

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from schools.people.models import Consent, ConsentPurpose, MenteeCard, MentorCard, Partner, Person

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations


class Consented(TypedDict):
    """What ``participants`` adds to a person."""

    consented: bool


def _in_register(on: date) -> Q:
    return Q(since__lte=on) & (Q(until__isnull=True) | Q(until__gte=on))


def mentors_on(on: date) -> QuerySet[MentorCard]:
    """Records of the mentors' pool that stand on ``on``, with their people, by name."""
    return MentorCard.objects.filter(_in_register(on)).select_related("person__partner").order_by("person__sorting")


def mentees_on(on: date) -> QuerySet[MenteeCard]:
    """Records of the mentees' pool that stand on ``on``, with their people, by name."""
    return MenteeCard.objects.filter(_in_register(on)).select_related("person").order_by("person__sorting")


def partners_on(on: date) -> QuerySet[Partner]:
    """Partners that work with the school on ``on``."""
    return Partner.objects.filter(since__lte=on).filter(Q(until__isnull=True) | Q(until__gte=on))


def standing_consent(on: date, purpose: str = ConsentPurpose.PROCESSING) -> Exists:
    """«Has a consent that stands on ``on``», for a queryset of people: given, not run out, not withdrawn."""
    return Exists(
        Consent.objects.filter(person=OuterRef("pk"), purpose=purpose, given_on__lte=on)
        .filter(Q(valid_until__isnull=True) | Q(valid_until__gte=on))
        .filter(Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=on))
    )


def people_without_consent(person_ids: set[int], *, on: date) -> list[Person]:
    """Those of ``person_ids`` whose data may not be processed on ``on``, by name."""
    return list(Person.objects.filter(pk__in=person_ids).filter(~standing_consent(on)))


def participants(on: date) -> QuerySet[WithAnnotations[Person, Consented]]:
    """Everybody in either register on ``on``, with the consent's state as ``consented``."""
    enrolled = Q(pk__in=mentors_on(on).values("person")) | Q(pk__in=mentees_on(on).values("person"))
    return Person.objects.filter(enrolled, archived_on=None).annotate(consented=standing_consent(on))


@dataclass(frozen=True, slots=True)
class RegisterCounts:
    """How many stand in the registers, and how many of them lack a consent."""

    mentors: int
    mentees: int
    people: int
    without_consent: int


def register_counts(on: date) -> RegisterCounts:
    """Counts for the first page and the tabs of «Люди», in four queries."""
    return RegisterCounts(
        mentors=mentors_on(on).count(),
        mentees=mentees_on(on).count(),
        people=participants(on).count(),
        without_consent=participants(on).filter(consented=False).count(),
    )


def person_card(person_id: int) -> Person | None:
    """One person with cards and consents, or None when there is no such person in this school."""
    return (
        Person.objects.filter(pk=person_id)
        .select_related("mentor_card", "mentee_card", "partner")
        .prefetch_related(Prefetch("consents", Consent.objects.order_by("-given_on")))
        .first()
    )
