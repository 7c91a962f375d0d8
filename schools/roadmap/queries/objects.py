"""Dated objects of the school that close activities, gathered over the rooms in two queries."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import DateField, F, QuerySet, TextField, Value
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Coalesce, Concat

from municipal.submissions.queries.accepted import accepted_of_school
from schools.events.models import Event
from schools.orders.models import Document
from schools.pairs.models import Pair
from schools.passport.models import SchoolCard
from schools.people.models import MenteeCard, MentorCard
from schools.publications.models import Publication
from schools.roadmap.domain.by_registers import Enrolled
from schools.roadmap.domain.closed import LEAD
from schools.roadmap.domain.objects import ROUTES, Found, ObjectKind
from schools.roadmap.queries.found_objects import READ, Raw
from schools.roadmap.queries.remembered import register_checks
from schools.surveys.models import SurveyRound
from tenants.current import current_school_id
from tenants.domain.russian import date_words
from tenants.domain.school_year import SchoolYear

_NONE = Value("", output_field=TextField())


def _row(source: str, rows: QuerySet[Any], *, day: str, code: Any, name: Any = _NONE, more: Any = _NONE) -> Any:
    """One source of the union: source, key, code, name, day, more."""
    text: TextField[str, str] = TextField()
    return (
        rows.order_by()
        .annotate(
            u_source=Value(source, output_field=text),
            u_code=Cast(code, text),
            u_name=Cast(name, text),
            u_day=Cast(F(day), DateField()),
            u_more=Cast(more, text),
        )
        .values_list("u_source", "pk", "u_code", "u_name", "u_day", "u_more")
    )


def _sources(since: date, until: date) -> list[Any]:
    span = (since, until)
    return [
        _row("document", Document.objects.filter(signed_on__range=span), day="signed_on", code=F("kind"),
             name=F("number"), more=Coalesce(Cast("people_count", TextField()), _NONE)),
        _row("event", Event.objects.filter(held_on__range=span), day="held_on", code=F("kind"), name=F("title"),
             more=Concat(Coalesce(Cast("participants", TextField()), _NONE), Value("|"), F("protocol_number"), F("url"),
                         Coalesce(Cast("file_id", TextField()), _NONE), output_field=TextField())),
        _row("survey", SurveyRound.objects.filter(closed_on__range=span), day="closed_on", code=F("kind"),
             name=F("title"), more=Concat(Coalesce(Cast("points", TextField()), _NONE), Value("|"),
                                          Cast("totals", TextField()), output_field=TextField())),
        _row("publication", Publication.objects.filter(published_on__range=span).exclude(works=False),
             day="published_on", code=Cast("is_year_results", TextField()), name=F("title")),
        _row("check", register_checks(since, until), day="checked_on", code=F("register"), more=KT("said__records")),
        _row("site", SchoolCard.objects.filter(site_section_updated_on__range=span).exclude(site_section_url="")
             .exclude(site_section_works=False), day="site_section_updated_on", code=_NONE),
        _row("pairs_order", Pair.objects.filter(started_on__range=span).exclude(order_number=""), day="started_on",
             code=F("order_number")),
        _row("labour", MentorCard.objects.filter(labour_consent_on__range=span).exclude(labour_agreement=""),
             day="labour_consent_on", code=_NONE),
        _row("training", MentorCard.objects.filter(trained_on__range=span), day="trained_on", code=_NONE),
        _row("mentee", MenteeCard.objects.filter(since__lte=until), day="since", code=_NONE,
             more=Coalesce(Cast("until", TextField()), _NONE)),
    ]  # fmt: skip


def dated_objects(since: date, until: date, *, with_forms: bool) -> tuple[list[Found], list[Enrolled]]:
    """Everything dated within the two days that may close an activity, and the stays of mentees in the register.

    One query for the school's rooms; with ``with_forms`` one more for the accepted monitorings.
    """
    first, *others = _sources(since, until)
    rows = first.union(*others, all=True)
    found: list[Found] = []
    mentees: list[Enrolled] = []
    for raw in map(Raw._make, rows):
        if raw.source == "mentee":
            mentees.append(Enrolled(raw.key, raw.day, date.fromisoformat(raw.more) if raw.more else None))
        elif one := READ[raw.source](raw):
            found.append(one)
    if with_forms:
        found += _accepted_forms(since, until)
    return _once_an_order(found), mentees


PROVING = (ObjectKind.DOCUMENT, ObjectKind.EVENT, ObjectKind.SURVEY, ObjectKind.PUBLICATION, ObjectKind.SUBMISSION)


def objects_to_prove_with(year: SchoolYear, *, today: date) -> list[Found]:
    """What a curator may name as evidence: objects of the school year up to today, the latest first. Two queries."""
    found, _ = dated_objects(year.starts_on - LEAD, min(year.ends_on, today), with_forms=True)
    return sorted((one for one in found if one.kind in PROVING), key=lambda one: one.on, reverse=True)


def _accepted_forms(since: date, until: date) -> list[Found]:
    return [
        Found(
            kind=ObjectKind.SUBMISSION,
            id=form.submission_id,
            on=form.submitted_on,
            title=f"{form.campaign}, сдан {date_words(form.submitted_on)}",
            words=f"формой «{form.campaign}», сдана {date_words(form.submitted_on)} и принята",
            codes=frozenset({"monitoring:municipal"}),
            route=ROUTES[ObjectKind.SUBMISSION],
            serves_all=False,
        )
        for form in accepted_of_school(current_school_id() or 0)
        if since <= form.submitted_on <= until
    ]


def _once_an_order(found: list[Found]) -> list[Found]:
    """An order that appoints pairs stands once, however many pairs it names and wherever else it is written down."""
    known = {one.title for one in found if one.kind is ObjectKind.DOCUMENT}
    kept = []
    for one in found:
        if one.kind is ObjectKind.APPOINTMENT:
            if one.title in known:
                continue
            known.add(one.title)
        kept.append(one)
    return kept
