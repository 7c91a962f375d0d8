"""The monitoring as the school's day speaks of it."""

from __future__ import annotations

from datetime import date

from municipal.submissions.intake import FormState
from municipal.submissions.queries.day import SchoolDay, school_day
from schools.cabinet.domain.deeds import Monitoring, Remark, Stage
from tenants.domain.school_year import SchoolYear

_STAGES = {
    FormState.LATE: Stage.LATE,
    FormState.MISSING: Stage.MISSED,
    FormState.RETURNED: Stage.RETURNED,
    FormState.REVIEW: Stage.REVIEW,
    FormState.SOON: Stage.OPEN,
    FormState.FILLING: Stage.OPEN,
    FormState.NOT_STARTED: Stage.OPEN,
    FormState.ACCEPTED: Stage.OVER,
    FormState.EXEMPT: Stage.OVER,
}


def monitoring_now(school_id: int, year: SchoolYear, today: date) -> Monitoring | None:
    """None where there is none. One query.

    How much is filled in is what the last saving of the form told: counting the form anew takes longer than the page.
    """
    found = school_day(school_id, year, today)
    if found is None:
        return None
    campaign = found.campaign
    if not campaign.is_open or campaign.opens_on > today:
        return Monitoring(campaign.title, Stage.AHEAD, campaign.opens_on, campaign.due_on, campaign.closes_on)
    return _open(found)


def _open(found: SchoolDay) -> Monitoring:
    campaign = found.campaign
    filled, total = found.told or (None, None)
    return Monitoring(
        title=campaign.title,
        stage=_STAGES[found.state],
        opens_on=campaign.opens_on,
        due_on=found.dates.due_on,
        closes_on=found.dates.closes_on,
        filled=filled,
        total=total,
        answer_by=found.answer_by,
        remarks=len(found.questions),
        handed_in_on=campaign.day_of(found.handed_in_at) if found.handed_in_at else None,
        campaign_id=campaign.id,
        questions=tuple(Remark(one.id, one.field, one.text) for one in found.questions),
    )
