"""Reading consents, what follows from their end, labour papers, retention. Lists cost a constant number of queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from django.db.models import Count, Exists, F, Max, OuterRef, Prefetch, Q, QuerySet
from django.db.models.functions import Greatest

from schools.consents.domain.states import state_of
from schools.consents.models import ConsentRequest, Erasure, LabourTerm, RequestState
from schools.pairs.models import Pair, PairMember, PairStatus
from schools.people.domain.consent_state import SOON_DAYS, ConsentState
from schools.people.models import Consent, ConsentPurpose, Person
from schools.people.queries import participants, people_without_consent, standing_consent
from schools.publications.models import Mention

RETENTION = Path(__file__).parent / "content" / "retention.yaml"


def with_papers(people: QuerySet[Any]) -> QuerySet[Any]:
    """People with their consents and what was asked: two more queries."""
    return people.prefetch_related(
        Prefetch("consents", Consent.objects.order_by("given_on", "id")),
        Prefetch("consent_requests", ConsentRequest.objects.defer("text").order_by("asked_on", "id")),
    )


def states_of(person: Person, on: date) -> dict[str, ConsentState]:
    """Purpose → how it stands; reads the prefetched papers."""
    papers = list(person.consents.all())
    asked: list[ConsentRequest] = list(person.consent_requests.all())
    return {
        purpose: state_of(
            [paper for paper in papers if paper.purpose == purpose],
            [one for one in asked if one.purpose == purpose],
            on,
            purpose=purpose,
        )
        for purpose in ConsentPurpose.values
    }


def person_papers(person_id: int) -> Person | None:
    """One person with papers and the scans, or None."""
    requests = ConsentRequest.objects.select_related("file").order_by("asked_on", "id")
    return (
        Person.objects.filter(pk=person_id)
        .prefetch_related(
            Prefetch("consents", Consent.objects.select_related("asked__file").order_by("-given_on", "-id")),
            Prefetch("consent_requests", requests),
        )
        .first()
    )


def people_by_id(person_ids: Iterable[int]) -> list[Person]:
    """People by name, those who stand in the school's list only."""
    return list(Person.objects.filter(pk__in=list(person_ids), archived_on=None))


@dataclass(frozen=True, slots=True)
class Numbers:
    """How the counts stand: pairs that work, people of the registers with a consent, all people of the registers."""

    working: int
    consented: int
    people: int


def numbers_on(on: date) -> Numbers:
    """Two queries."""
    both = participants(on).aggregate(people=Count("pk"), agreed=Count("pk", filter=Q(consented=True)))
    return Numbers(Pair.objects.filter(status=PairStatus.WORKING).count(), both["agreed"], both["people"])


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What the end of a consent will do: pairs that stop, proposals that change, pages the name must leave."""

    pairs: tuple[str, ...]
    proposals: tuple[str, ...]
    pages: tuple[str, ...]


def foresee(person_id: int, purpose: str) -> Foreseen:
    """The consequences of losing the consent to ``purpose``, before anything is pressed. Three queries."""
    pairs: list[Pair] = []
    if purpose == ConsentPurpose.PROCESSING:
        mine = PairMember.objects.filter(person_id=person_id).values("pair")
        pairs = list(Pair.objects.filter(pk__in=mine).prefetch_related("members__person").order_by("pk"))
    pages = []
    if purpose != ConsentPurpose.TRANSFER:
        open_ones = Mention.objects.filter(person_id=person_id, takedown_asked_on=None).select_related("publication")
        pages = [one.publication.title for one in open_ones]
    return Foreseen(
        tuple(pair.called() for pair in pairs if pair.status == PairStatus.WORKING),
        tuple(pair.called() for pair in pairs if pair.status == PairStatus.PROPOSED),
        tuple(pages),
    )


def takedowns(on: date) -> list[Mention]:
    """Names that must leave published pages and have not, the most urgent first. One query."""
    waiting = Mention.objects.filter(takedown_asked_on__lte=on, taken_down_on=None)
    return list(waiting.select_related("publication", "person").order_by("takedown_due_on", "pk"))


def expiring(on: date, *, within: int = SOON_DAYS) -> QuerySet[Person]:
    """People of the registers whose consent to processing runs out in ``within`` days, with nothing after it."""
    later = on + timedelta(days=within)
    still = standing_consent(later)
    return participants(on).filter(consented=True).exclude(still)


def broken_pairs(on: date) -> list[int]:
    """Ids of people of working pairs whose data may no longer be processed."""
    working = PairMember.objects.filter(pair__status=PairStatus.WORKING).values_list("person_id", flat=True)
    return [person.pk for person in people_without_consent(set(working), on=on)]


def labour_terms(person_id: int) -> list[LabourTerm]:
    """Labour papers of a mentor, the newest first."""
    return list(LabourTerm.objects.filter(person_id=person_id))


def labour_clocks(on: date) -> list[LabourTerm]:
    """Mentors' work that ends early and whose last day has not passed. One query."""
    return list(LabourTerm.objects.filter(last_day__gte=on).select_related("person").order_by("last_day", "pk"))


@lru_cache(maxsize=1)
def retention_rules() -> dict[str, Any]:
    """Terms of retention and the month of the yearly reminder."""
    told: dict[str, Any] = yaml.safe_load(RETENTION.read_text(encoding="utf-8"))
    return {"terms": {one["code"]: one for one in told["terms"]}, "remind_month": told["remind_month"]}


@dataclass(frozen=True, slots=True)
class Due:
    """Somebody whose data have been kept long enough: the last day in the programme and the day the term ended."""

    person: Person
    left_on: date
    due_on: date
    years: int


def due_for_erasure(on: date) -> list[Due]:
    """People who left and whose term of retention is over, the longest overdue first. One query.

    The term runs from the last day of what a person did: the end of the last pair, or the day the record was archived.
    Nobody with an open pair is here, nor whose data are erased already.
    """
    terms = retention_rules()["terms"]
    open_parts = PairMember.objects.filter(
        person=OuterRef("pk"), pair__status__in=[PairStatus.PROPOSED, PairStatus.WORKING, PairStatus.PAUSED]
    )
    rows = (
        Person.objects.filter(archived_on__isnull=False)
        .exclude(pk__in=Erasure.objects.values("person_number"))
        .filter(~Exists(open_parts))
        .annotate(last_pair=Max("parts__pair__ended_on"))
        .annotate(left_on=Greatest(F("archived_on"), F("last_pair")))  # PostgreSQL's GREATEST passes over NULL
    )
    found = []
    for row in rows:
        years = terms["registers" if row.last_pair else "never_joined"]["years"]
        due_on = _years_later(row.left_on, years)
        if due_on <= on:
            found.append(Due(row, row.left_on, due_on, years))
    return sorted(found, key=lambda due: (due.due_on, due.person.sorting))


def _years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return date(day.year + years, 3, 1)


def retention_reminder(on: date) -> int:
    """For «Сегодня»: how many people's data are due for erasure, once a year in the reminder's month, else nought."""
    if on.month != retention_rules()["remind_month"]:
        return 0
    return len(due_for_erasure(on))


def waiting_links(on: date) -> int:
    """For «Сегодня»: links sent and not answered that still open."""
    return ConsentRequest.objects.filter(state=RequestState.WAITING, expires_on__gte=on).count()


def erasures() -> list[Erasure]:
    """Protocols, the newest first."""
    return list(Erasure.objects.all())


def erasure(erasure_id: int) -> Erasure | None:
    """One protocol, or None."""
    return Erasure.objects.filter(pk=erasure_id).first()
