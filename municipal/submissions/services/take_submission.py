"""The methodist accepts a school's form. Runs under the municipality's role."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from municipal.campaigns.queries import info_of
from municipal.campaigns.services.write_to_schools import write_to_schools
from municipal.submissions.models import Review
from municipal.submissions.services.under_review import under_review
from tenants.domain.russian import date_words
from tenants.journal.services.record import record


@transaction.atomic
def take_submission(*, submission_id: int, reviewed_by: str, at: datetime, actor_id: int | None) -> None:
    """Accept the school's latest version; from now on it counts in sums and notes.

    ``reviewed_by`` is a position with initials. Raises NothingToReview, NewerVersion and AlreadyReviewed.
    """
    row = under_review(submission_id)
    Review.objects.create(
        submission=row,
        municipality_id=row.municipality_id,
        school_id=row.school_id,
        verdict=Review.ACCEPTED,
        reviewed_by=reviewed_by,
        reviewed_at=at,
    )
    campaign = info_of(row.campaign)
    text = f"Мониторинг «{campaign.title}», {row.school.short_name}: форма принята, версия {row.version}."
    record(
        act="submission_accepted", text=text, at=at, actor_id=actor_id, object_kind="school", object_id=row.school_id
    )
    accepted_on = date_words(campaign.day_of(at))
    write_to_schools(
        campaign=campaign,
        code="campaign_accepted",
        school_ids=[row.school_id],
        key=f"accepted:{row.version}",
        at=at,
        values={"accepted_on": accepted_on, "version": str(row.version)},
    )
