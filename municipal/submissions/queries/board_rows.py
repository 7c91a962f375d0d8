"""What the board is made of: each table asked once for the whole campaign."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max
from django.db.models.fields.json import KeyTransform

from municipal.campaigns.models import ExpectedSchool, Reminder
from municipal.campaigns.queries import extensions
from municipal.submissions.domain.states import Verdict
from municipal.submissions.models import Progress, Remark, Submission
from municipal.submissions.queries.accepted import returned_times
from municipal.submissions.queries.versions import review_verdict
from tenants.domain.roles import Role
from tenants.models import OfficialContact

Contact = tuple[str, str, str, str]  # name, position, phone, mail
RemarkRow = tuple[int, str, str]  # id, line of the form, text


@dataclass(frozen=True, slots=True)
class Latest:
    """A school's latest version without the form itself."""

    id: int
    version: int
    submitted_at: datetime | None
    is_late: bool
    explanations: int
    verdict: Verdict | None
    reviewed_at: datetime | None
    answer_by: date | None


@dataclass(frozen=True, slots=True)
class BoardRows:
    """Everything by the school's id."""

    expected: dict[int, ExpectedSchool]
    extensions: dict[int, date]
    latest: dict[int, Latest]
    remarks: dict[int, list[RemarkRow]]
    returned: dict[int, int]
    progress: dict[int, Progress]
    contacts: dict[int, Contact]
    reminded: dict[int, date]


def read_board(campaign_id: int) -> BoardRows:
    """Eight queries whatever the number of schools."""
    expected = ExpectedSchool.objects.filter(campaign_id=campaign_id).select_related("school")
    latest, reviewed = _latest(campaign_id)
    progress = Progress.objects.filter(campaign_id=campaign_id).order_by("school_id", "-told_at", "-id")
    reminded = Reminder.objects.filter(campaign_id=campaign_id).values_list("school_id").annotate(last=Max("sent_on"))
    return BoardRows(
        expected={row.school_id: row for row in expected},
        extensions=extensions(campaign_id),
        latest=latest,
        remarks=_remarks(reviewed),
        returned=returned_times(campaign_id),
        progress={row.school_id: row for row in progress.distinct("school_id")},
        contacts=_curators(),
        reminded=dict(reminded),
    )


def _latest(campaign_id: int) -> tuple[dict[int, Latest], list[int]]:
    """Latest versions, and the ids of the answers to them."""
    rows = Submission.objects.filter(campaign_id=campaign_id).select_related("review").defer("facts", "answers")
    rows = rows.annotate(said=KeyTransform("explanations", "facts")).order_by("school_id", "-version")
    found, reviewed = {}, []
    for row in rows.distinct("school_id"):
        review = getattr(row, "review", None)
        if review is not None:
            reviewed.append(review.pk)
        found[row.school_id] = Latest(
            id=row.pk,
            version=row.version,
            submitted_at=row.submitted_at,
            is_late=row.is_late,
            explanations=len(row.said or {}),
            verdict=review_verdict(row),
            reviewed_at=review.reviewed_at if review else None,
            answer_by=review.answer_by if review else None,
        )
    return found, reviewed


def _remarks(review_ids: list[int]) -> dict[int, list[RemarkRow]]:
    found: dict[int, list[RemarkRow]] = {}
    for remark in Remark.objects.filter(review_id__in=review_ids).order_by("id"):
        found.setdefault(remark.school_id, []).append((remark.pk, remark.field, remark.text))
    return found


def _curators() -> dict[int, Contact]:
    rows = OfficialContact.objects.filter(role=Role.CURATOR, school__isnull=False).order_by("-id")
    return {row.school_id: (row.name, row.position, row.phone, row.email) for row in rows if row.school_id}
