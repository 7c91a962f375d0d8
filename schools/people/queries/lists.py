"""What stands beside a list of people: classes to choose from, filters kept by name, future mentors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from schools.passport.models import Remembered
from schools.people.models import MentorCard, Person, PersonKind
from schools.people.queries.registers import Register, participants
from tenants.domain.russian import sort_key

FILTER = "filter"  # the kind of what is remembered of a filter that somebody kept


@dataclass(frozen=True, slots=True)
class KeptFilter:
    """A list as somebody likes to look at it; ``query`` is what stands after the question mark of its address."""

    id: int
    owner_id: int
    name: str
    query: str


def class_names(on: date, register: Register, *, since: date | None = None) -> list[str]:
    """Classes of a register, 2 before 10. One query."""
    found = participants(on, register, since=since).exclude(class_name="").order_by()
    names = set(found.values_list("class_name", flat=True).distinct())
    return sorted(names, key=lambda name: (len(name.split(" ")[0]), sort_key(name)))


def filters_of_page(page: str) -> QuerySet[Remembered]:
    """What is remembered of the filters of a page, everybody's."""
    return Remembered.objects.filter(kind=FILTER, said__page=page)


def saved_filters(owner_id: int, page: str) -> list[KeptFilter]:
    """Filters of a page that somebody kept, and those colleagues share, by name. One query."""
    rows = filters_of_page(page).filter(Q(actor_id=owner_id) | Q(said__shared=True))
    found = [KeptFilter(row.pk, row.actor_id or 0, row.said["name"], row.said["query"]) for row in rows]
    return sorted(found, key=lambda one: (sort_key(one.name), one.id))


def future_mentors(on: date) -> QuerySet[Person]:
    """Graduates who left school by ``on`` and are not in the mentors' pool: they may come back as mentors."""
    inside = MentorCard.objects.filter(until=None).values("person")
    here = Q(archived_on__isnull=True) | Q(archived_on__gt=on)
    return Person.objects.filter(here, kind=PersonKind.GRADUATE).exclude(pk__in=inside).order_by("sorting", "pk")
