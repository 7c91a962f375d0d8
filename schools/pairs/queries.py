"""Reading pairs and groups, as of a date."""

from __future__ import annotations

from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from schools.pairs.models import Pair, PairMember, Programme


def _with_people(pairs: QuerySet[Pair]) -> QuerySet[Pair]:
    members = PairMember.objects.select_related("person")
    return pairs.prefetch_related(Prefetch("members", members)).select_related("programme")


def pairs_active_on(on: date) -> QuerySet[Pair]:
    """Pairs appointed by order on or before ``on`` and not over by it (form, line E1), with their people."""
    over_later = Q(ended_on__isnull=True) | Q(ended_on__gt=on)
    return _with_people(Pair.objects.filter(over_later, started_on__lte=on))


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
    """Everything a curator sees in «Пары» of a school year: proposals of the year and whatever worked in it."""
    worked = Q(started_on__lte=year_end) & (Q(ended_on__isnull=True) | Q(ended_on__gte=year_start))
    proposed = Q(status="proposed", proposed_on__range=(year_start, year_end))
    return _with_people(Pair.objects.filter(worked | proposed))


def programmes_on(on: date) -> QuerySet[Programme]:
    """Programmes of the bank in force on ``on`` (line B4)."""
    return Programme.objects.filter(valid_from__lte=on).filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on))


def people_in(pairs: list[Pair], role: str) -> dict[int, PairMember]:
    """Different people of a role over ``pairs`` (whose members are loaded): person id → one of the parts."""
    return {m.person_id: m for pair in pairs for m in pair.members.all() if m.role == role}
