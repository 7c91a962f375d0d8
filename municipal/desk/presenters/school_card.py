"""A school's place in a campaign, and everything it handed in, as names and values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from municipal.campaigns.queries import CampaignInfo
from municipal.submissions.domain.states import FormState, Verdict
from municipal.submissions.queries import HistoryLine, SchoolState
from tenants.domain.russian import NBSP, date_words
from tenants.domain.school_year import SchoolYear

_VERDICTS = {Verdict.ACCEPTED: FormState.ACCEPTED, Verdict.RETURNED: FormState.RETURNED, None: FormState.REVIEW}


@dataclass(frozen=True, slots=True)
class Handed:
    """One version a school handed in; ``code`` and ``words`` say what became of it."""

    year: SchoolYear
    campaign_id: int
    submission_id: int
    campaign: str
    version: int
    submitted_at: datetime
    is_late: bool
    code: str
    words: str


def history_lines(history: Sequence[HistoryLine]) -> list[Handed]:
    """Versions with their states, in the order given."""
    return [
        Handed(
            year=one.school_year,
            campaign_id=one.campaign_id,
            submission_id=one.submission_id,
            campaign=one.campaign,
            version=one.version,
            submitted_at=one.submitted_at,
            is_late=one.is_late,
            code=_VERDICTS[one.verdict].sign,
            words=_VERDICTS[one.verdict].word,
        )
        for one in history
    ]


def school_facts(one: SchoolState, campaign: CampaignInfo) -> list[dict[str, str]]:
    """The school's dates and how far its form is."""
    facts = [
        ("Срок", date_words(one.due_on)),
        ("Заполнено строк", f"{one.filled or 0} из{NBSP}{one.total}"),
        ("Возвращали", "ни разу" if not one.returned_times else str(one.returned_times)),
    ]
    if one.submitted_at:
        facts.append(("Сдан", date_words(campaign.day_of(one.submitted_at))))
    if one.reminded_on:
        facts.append(("Последнее напоминание", date_words(one.reminded_on)))
    return [{"name": name, "value": value} for name, value in facts]
