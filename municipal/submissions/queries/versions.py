"""Versions of a school's form with the methodist's answers to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from municipal.indicators.facts import Facts
from municipal.submissions.domain.states import Verdict
from municipal.submissions.models import Review, Submission
from municipal.submissions.queries.frozen import facts_of
from tenants.domain.school_year import SchoolYear, SeasonOfYear


@dataclass(frozen=True, slots=True)
class RemarkInfo:
    """A question at a line of the form; ``id`` is the key of the school's answer."""

    id: int
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class ReviewInfo:
    """The methodist's answer to a version."""

    verdict: Verdict
    answer_by: date | None
    reviewed_by: str
    reviewed_at: datetime
    remarks: tuple[RemarkInfo, ...] = ()


@dataclass(frozen=True, slots=True)
class SubmissionInfo:
    """One version as it was frozen. ``answers``: id of a remark (as text) → the curator's words."""

    id: int
    campaign_id: int
    school_id: int
    version: int
    facts: Facts
    answers: Mapping[str, str]
    digest: str
    submitted_by: str
    submitted_at: datetime
    is_late: bool


@dataclass(frozen=True, slots=True)
class Version:
    """A version and its answer; ``review`` is None while it waits."""

    submission: SubmissionInfo
    review: ReviewInfo | None


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One version in the list of all a school handed in over the years."""

    submission_id: int
    campaign_id: int
    campaign: str
    school_year: SchoolYear
    version: int
    submitted_at: datetime
    is_late: bool
    verdict: Verdict | None


def versions(campaign_id: int, school_id: int) -> list[Version]:
    """Every version of a school's form, the latest first. Two queries."""
    return [_version(row) for row in _rows().filter(campaign_id=campaign_id, school_id=school_id)]


def version_by_id(submission_id: int) -> Version | None:
    """One version; None where the asker may see none. Two queries."""
    row = _rows().filter(pk=submission_id).first()
    return _version(row) if row else None


def facts_of_season(school_id: int, wanted: SeasonOfYear) -> Facts | None:
    """What the school reported in a season: its latest accepted version, else its latest. One query."""
    rows = Submission.objects.select_related("review").filter(
        school_id=school_id, campaign__season=wanted.season, campaign__school_year=wanted.school_year.start_year
    )
    known = list(rows.order_by("-version"))
    accepted = [row for row in known if review_verdict(row) is Verdict.ACCEPTED]
    chosen = next(iter(accepted or known), None)
    return facts_of(chosen.digest, chosen.facts) if chosen else None


def school_history(school_id: int) -> list[HistoryLine]:
    """All that a school handed in, the newest first. One query, without the forms themselves."""
    rows = Submission.objects.select_related("campaign", "review").defer("facts", "answers")
    return [
        HistoryLine(
            submission_id=row.pk,
            campaign_id=row.campaign_id,
            campaign=row.campaign.title,
            school_year=SchoolYear(row.campaign.school_year),
            version=row.version,
            submitted_at=row.submitted_at,
            is_late=row.is_late,
            verdict=review_verdict(row),
        )
        for row in rows.filter(school_id=school_id).order_by("-submitted_at", "-version")
    ]


def review_verdict(row: Submission) -> Verdict | None:
    """The answer to a row whose review was fetched with it; None while it waits."""
    review: Review | None = getattr(row, "review", None)
    return Verdict(review.verdict) if review else None


def _rows() -> QuerySet[Submission]:
    rows = Submission.objects.select_related("review").prefetch_related("review__remarks")
    return rows.order_by("-version")


def _version(row: Submission) -> Version:
    info = SubmissionInfo(
        id=row.pk,
        campaign_id=row.campaign_id,
        school_id=row.school_id,
        version=row.version,
        facts=facts_of(row.digest, row.facts),
        answers=row.answers,
        digest=row.digest,
        submitted_by=row.submitted_by,
        submitted_at=row.submitted_at,
        is_late=row.is_late,
    )
    review: Review | None = getattr(row, "review", None)
    return Version(info, _review(review) if review else None)


def _review(row: Review) -> ReviewInfo:
    remarks = tuple(RemarkInfo(remark.pk, remark.field, remark.text) for remark in row.remarks.all())
    return ReviewInfo(Verdict(row.verdict), row.answer_by, row.reviewed_by, row.reviewed_at, remarks)
