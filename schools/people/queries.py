"""Reading the registers of people, as of a date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TypedDict

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from schools.people.domain.ages import young_since
from schools.people.models import Consent, ConsentPurpose, MenteeCard, MentorCard, Partner, Person, PersonKind
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


class Choice(StrEnum):
    """Filters of a list; the values stand in addresses."""

    ALL = "vse"
    WITHOUT_CONSENT = "bez-soglasiya"
    YOUNG = "molodye"


def _in_register(on: date, since: date | None = None) -> Q:
    """Stands on ``on``, or at least a day from ``since`` to ``on``."""
    return Q(since__lte=on) & (Q(until__isnull=True) | Q(until__gte=since or on))


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


def participants(
    on: date, register: Register = Register.BOTH, *, since: date | None = None
) -> QuerySet[WithAnnotations[Person, Consented]]:
    """Everybody in a register on ``on``, by name, with the consent's state as ``consented``.

    With ``since`` also those who stood in it between the two days: by the end of a year registers are taken apart.
    """
    pools = {
        Register.MENTORS: Q(pk__in=MentorCard.objects.filter(_in_register(on, since)).values("person")),
        Register.MENTEES: Q(pk__in=MenteeCard.objects.filter(_in_register(on, since)).values("person")),
    }
    enrolled = pools[Register.MENTORS] | pools[Register.MENTEES] if register is Register.BOTH else pools[register]
    still_here = Q(archived_on__isnull=True) | Q(archived_on__gt=since or on)
    return Person.objects.filter(enrolled & still_here).annotate(consented=standing_consent(on))


def young_specialists(on: date) -> Q:
    """«Is a teacher in the first three years on ``on``», for a queryset of people."""
    return Q(kind=PersonKind.TEACHER, teaching_since__gt=young_since(on), teaching_since__lte=on)


def people_list(
    on: date, register: Register, *, choice: Choice = Choice.ALL, search: str = "", since: date | None = None
) -> QuerySet[WithAnnotations[Person, Consented]]:
    """A page's list: a register, filtered and searched, with cards, partner and consents.

    The search looks for every word of ``search`` in the name, whatever the case and ё. Rows cost two queries: the
    people and their consents.
    """
    found = participants(on, register, since=since).select_related("mentor_card", "mentee_card", "partner")
    if choice is Choice.WITHOUT_CONSENT:
        found = found.filter(consented=False)
    if choice is Choice.YOUNG:
        found = found.filter(young_specialists(on))
    for word in sort_key(search).split():
        found = found.filter(sorting__contains=word)
    return found.prefetch_related(Prefetch("consents", Consent.objects.order_by("given_on", "id")))


@dataclass(frozen=True, slots=True)
class ChoiceCounts:
    """How many of a register each filter leaves."""

    everybody: int
    without_consent: int
    young: int


def choice_counts(on: date, register: Register, *, since: date | None = None) -> ChoiceCounts:
    """Numbers beside the filters, in one query."""
    counted = participants(on, register, since=since).aggregate(
        everybody=Count("pk"),
        without_consent=Count("pk", filter=Q(consented=False)),
        young=Count("pk", filter=young_specialists(on)),
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
    """Counts for the first page and the tabs of «Люди», in four queries."""
    both = choice_counts(on, Register.BOTH, since=since)
    return RegisterCounts(
        mentors=participants(on, Register.MENTORS, since=since).count(),
        mentees=participants(on, Register.MENTEES, since=since).count(),
        people=both.everybody,
        without_consent=both.without_consent,
        partners=partners_on(on).count(),
    )


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


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """A partner with how many of its people stand in the registers."""

    id: int
    name: str
    since: date
    until: date | None
    people: int


def partner_lines(on: date) -> list[PartnerLine]:
    """Every partner known by ``on``, those who work now first, in one query."""
    still_here = Q(people__archived_on__isnull=True) | Q(people__archived_on__gt=on)
    known = Partner.objects.filter(since__lte=on).annotate(number=Count("people", filter=still_here))
    lines = [PartnerLine(row.pk, row.name, row.since, row.until, row.number) for row in known]
    return sorted(lines, key=lambda line: (line.until is not None and line.until < on, sort_key(line.name)))


def has_classes() -> bool:
    """Is the open organisation a school? A kindergarten has groups, a circle too, named as they like. One query."""
    return School.objects.filter(pk=current_school_id() or 0, kind=SchoolKind.SCHOOL).exists()
