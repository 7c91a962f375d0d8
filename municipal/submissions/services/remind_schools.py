"""Remind schools of a form they owe. Runs under the municipality's role."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from municipal.campaigns.models import Campaign, Reminder
from municipal.campaigns.queries import CampaignInfo, info_of
from municipal.campaigns.services.write_to_schools import write_to_schools
from municipal.submissions.domain.refusals import NobodyToRemind
from municipal.submissions.domain.states import FormState
from municipal.submissions.queries.board import SchoolState, board
from tenants.domain.russian import counted, date_words, join_and
from tenants.journal.services.record import record

EVERY_DAYS = 2  # the next reminder may go two days after the last


@dataclass(frozen=True, slots=True)
class Reminded:
    """Schools reminded now, letters queued, and the first day on which they may be reminded again.

    A school without a mail address counts as reminded with no letter: ``letters`` may be smaller than the schools.
    """

    school_ids: tuple[int, ...]
    letters: int
    again_on: date


@transaction.atomic
def remind_schools(
    *, campaign_id: int, at: datetime, actor_id: int | None, school_ids: Collection[int] | None = None
) -> Reminded:
    """Write to the official contacts of schools that owe a form: of ``school_ids``, or of all.

    Who owes nothing (handed in, exempt) or was reminded less than two days ago is passed over, so a second press the
    same day sends nothing. Raises NobodyToRemind where nobody is left.
    """
    campaign = info_of(
        Campaign.objects.select_for_update(of=("self",)).select_related("municipality").get(pk=campaign_id)
    )
    today = campaign.day_of(at)
    wanted = [
        one
        for one in board(campaign, today=today)
        if may_be_reminded(one, today) and (school_ids is None or one.school_id in school_ids)
    ]
    if not wanted:
        raise NobodyToRemind(
            "Письма не отправлены: среди этих школ нет тех, кому пора напомнить.",
            f"Школам, которые не сдали, можно напоминать раз в {counted(EVERY_DAYS, 'день', 'дня', 'дней')}.",
        )
    Reminder.objects.bulk_create(
        Reminder(
            campaign_id=campaign_id, municipality_id=campaign.municipality_id, school_id=one.school_id, sent_on=today
        )
        for one in wanted
    )
    letters = sum(_write(campaign, one, today, at) for one in wanted)
    text = f"Мониторинг «{campaign.title}», отправлено напоминание: {join_and([one.short_name for one in wanted])}."
    record(act="schools_reminded", text=text, at=at, actor_id=actor_id, object_kind="campaign", object_id=campaign_id)
    return Reminded(tuple(one.school_id for one in wanted), letters, today + timedelta(days=EVERY_DAYS))


def may_be_reminded(one: SchoolState, today: date) -> bool:
    """The school owes a first form and was not reminded in the last two days.

    A returned form has its own letter with the questions and a date to answer by.
    """
    rested = one.reminded_on is None or today - one.reminded_on >= timedelta(days=EVERY_DAYS)
    return one.state.owes and one.state is not FormState.RETURNED and rested


def _write(campaign: CampaignInfo, one: SchoolState, today: date, at: datetime) -> int:
    left = (one.due_on - today).days
    code = "campaign_late" if left < 0 else "campaign_reminder" if left else "campaign_last_day"
    closes = max(campaign.closes_on, one.due_on)
    return write_to_schools(
        campaign=campaign,
        code=code,
        school_ids=[one.school_id],
        key=f"remind:{today:%Y%m%d}",
        at=at,
        values={
            "days_left": counted(max(left, 0), "день", "дня", "дней"),
            "closes": date_words(closes, with_year=False),
        },
        due=date_words(one.due_on, with_year=False),
    )
