"""What each step of summer has before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from schools.pairs.models import Pair, PairStatus
from schools.pairs.queries import open_pairs
from schools.people.domain.classes import is_last_class
from schools.people.models import Person, PersonKind
from schools.people.queries.bulk import people_in_open_pairs
from schools.roadmap.models import Roadmap
from tenants.domain.school_year import SchoolYear


@dataclass(frozen=True, slots=True)
class PairChoice:
    """A working pair to decide about; ``leaves`` names those of it who finish the school."""

    id: int
    words: str
    mentoring_format: str
    leaves: str
    is_proposed: bool


def pairs_to_decide(decided: frozenset[int]) -> list[PairChoice]:
    """Pairs that work and nobody has decided about, by the order they were appointed. Two queries."""
    rows: Sequence[Any] = list(open_pairs().exclude(pk__in=decided).order_by("started_on", "pk"))
    return [
        PairChoice(
            pair.pk, pair.called(), pair.mentoring_format, _leaving(pair), pair.status == PairStatus.PROPOSED
        )
        for pair in rows
    ]  # fmt: skip


def _leaving(pair: Pair) -> str:
    people = [part.person for part in pair.members.all()]
    return ", ".join(one.short_name for one in people if _leaves(one))


def _leaves(person: Person) -> bool:
    return person.kind == PersonKind.PUPIL and is_last_class(person.class_name)


@dataclass(frozen=True, slots=True)
class Classes:
    """Pupils who go up and those who finish; ``still_paired`` are leavers whose pair is not over."""

    moving: tuple[int, ...]
    leaving: tuple[int, ...]
    still_paired: int
    by_class: tuple[tuple[str, int], ...]


def classes_now() -> Classes:
    """Two queries."""
    pupils = Person.objects.filter(kind=PersonKind.PUPIL, archived_on__isnull=True).order_by("sorting", "pk")
    rows = list(pupils.values_list("pk", "class_name"))
    leaving = [pk for pk, name in rows if is_last_class(name)]
    paired = people_in_open_pairs(leaving) if leaving else set()
    count: dict[str, int] = {}
    for _, name in rows:
        count[name] = count.get(name, 0) + 1
    return Classes(
        moving=tuple(pk for pk, name in rows if name and not is_last_class(name)),
        leaving=tuple(pk for pk in leaving if pk not in paired),
        still_paired=len(paired),
        by_class=tuple(sorted(count.items(), key=lambda one: (len(one[0].split(" ")[0]), one[0]))),
    )


def roadmap_of(year: SchoolYear) -> Roadmap | None:
    """The newest roadmap that covers the whole year, or begins in it. One query."""
    rows = Roadmap.objects.filter(replaced_on__isnull=True, period_to__gte=year.ends_on.replace(month=5, day=31))
    return rows.filter(period_from__lte=year.starts_on.replace(month=10, day=31)).defer("source").first()


def roadmap_to_copy(year: SchoolYear) -> Roadmap | None:
    """The last year's roadmap, from which the next one is made. One query."""
    rows = Roadmap.objects.filter(replaced_on__isnull=True, period_to__lte=year.ends_on)
    return rows.defer("source").order_by("-period_to", "-id").first()


@dataclass(frozen=True, slots=True)
class PairsOfSummer:
    """How the pairs stand after the decisions."""

    working: int
    ended: int


def pairs_since(day: date) -> PairsOfSummer:
    """Working pairs, and those that ended since ``day``. One query each."""
    over = Pair.objects.filter(Q(status=PairStatus.COMPLETED) | Q(status=PairStatus.BROKEN), ended_on__gte=day)
    return PairsOfSummer(Pair.objects.filter(status=PairStatus.WORKING).count(), over.count())
