"""Forms to sum up: the latest accepted ones, and the latest handed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, QuerySet
from django.utils.timezone import localtime

from municipal.indicators.aggregate import SchoolFacts
from municipal.indicators.facts import Facts, OrganisationKind
from municipal.submissions.models import Review, Submission
from municipal.submissions.queries.frozen import facts_of, facts_of_rows
from tenants.domain.russian import sort_key


@dataclass(frozen=True, slots=True)
class AcceptedForm:
    """A school's accepted form; ``is_late`` already knows of extensions, ``returned_times`` counts the questions."""

    school_id: int
    short_name: str
    kind: OrganisationKind
    facts: Facts
    submission_id: int
    version: int
    digest: str
    submitted_at: datetime
    accepted_at: datetime
    is_late: bool
    returned_times: int


def accepted_forms(campaign_id: int) -> list[AcceptedForm]:
    """The latest accepted version of every school, by the schools' names. Two queries."""
    rows = _latest(campaign_id).filter(review__verdict=Review.ACCEPTED).select_related("school", "review")
    returned = returned_times(campaign_id)
    forms = [
        AcceptedForm(
            school_id=row.school_id,
            short_name=row.school.short_name,
            kind=OrganisationKind(row.facts["organisation"]),
            facts=facts_of(row.digest, row.facts),
            submission_id=row.pk,
            version=row.version,
            digest=row.digest,
            submitted_at=row.submitted_at,
            accepted_at=row.review.reviewed_at,
            is_late=row.is_late,
            returned_times=returned.get(row.school_id, 0),
        )
        for row in rows
    ]
    return sorted(forms, key=lambda form: sort_key(form.short_name))


@dataclass(frozen=True, slots=True)
class AcceptedOfSchool:
    """A monitoring the school's form of which is accepted; ``submitted_on`` by the clock of the place that asks."""

    submission_id: int
    campaign: str
    submitted_on: date


def accepted_of_school(school_id: int) -> list[AcceptedOfSchool]:
    """Every monitoring whose latest version of this school is accepted, the earliest first. One query."""
    rows = Submission.objects.filter(school_id=school_id).order_by("campaign_id", "-version").distinct("campaign_id")
    known = rows.values_list("pk", "campaign__title", "submitted_at", "review__verdict")
    accepted = [
        AcceptedOfSchool(pk, title, localtime(at).date())
        for pk, title, at, verdict in known
        if verdict == Review.ACCEPTED
    ]
    return sorted(accepted, key=lambda one: one.submitted_on)


def accepted_facts(campaign_id: int) -> list[SchoolFacts]:
    """The same as the sums take it. Two queries."""
    return [SchoolFacts(form.school_id, form.facts) for form in accepted_forms(campaign_id)]


def latest_facts(campaign_id: int) -> list[SchoolFacts]:
    """The latest version of every school, answered or not: what a form is compared with while reviewed.

    Two queries; one where this process has read these forms before.
    """
    rows = list(_latest(campaign_id).values_list("pk", "school_id", "digest"))
    facts = facts_of_rows({pk: digest for pk, _, digest in rows})
    return [SchoolFacts(school_id, facts[pk]) for pk, school_id, _ in rows]


def returned_times(campaign_id: int) -> dict[int, int]:
    """How often each school's form came back to it. One query."""
    rows = Review.objects.filter(submission__campaign_id=campaign_id, verdict=Review.RETURNED)
    return dict(rows.values_list("school_id").annotate(times=Count("id")))


def _latest(campaign_id: int) -> QuerySet[Submission]:
    # PostgreSQL's DISTINCT ON: the first row of each school in this order.
    rows = Submission.objects.filter(campaign_id=campaign_id)
    return rows.order_by("school_id", "-version").distinct("school_id")
