"""Records that look alike and are not one person: say so, and forget it when one of them is no more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from schools.passport.models import Remembered
from schools.people.models import Person
from schools.people.queries.imports import DIFFERENT, said_apart
from tenants.journal.services.record import record


@transaction.atomic
def say_different(one_id: int, other_id: int, *, actor_id: int | None, at: datetime) -> None:
    """Two people who only look alike: the page of doubles does not show them again. Twice is the same."""
    first, second = sorted((one_id, other_id))
    _, made = Remembered.objects.get_or_create(
        kind=DIFFERENT, key=f"{first}:{second}", defaults={"at": at, "actor_id": actor_id}
    )
    if made:
        names = dict(Person.objects.filter(pk__in=[first, second]).values_list("pk", "sorting"))
        record(
            act="people_differ",
            text=f"Записи № {first} и № {second} — разные люди.",
            at=at,
            actor_id=actor_id,
            object_kind="person",
            object_id=min(names, default=first),
        )


@transaction.atomic
def forget_differences(person_ids: Iterable[int]) -> None:
    """Whoever is merged, deleted or erased differs from nobody any more. Two queries at most."""
    gone = set(person_ids)
    keys = [f"{one}:{other}" for one, other in said_apart() if one in gone or other in gone]
    if keys:
        Remembered.objects.filter(kind=DIFFERENT, key__in=keys).delete()
