"""What stands beside a list of people: classes to choose from, filters kept by name, future mentors."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from schools.people.models import MentorCard, Person, PersonKind, SavedFilter
from schools.people.queries.registers import Register, participants
from tenants.domain.russian import sort_key


def class_names(on: date, register: Register, *, since: date | None = None) -> list[str]:
    """Classes of a register, 2 before 10. One query."""
    found = participants(on, register, since=since).exclude(class_name="").order_by()
    names = set(found.values_list("class_name", flat=True).distinct())
    return sorted(names, key=lambda name: (len(name.split(" ")[0]), sort_key(name)))


def saved_filters(owner_id: int, page: str) -> list[SavedFilter]:
    """Filters of a page that somebody kept, and those colleagues share, by name. One query."""
    return list(SavedFilter.objects.filter(Q(owner_id=owner_id) | Q(shared=True), page=page))


def future_mentors(on: date) -> QuerySet[Person]:
    """Graduates who left school by ``on`` and are not in the mentors' pool: they may come back as mentors."""
    inside = MentorCard.objects.filter(until=None).values("person")
    here = Q(archived_on__isnull=True) | Q(archived_on__gt=on)
    return Person.objects.filter(here, kind=PersonKind.GRADUATE).exclude(pk__in=inside).order_by("sorting", "pk")
