"""A school tells how much of its form is filled in: two counts, nothing else. Runs under the school's own role."""

from __future__ import annotations

from datetime import datetime, timedelta

from municipal.campaigns.queries import CampaignInfo
from municipal.submissions.models import Progress

SAY_AGAIN_AFTER = timedelta(hours=1)  # the same counts later still say that the curator is at work


def tell_progress(*, campaign: CampaignInfo, school_id: int, filled: int, total: int, at: datetime) -> bool:
    """Add a row when the counts changed, or an hour has passed; gives whether one was added.

    Called with every saving of the draft, so a row a keystroke would be too many.
    """
    last = Progress.objects.filter(campaign_id=campaign.id, school_id=school_id).first()
    if last and (last.filled, last.total) == (filled, total) and at - last.told_at < SAY_AGAIN_AFTER:
        return False
    Progress.objects.create(
        campaign_id=campaign.id,
        municipality_id=campaign.municipality_id,
        school_id=school_id,
        filled=filled,
        total=total,
        told_at=at,
    )
    return True
