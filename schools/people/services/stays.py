"""Stays in a pool that are over: written down before a card is opened anew, and closed together with a card."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from schools.people.domain.periods import Period, first_met
from schools.people.domain.refusals import RoleNotRecorded
from schools.people.models import RolePeriod
from tenants.domain.russian import date_words

POOLS = {RolePeriod.MENTOR: "наставников", RolePeriod.MENTEE: "наставляемых"}


def keep_stay(person_id: int, role: str, *, since: date, before: tuple[date, date | None] | None) -> None:
    """Before a card is opened from ``since``: the stay it held, ``before``, goes to the history when it is over.

    A return within the days of that stay goes on with it. RoleNotRecorded where the new stay meets an earlier one.
    """
    if before is not None and before[1] is not None and before[0] <= before[1] < since:
        RolePeriod.objects.get_or_create(
            person_id=person_id, role=role, mentoring_format="", since=before[0], until=before[1]
        )
    earlier = RolePeriod.objects.filter(person_id=person_id, role=role, mentoring_format="", until__isnull=False)
    met = first_met(Period(since), earlier)
    if met is not None and met.until is not None:
        raise RoleNotRecorded(
            f"Запись не сохранена: с {date_words(met.since)} по {date_words(met.until)} человек уже был в базе "
            f"{POOLS[role]}.",
            f"Впишите день позже {date_words(met.until)}.",
        )


def close_roles(person_ids: Iterable[int], *, until: date, roles: Iterable[str] = tuple(POOLS)) -> None:
    """End the open periods of these people; one that would last no day is taken away. Two queries."""
    rows = RolePeriod.objects.filter(person_id__in=list(person_ids), role__in=list(roles), until=None)
    rows.filter(since__gt=until).delete()
    rows.update(until=until)
