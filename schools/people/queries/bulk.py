"""People for acts over many: with their cards and open roles, in a constant number of queries."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Prefetch, QuerySet

from schools.people.models import BulkAct, Person, RolePeriod


def people_with_records(person_ids: Iterable[int]) -> QuerySet[Person]:
    """By name, with both cards and the open roles. Two queries."""
    opened = Prefetch("roles", RolePeriod.objects.filter(until=None).order_by("pk"), to_attr="open_roles")
    return (
        Person.objects.filter(pk__in=list(person_ids))
        .select_related("mentor_card", "mentee_card")
        .prefetch_related(opened)
        .order_by("sorting", "pk")
    )


def people_in_open_pairs(person_ids: Iterable[int]) -> set[int]:
    """Those of ``person_ids`` who stand in a pair that is not over: read through the relation pairs add, by name."""
    parts = Person.objects.filter(pk__in=list(person_ids), parts__pair__ended_on__isnull=True)
    return set(parts.filter(parts__isnull=False).values_list("pk", flat=True))


def last_undoable(actor_id: int | None) -> BulkAct | None:
    """The newest act over many of this very person that was not undone."""
    return BulkAct.objects.filter(actor_id=actor_id, undone_at=None).first()


def bulk_act(act_id: int) -> BulkAct | None:
    """An act over many, or None."""
    return BulkAct.objects.filter(pk=act_id).first()
