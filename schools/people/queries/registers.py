"""Reading the registers of people, as of a date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, TypedDict

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from schools.people.domain.ages import young_since
from schools.people.domain.content import counted_measures
from schools.people.domain.filters import Choice, Filter
from schools.people.models import (
    Consent,
    ConsentPurpose,
    MenteeCard,
    MentorCard,
    Partner,
    Person,
    PersonKind,
    RolePeriod,
    Support,
)
from tenants.current import current_school_id
from tenants.domain.russian import sort_key
from tenants.models.school import School, SchoolKind

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations


class Consented(TypedDict):
    """What ``participants`` adds to a person."""

    consented: bool


class Register(StrEnum):
    """Which people a list shows: a pool, or everybody in either."""

    MENTORS = "mentors"
    MENTEES = "mentees"
    BOTH = "both"


def _in_register(on: date, since: date | None = None) -> Q:
    """Stands on ``on``, or at least a day from ``since`` to ``on``."""
    return Q(since__lte=on) & (Q(until__isnull=True) | Q(until__gte=since or on))


def _stood(role: str, on: date, since: date | None = None) -> Q:
    """The same of a card: by the present stay, or by one before it that is written down among the roles."""
    stays = RolePeriod.objects.filter(person=OuterRef("person"), role=role, since__lte=on, until__gte=since or on)
    return _in_register(on, since) | Q(Exists(stays))


def mentors_on(on: date) -> QuerySet[MentorCard]:
    """Records of the mentors' pool that stand on ``on``, with their people, by name."""
    stood = _stood(RolePeriod.MENTOR, on)
    return MentorCard.objects.filter(stood).select_related("person__partner").order_by("person__sorting")


def mentees_on(on: date) -> QuerySet[MenteeCard]:
    """Records of the mentees' pool that stand on ``on``, with their people, by name."""
    return MenteeCard.objects.filter(_stood(RolePeriod.MENTEE, on)).select_related("person").order_by("person__sorting")


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


def participants(
    on: date, register: Register = Register.BOTH, *, since: date | None = None
) -> QuerySet[WithAnnotations[Person, Consented]]:
    """Everybody in a register on ``on``, by name, with the consent's state as ``consented``.

    With ``since`` also those who stood in it between the two days: by the end of a year registers are taken apart.
    """
    pools = {
        Register.MENTORS: MentorCard.objects.filter(_stood(RolePeriod.MENTOR, on, since)).values("person"),
        Register.MENTEES: MenteeCard.objects.filter(_stood(RolePeriod.MENTEE, on, since)).values("person"),
    }
    asked = list(pools.values()) if register is Register.BOTH else [pools[register]]
    enrolled = reduce(or_, (Q(pk__in=pool) for pool in asked))
    still_here = Q(archived_on__isnull=True) | Q(archived_on__gt=since or on)
    return Person.objects.filter(enrolled & still_here).annotate(consented=standing_consent(on))


def young_specialists(on: date) -> Q:
    """«Is a teacher in the first three years on ``on``», for a queryset of people."""
    return Q(kind=PersonKind.TEACHER, teaching_since__gt=young_since(on), teaching_since__lte=on)


def supported(on: date, *measures: str) -> Exists:
    """«Has one of these measures of support on ``on``», or any of all, for a queryset of people."""
    standing = Support.objects.filter(_in_register(on), person=OuterRef("pk"))
    return Exists(standing.filter(measure__in=measures) if measures else standing)


def people_counted_as_supported(on: date) -> QuerySet[Person]:
    """People whom line D13 of the form counts on ``on``."""
    return Person.objects.filter(supported(on, *counted_measures()))


def in_pair(on: date, *roles: str) -> Q:
    """«Stands in a pair that works on ``on``» in one of these roles, or any, for a queryset of people.

    Pairs are a room above this one: they are read through the relation they add to a person, by name.
    """
    works = Q(parts__pair__started_on__lte=on) & (
        Q(parts__pair__ended_on__isnull=True) | Q(parts__pair__ended_on__gt=on)
    )
    if roles:
        works &= Q(parts__role__in=roles)
    return Q(pk__in=Person.objects.filter(works).values("pk"))


def people_list(
    on: date,
    register: Register,
    *,
    choice: Choice = Choice.ALL,
    search: str = "",
    since: date | None = None,
    chosen: Filter | None = None,
) -> QuerySet[WithAnnotations[Person, Consented]]:
    """A page's list: a register, filtered and searched, with cards, partner and consents.

    The search looks for every word of ``search`` in the name, whatever the case and ё; ``chosen`` says the rest, and
    ``choice`` and ``search`` with it. Rows cost two queries: the people and their consents.
    """
    wanted = chosen or Filter(choice=choice, search=search)
    found = participants(on, register, since=since).select_related("mentor_card", "mentee_card", "partner")
    found = found.filter(_left_by(wanted, register, on))
    for word in sort_key(wanted.search).split():
        found = found.filter(sorting__contains=word)
    return found.prefetch_related(Prefetch("consents", Consent.objects.order_by("given_on", "id")))


def _left_by(wanted: Filter, register: Register, on: date) -> Q:
    """What the chips and lists of a filter leave."""
    choices = {
        Choice.ALL: Q(),
        Choice.WITHOUT_CONSENT: Q(consented=False),
        Choice.YOUNG: young_specialists(on),
        Choice.WITHOUT_PAIR: ~in_pair(on, *_roles(register)),
    }
    left = choices[wanted.choice]
    if wanted.class_name:
        left &= Q(class_name=wanted.class_name)
    if wanted.kind:
        left &= Q(kind=wanted.kind)
    if wanted.measure:
        left &= Q(supported(on, *([wanted.measure] if wanted.measure != "lyubaya" else [])))
    if wanted.topic:
        left &= reduce(or_, (Q(**{f"{role}_card__topics__contains": [wanted.topic]}) for role in _roles(register)))
    return left


def _roles(register: Register) -> list[str]:
    own = {Register.MENTORS: [RolePeriod.MENTOR], Register.MENTEES: [RolePeriod.MENTEE]}
    return own.get(register, [RolePeriod.MENTOR, RolePeriod.MENTEE])


@dataclass(frozen=True, slots=True)
class ChoiceCounts:
    """How many of a register each filter leaves."""

    everybody: int
    without_consent: int
    young: int
    without_pair: int = 0


def choice_counts(on: date, register: Register, *, since: date | None = None) -> ChoiceCounts:
    """Numbers beside the filters, in one query."""
    counted = participants(on, register, since=since).aggregate(
        everybody=Count("pk"),
        without_consent=Count("pk", filter=Q(consented=False)),
        young=Count("pk", filter=young_specialists(on)),
        without_pair=Count("pk", filter=~in_pair(on, *_roles(register))),
    )
    return ChoiceCounts(**counted)


@dataclass(frozen=True, slots=True)
class RegisterCounts:
    """How many stand in the registers, how many of them lack a consent, and how many partners there are."""

    mentors: int
    mentees: int
    people: int
    without_consent: int
    partners: int


def register_counts(on: date, *, since: date | None = None) -> RegisterCounts:
    """Counts for the first page and the tabs of «Люди», in two queries."""
    mentors = Q(pk__in=MentorCard.objects.filter(_stood(RolePeriod.MENTOR, on, since)).values("person"))
    mentees = Q(pk__in=MenteeCard.objects.filter(_stood(RolePeriod.MENTEE, on, since)).values("person"))
    counted = participants(on, since=since).aggregate(
        mentors=Count("pk", filter=mentors),
        mentees=Count("pk", filter=mentees),
        people=Count("pk"),
        without_consent=Count("pk", filter=Q(consented=False)),
    )
    return RegisterCounts(**counted, partners=partners_on(on).count())


def person_card(person_id: int) -> Person | None:
    """One person with cards and consents, or None when there is no such person in this school."""
    return (
        Person.objects.filter(pk=person_id)
        .select_related("mentor_card", "mentee_card", "partner")
        .prefetch_related(Prefetch("consents", Consent.objects.order_by("-given_on", "-id")))
        .first()
    )


def consent_of(person_id: int, consent_id: int) -> Consent | None:
    """A consent of this very person, or None."""
    return Consent.objects.filter(pk=consent_id, person_id=person_id).select_related("person").first()


def has_classes() -> bool:
    """Is the open organisation a school? A kindergarten has groups, a circle too, named as they like. One query."""
    return School.objects.filter(pk=current_school_id() or 0, kind=SchoolKind.SCHOOL).exists()
