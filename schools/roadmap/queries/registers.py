"""Pairs with their people, consents and meetings, as the rules of ``domain.by_registers`` need them: two queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, DateField, ExpressionWrapper, F, Max, Min, OuterRef, Q, Subquery
from django.db.models.functions import ExtractYear

from schools.meetings.models import Meeting
from schools.pairs.models import PairMember, PairStatus
from schools.people.models import Consent, ConsentPurpose
from schools.roadmap.domain.by_registers import ANY, Meetings, PairFacts


def pair_facts(
    since: date, until: date, *, today: date, purposes: Collection[str] = (), with_meetings: bool
) -> list[PairFacts]:
    """Pairs that were proposed by ``until`` and not over before ``since``; consents are those standing on ``today``."""
    rows = PairMember.objects.filter(pair__proposed_on__lte=until).filter(
        Q(pair__ended_on__isnull=True) | Q(pair__ended_on__gte=since)
    )
    asked = [purpose for purpose in purposes if purpose in ConsentPurpose.values]
    rows = rows.annotate(**{f"since_{purpose}": _consented(purpose, today) for purpose in asked})
    met = _meetings(since, min(until, today)) if with_meetings else {}
    parts: dict[int, list[dict[str, Any]]] = defaultdict(list)
    names = ("proposed_on", "started_on", "ended_on", "status", "order_number")
    for row in rows.values(
        "pair_id", "person_id", "role", *(f"pair__{name}" for name in names), *(f"since_{one}" for one in asked)
    ):
        parts[row["pair_id"]].append(row)
    return [_facts(pair_id, group, asked, met.get(pair_id, {})) for pair_id, group in parts.items()]


def _consented(purpose: str, today: date) -> Subquery:
    """Since when the person's standing consent holds: the earliest of those that stand on ``today``."""
    standing = (
        Consent.objects.filter(person=OuterRef("person_id"), purpose=purpose, given_on__lte=today)
        .filter(Q(valid_until__isnull=True) | Q(valid_until__gte=today))
        .filter(Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=today))
    )
    return Subquery(standing.order_by("given_on").values("given_on")[:1])


def _facts(
    pair_id: int, group: list[dict[str, Any]], purposes: list[str], met: dict[int, dict[str, Meetings]]
) -> PairFacts:
    first = group[0]
    return PairFacts(
        id=pair_id,
        proposed_on=first["pair__proposed_on"],
        started_on=first["pair__started_on"],
        ended_on=first["pair__ended_on"],
        was_broken=first["pair__status"] == PairStatus.BROKEN,
        order_number=first["pair__order_number"],
        people={row["person_id"]: row["role"] for row in group},
        consented={one: {row["person_id"]: row[f"since_{one}"] for row in group} for one in purposes},
        meetings=met,
    )


def _meetings(since: date, until: date) -> dict[int, dict[int, dict[str, Meetings]]]:
    """Pair → first year of a school year → kind → meetings."""
    # A school year turned back to the calendar year it begins in: 1 September becomes 1 January.
    turned = ExpressionWrapper(F("held_on") - timedelta(days=243), output_field=DateField())
    rows = (
        Meeting.objects.filter(held_on__range=(since, until))
        .order_by()
        .annotate(year=ExtractYear(turned))
        .values("pair_id", "year", "kind")
        .annotate(first=Min("held_on"), last=Max("held_on"), number=Count("pk"))
    )
    found: dict[int, dict[int, dict[str, Meetings]]] = defaultdict(lambda: defaultdict(dict))
    for row in rows:
        found[row["pair_id"]][row["year"]][row["kind"]] = Meetings(row["first"], row["last"], row["number"])
    for years in found.values():
        for kinds in years.values():
            every = list(kinds.values())
            kinds[ANY] = Meetings(
                min(one.first_on for one in every), max(one.last_on for one in every), sum(one.count for one in every)
            )
    return found
