"""The version a methodist is about to answer."""

from __future__ import annotations

from django.db import connection

from municipal.submissions.domain.refusals import AlreadyReviewed, NewerVersion, NothingToReview
from municipal.submissions.models import Submission


def under_review(submission_id: int) -> Submission:
    """The row, if it is the school's latest and waits; nobody else can answer it until the transaction ends.

    Raises NothingToReview, NewerVersion and AlreadyReviewed.
    """
    row = Submission.objects.select_related("campaign__municipality", "school").filter(pk=submission_id).first()
    if row is None:
        raise NothingToReview("Ничего не изменено: такой формы нет.", "Выберите школу на доске кампании.")
    with connection.cursor() as cursor:  # the line in which the school stands too (accept_submission)
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [row.campaign_id, row.school_id])
    versions = Submission.objects.filter(campaign_id=row.campaign_id, school_id=row.school_id)
    latest = versions.order_by("-version").values_list("version", flat=True).first()
    if latest != row.version:
        raise NewerVersion(
            f"Решение не записано: школа уже сдала версию {latest}, а вы смотрите версию {row.version}.",
            "Откройте последнюю версию.",
        )
    if hasattr(row, "review"):
        raise AlreadyReviewed(
            f"Решение по версии {row.version} уже записано: форма {row.review.get_verdict_display()}.",
            "Посмотрите его на странице формы.",
        )
    return row
