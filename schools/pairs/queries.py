"""Reading pairs and groups, as of a date.

Meetings are a room above this one: how often a pair has met is read through the relation they add to a pair, by name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypedDict

from django.db.models import Case, Count, Exists, Max, OuterRef, Prefetch, Q, QuerySet, Value, When

from schools.pairs.domain.journey import STEPS
from schools.pairs.models import Pair, PairMember, PairStatus, Programme
from schools.people.models import MenteeCard, MentorCard
from schools.people.queries import mentees_on, mentors_on

OPEN = (PairStatus.PROPOSED, PairStatus.WORKING, PairStatus.PAUSED)

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations


class Met(TypedDict):
    """What ``with_meetings`` adds: the last meeting, how many there were, the furthest step (0: none)."""

    last_held: date | None
    held: int
    reached: int | None


def _with_people(pairs: QuerySet[Pair]) -> QuerySet[Pair]:
    members = PairMember.objects.select_related("person")
    return pairs.prefetch_related(Prefetch("members", members)).select_related("programme")


def with_meetings(pairs: QuerySet[Pair], on: date) -> QuerySet[WithAnnotations[Pair, Met]]:
    """``pairs`` with their meetings counted up to ``on``, in the same query."""
    held = Q(meetings__held_on__lte=on)
    steps = [When(meetings__kind=code, then=Value(number)) for number, code in enumerate(STEPS, 1)]
    return pairs.annotate(
        last_held=Max("meetings__held_on", filter=held),
        held=Count("meetings", filter=held),
        reached=Max(Case(*steps, default=Value(0)), filter=held),
    ).order_by("-started_on", "-pk")  # a grouped query forgets the order of the model


def pairs_active_on(on: date) -> QuerySet[Pair]:
    """Pairs appointed by order on or before ``on`` and neither over nor paused by it (line E1), with their people."""
    over_later = Q(ended_on__isnull=True) | Q(ended_on__gt=on)
    not_paused = Q(paused_on__isnull=True) | Q(paused_on__gt=on)
    return _with_people(Pair.objects.filter(over_later, not_paused, started_on__lte=on))


def pairs_of_period(since: date, until: date) -> QuerySet[Pair]:
    """Pairs that worked at least a day between the two dates, both inclusive (lines E8–E12)."""
    not_over_before = Q(ended_on__isnull=True) | Q(ended_on__gte=since)
    return _with_people(Pair.objects.filter(not_over_before, started_on__lte=until))


def pairs_started(since: date, until: date) -> QuerySet[Pair]:
    """Pairs whose order is dated within the period (line E2)."""
    return _with_people(Pair.objects.filter(started_on__range=(since, until)))


def pairs_ended(since: date, until: date, *, status: str) -> QuerySet[Pair]:
    """Pairs that were completed or broken off within the period (lines E3, E4)."""
    return _with_people(Pair.objects.filter(status=status, ended_on__range=(since, until)))


def pairs_list(year_start: date, year_end: date) -> QuerySet[Pair]:
    """Everything a curator sees in «Пары» of a school year: whatever worked in it, and proposals made by its end.

    A proposal of an earlier year that was neither appointed nor withdrawn still asks for a decision.
    """
    worked = Q(started_on__lte=year_end) & (Q(ended_on__isnull=True) | Q(ended_on__gte=year_start))
    proposed = Q(status=PairStatus.PROPOSED, proposed_on__lte=year_end)
    return _with_people(Pair.objects.filter(worked | proposed))


def open_pairs() -> QuerySet[Pair]:
    """Pairs that are proposed, work or are paused now, with their people."""
    return _with_people(Pair.objects.filter(status__in=OPEN))


def proposed_pairs() -> QuerySet[Pair]:
    """Pairs that wait for an order, the oldest first."""
    return _with_people(Pair.objects.filter(status=PairStatus.PROPOSED)).order_by("proposed_on", "pk")


def pair_card(pair_id: int, on: date) -> WithAnnotations[Pair, Met] | None:
    """One pair with people, programme and meetings, or None when there is no such pair in this school."""
    return with_meetings(_with_people(Pair.objects.filter(pk=pair_id)), on).prefetch_related("meetings").first()


def has_pairs() -> bool:
    """The school has formed a pair at least once."""
    return Pair.objects.exists()


def programmes_on(on: date) -> QuerySet[Programme]:
    """Programmes of the bank in force on ``on`` (line B4)."""
    return Programme.objects.filter(valid_from__lte=on).filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on))


def programme_bank() -> QuerySet[Programme]:
    """Every programme of the bank by name, with how many pairs work or worked by it as ``used``."""
    return Programme.objects.annotate(used=Count("pairs")).order_by("title", "pk")


def programme_by_id(programme_id: int) -> Programme | None:
    """One programme, or None when there is no such in this school."""
    return Programme.objects.filter(pk=programme_id).first()


def people_in(pairs: list[Pair], role: str) -> dict[int, PairMember]:
    """Different people of a role over ``pairs`` (whose members are loaded): person id → one of the parts."""
    return {m.person_id: m for pair in pairs for m in pair.members.all() if m.role == role}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A mentee without a pair, and since when: put into the base, or left by a pair that broke off."""

    card: MenteeCard
    since: date


def mentees_without_pair(on: date) -> QuerySet[MenteeCard]:
    """Cards of mentees of the base who have no pair and wait for a mentor.

    Whoever has completed a programme since he was put into the base has got what he came for and does not wait.
    """
    parts = PairMember.objects.filter(person=OuterRef("pk"), role=PairMember.MENTEE)
    served = Q(pair__status__in=OPEN) | Q(pair__status=PairStatus.COMPLETED, pair__ended_on__gte=OuterRef("since"))
    still_here = Q(person__archived_on__isnull=True) | Q(person__archived_on__gt=on)
    return mentees_on(on).filter(still_here).filter(~Exists(parts.filter(served)))


def waiting_mentees(on: date) -> list[Waiting]:
    """``mentees_without_pair`` with the day each waits from, the longest wait first. One query."""
    broken = Q(person__parts__role=PairMember.MENTEE, person__parts__pair__status=PairStatus.BROKEN)
    rows = mentees_without_pair(on).annotate(left_on=Max("person__parts__pair__ended_on", filter=broken))
    found = [Waiting(row, max(filter(None, [row.since, row.left_on]))) for row in rows]
    return sorted(found, key=lambda one: (one.since, one.card.person.sorting))


@dataclass(frozen=True, slots=True)
class Loaded:
    """A mentor of the base with the number of pairs that are proposed or work."""

    card: MentorCard
    pairs: int

    @property
    def is_free(self) -> bool:
        """May take one more by his own word; more is the curator's decision."""
        return self.pairs < self.card.capacity


def mentors_with_load(on: date) -> list[Loaded]:
    """Mentors of the base on ``on``: those who may take one more first, the least busy before others. One query."""
    open_now = Q(
        person__parts__role=PairMember.MENTOR,
        person__parts__pair__status__in=OPEN,
    )
    rows = (
        mentors_on(on)
        .filter(Q(person__archived_on__isnull=True) | Q(person__archived_on__gt=on))
        .annotate(load=Count("person__parts", filter=open_now))
    )
    found = [Loaded(row, row.load) for row in rows]
    return sorted(found, key=lambda one: (not one.is_free, one.pairs, one.card.person.sorting))


def pairs_called(pair_ids: Sequence[int]) -> dict[int, str]:
    """How pairs are called by their people, in the order of their numbers. Two queries."""
    rows = Pair.objects.filter(pk__in=pair_ids).prefetch_related("members__person").order_by("pk")
    return {pair.pk: pair.called(with_class=False) for pair in rows}


def pair_named(pair_id: int) -> str:
    """«Пара № 12 (Белова Т. И. и Петрова А. Д.)» for the school's journal."""
    return f"Пара № {pair_id} ({pairs_called([pair_id])[pair_id]})"
