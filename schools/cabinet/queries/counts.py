"""How many of what: numbers over all rooms of the school, in one query."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, DateField, F, IntegerField, Max, Min, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Greatest

from municipal.indicators.formats import load_formats
from schools.consents.models import ConsentRequest, Erasure, LabourTerm, RequestState
from schools.consents.queries import retention_rules
from schools.meetings.queries import Choice, of_choice, of_period
from schools.pairs.domain.silence import RHYTHM_DAYS
from schools.pairs.models import Pair, PairMember, PairStatus
from schools.pairs.queries import mentees_without_pair
from schools.passport.models import SchoolCard
from schools.people.domain.consent_state import SOON_DAYS
from schools.people.models import Consent, ConsentPurpose, MentorCard, Person, PersonKind
from schools.people.queries import Register, participants
from schools.publications.models import Mention, Publication
from schools.publications.queries import countable
from schools.roadmap.models import Roadmap
from schools.surveys.models import SurveyRound
from tenants.accounts.domain.confirmation import LASTS, SUMMER
from tenants.accounts.models import Invitation, Membership
from tenants.domain.school_year import SchoolYear

OPEN_NOW = [PairStatus.PROPOSED, PairStatus.WORKING]
RESULTS_AHEAD = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Number:
    """How many there are, the earliest of their days and the key of the first, where a row is worth its own link."""

    count: int = 0
    since: date | None = None
    first: int | None = None


@dataclass(frozen=True, slots=True)
class Asker:
    """Who looks: her account, and the form of mentoring she answers for, "" for all."""

    user_id: int
    mentoring_format: str = ""


def silent_pairs_on(today: date, mentoring_format: str = "") -> QuerySet[Any]:
    """Working pairs that have not met for longer than the rhythm; ``last`` is their last meeting, or the order."""
    held = Max("meetings__held_on", filter=Q(meetings__held_on__lte=today))
    working = of_format(Pair.objects.filter(status=PairStatus.WORKING), mentoring_format)
    return working.annotate(last=Greatest(held, F("started_on"))).filter(last__lt=today - timedelta(days=RHYTHM_DAYS))


def of_format(pairs: QuerySet[Pair], mentoring_format: str) -> QuerySet[Pair]:
    """Pairs of the form somebody answers for."""
    return pairs.filter(mentoring_format=mentoring_format) if mentoring_format else pairs


def mentors_without_papers(today: date) -> QuerySet[MentorCard]:
    """Employees who mentor by the forms of ст. 351.8 ТК without its papers: their consent and the agreement."""
    by_law = [code for code, one in load_formats().formats.items() if one.art_351_8]
    pairs = Pair.objects.filter(status__in=OPEN_NOW, mentoring_format__in=by_law)
    busy = Q(person__parts__role=PairMember.MENTOR, person__parts__pair__in=pairs)
    missing = Q(labour_consent_on__isnull=True) | Q(labour_agreement="")
    rows = MentorCard.objects.filter(busy, missing, person__kind=PersonKind.TEACHER)
    return rows.filter(Q(until__isnull=True) | Q(until__gte=today)).distinct()


def counts_now(year: SchoolYear, today: date, asker: Asker) -> Mapping[str, Number]:
    """Every number of the first page by its name. One query."""
    first, *others = [_part(name, rows) for name, rows in _rows(year, today, asker).items()]
    found = first.union(*others, all=True)
    return {name: Number(count, since, pk) for name, count, since, pk in found}


def _part(name: str, asked: tuple[QuerySet[Any], str]) -> Any:
    rows, day = asked
    since = Min(Cast(day or Value(None), DateField()))
    return (
        rows.order_by()
        .values(part=Value(name, TextField()))
        .annotate(total=Count("pk", distinct=True), since=since, first=Min(Cast("pk", IntegerField())))
        .values_list("part", "total", "since", "first")
    )


def _rows(year: SchoolYear, today: date, asker: Asker) -> dict[str, tuple[QuerySet[Any], str]]:
    """Name → rows, and the column of their day."""
    return {
        **_people(today),
        **_consents(today),
        **_pairs(today, asker),
        **_work(year, today),
        **_entry(today, asker),
    }


def _people(today: date) -> dict[str, tuple[QuerySet[Any], str]]:
    everybody = participants(today)
    processing = Consent.objects.filter(purpose=ConsentPurpose.PROCESSING)
    lacking = everybody.filter(consented=False)
    withdrawn = processing.filter(withdrawn_on__lte=today).values("person")
    expired = processing.filter(valid_until__lt=today).values("person")
    later = processing.filter(Q(valid_until__isnull=True) | Q(valid_until__gt=today + timedelta(days=SOON_DAYS)))
    lasting = later.filter(withdrawn_on__isnull=True, given_on__lte=today).values("person")
    return {
        "mentors": (participants(today, Register.MENTORS), ""),
        "mentees": (participants(today, Register.MENTEES), ""),
        "people": (everybody, ""),
        "without_consent": (lacking, ""),
        "withdrawn": (lacking.filter(pk__in=withdrawn), ""),
        "expired": (lacking.filter(pk__in=expired), ""),
        "expiring": (everybody.filter(consented=True).exclude(pk__in=lasting), ""),
        "waiting": (mentees_without_pair(today), "since"),
        "without_papers": (mentors_without_papers(today), ""),
    }


def _consents(today: date) -> dict[str, tuple[QuerySet[Any], str]]:
    """What has a clock of its own: names to take down, work of mentors that ends early, links, terms of retention."""
    asked = ConsentRequest.objects.filter(state=RequestState.WAITING, expires_on__gte=today)
    takedowns = Mention.objects.filter(takedown_asked_on__lte=today, taken_down_on__isnull=True)
    return {
        "takedowns": (takedowns, "takedown_due_on"),
        "takedown_pages": (Publication.objects.filter(mentions__in=takedowns), ""),
        "ending": (LabourTerm.objects.filter(last_day__gte=today), "last_day"),
        "ending_mentors": (Person.objects.filter(labour_terms__last_day__gte=today), ""),
        "asked": (asked, "asked_on"),
        "to_erase": (_kept_long_enough(today), ""),
    }


def _kept_long_enough(today: date) -> QuerySet[Person]:
    """People who left before the term of retention; asked about in one month of the year only."""
    rules = retention_rules()
    if today.month != rules["remind_month"]:
        return Person.objects.filter(pk=0)
    known = {code: _years_before(today, one["years"]) for code, one in rules["terms"].items()}
    left = Person.objects.filter(archived_on__lte=max(known.values()))
    still = left.filter(parts__pair__status__in=[*OPEN_NOW, PairStatus.PAUSED])
    recent = left.filter(parts__pair__ended_on__gt=known["registers"])
    joined = Q(parts__isnull=False, archived_on__lte=known["registers"])
    alone = Q(parts__isnull=True, archived_on__lte=known["never_joined"])
    gone = Erasure.objects.values("person_number")
    return left.filter(joined | alone).exclude(pk__in=still).exclude(pk__in=recent).exclude(pk__in=gone)


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February
        return date(day.year - years, 2, 28)


def _pairs(today: date, asker: Asker) -> dict[str, tuple[QuerySet[Any], str]]:
    form = asker.mentoring_format
    pairs = of_format(Pair.objects.all(), form)
    parts = PairMember.objects.filter(role=PairMember.MENTEE, pair__in=pairs)
    with_pair = parts.filter(pair__status=PairStatus.WORKING)
    return {
        "ever_worked": (pairs.filter(started_on__isnull=False), "started_on"),
        "working": (pairs.filter(status=PairStatus.WORKING), ""),
        "proposed": (pairs.filter(status=PairStatus.PROPOSED), "proposed_on"),
        "paused": (pairs.filter(status=PairStatus.PAUSED), "paused_on"),
        "silent": (Pair.objects.filter(pk__in=silent_pairs_on(today, form).values("pk")), ""),
        "paired": (participants(today, Register.MENTEES).filter(pk__in=with_pair.values("person")), ""),
        "promised": (
            participants(today, Register.MENTEES).filter(
                pk__in=parts.filter(pair__status__in=OPEN_NOW).values("person")
            ),
            "",
        ),
    }


def _work(year: SchoolYear, today: date) -> dict[str, tuple[QuerySet[Any], str]]:
    results_by = date(year.start_year + 1, 5, 31) - RESULTS_AHEAD
    month = of_period(today.replace(day=1), today)
    held = of_choice(month, Choice.HELD, today)
    return {
        "held": (held, ""),
        "silent_meetings": (of_choice(month, Choice.SILENT, today), ""),
        "unmarked": (of_choice(of_period(year.starts_on, today), Choice.UNMARKED, today), "planned_on"),
        "results": (countable(results_by, year.ends_on).filter(is_year_results=True), ""),
        "dead_links": (Publication.objects.filter(works=False, published_on__gte=year.starts_on), ""),
        "surveys": (SurveyRound.objects.filter(closed_on__isnull=True, opened_on__lte=today), "opened_on"),
        "cards": (SchoolCard.objects.all(), ""),
        "plans_ever": (Roadmap.objects.filter(replaced_on__isnull=True, period_to__gte=year.starts_on), ""),
    }


def _entry(today: date, asker: Asker) -> dict[str, tuple[QuerySet[Any], str]]:
    asked_since = max(SchoolYear.of(today).starts_on - SUMMER, today - LASTS)
    own = Membership.objects.in_force(today).filter(user_id=asker.user_id, until__isnull=True)
    return {
        "invited": (Invitation.objects.filter(accepted_at__isnull=True, withdrawn_at__isnull=True), "sent_at"),
        "accepted": (Invitation.objects.filter(accepted_at__isnull=False), ""),
        "unconfirmed": (own.filter(Q(confirmed_on__isnull=True) | Q(confirmed_on__lt=asked_since)), ""),
    }
