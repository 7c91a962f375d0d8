"""What the first page of the cabinet says about the monitoring."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from municipal.submissions.intake import CampaignInfo, FormState, campaign_for_school
from schools.monitoring.domain.refusals import NoSuchForm
from schools.monitoring.services.read_form import Form, read_form
from tenants.domain.school_year import SchoolYear


@dataclass(frozen=True, slots=True)
class MonitoringToday:
    """The campaign a school's year speaks of, as of a day.

    ``state`` is None before the opening; ``state.sign`` is one of the nine signs, ``words`` the state in words.
    ``done`` of ``total`` required lines are answered, ``to_check`` of the answered ask for a look. ``due_on`` already
    knows of an extension; ``answer_by`` is set while a returned form waits for answers to ``questions`` remarks.
    ``waits_for_us`` tells whether the next move is the school's.
    """

    campaign_id: int
    title: str
    opens_on: date
    due_on: date
    state: FormState | None
    words: str
    done: int
    total: int
    to_check: int
    answer_by: date | None
    questions: int
    waits_for_us: bool


def monitoring_today(*, school_id: int, year: SchoolYear, today: date) -> MonitoringToday | None:
    """The monitoring of the open school's year, or None where the municipality has planned none for it.

    ``today`` is a day of the municipality. The number of queries does not depend on the number of rows.
    """
    campaign = campaign_for_school(school_id, year, today)
    if campaign is None:
        return None
    if not campaign.is_open or campaign.opens_on > today:
        return _ahead(campaign)
    try:
        return _of(read_form(campaign_id=campaign.id, school_id=school_id, today=today))
    except NoSuchForm:
        return None


def _of(form: Form) -> MonitoringToday:
    review = form.latest.review if form.latest else None
    return MonitoringToday(
        campaign_id=form.campaign.id,
        title=form.campaign.title,
        opens_on=form.campaign.opens_on,
        due_on=form.place.dates.due_on,
        state=form.state,
        words=form.state_words,
        done=form.progress.done,
        total=form.progress.total,
        to_check=len(form.to_check),
        answer_by=review.answer_by if review and form.remarks else None,
        questions=sum(len(remarks) for remarks in form.remarks.values()),
        waits_for_us=form.is_writable and form.state.owes,
    )


def _ahead(campaign: CampaignInfo) -> MonitoringToday:
    return MonitoringToday(
        campaign_id=campaign.id,
        title=campaign.title,
        opens_on=campaign.opens_on,
        due_on=campaign.due_on,
        state=None,
        words="",
        done=0,
        total=0,
        to_check=0,
        answer_by=None,
        questions=0,
        waits_for_us=False,
    )
