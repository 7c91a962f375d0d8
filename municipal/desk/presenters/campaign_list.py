"""Campaigns of a year as lines of a list, and the seasons that are still to be planned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from municipal.campaigns.queries import CampaignInfo
from municipal.desk.domain.wording import day_words
from tenants.domain.russian import NBSP, date_words
from tenants.domain.school_year import SchoolYear, Season, SeasonOfYear


@dataclass(frozen=True, slots=True)
class CampaignLine:
    """One campaign of the list; ``code`` is its state among the nine."""

    campaign: CampaignInfo
    code: str
    words: str
    handed_in: str
    accepted: str
    due: str


def campaign_lines(
    known: Sequence[CampaignInfo], counts: Mapping[int, tuple[int, int, int]], *, today: date
) -> list[CampaignLine]:
    """The list, newest first; ``counts`` are schools expected, handed in and accepted by campaign."""
    return [_line(one, counts.get(one.id, (0, 0, 0)), today) for one in known]


def _line(one: CampaignInfo, counts: tuple[int, int, int], today: date) -> CampaignLine:
    expected, handed_in, accepted = counts
    code, words = _state(one, today)
    said = (f"{handed_in} из{NBSP}{expected}", f"{accepted} из{NBSP}{expected}") if one.is_open else ("—", "—")
    return CampaignLine(one, code, words, *said, due=day_words(one.due_on, today))


def _state(one: CampaignInfo, today: date) -> tuple[str, str]:
    if not one.is_open:
        return "idle", f"Откроется {day_words(one.opens_on, today)}"
    if today > one.closes_on:
        return "done", f"Закрыта {day_words(one.closes_on, today)}"
    return ("late", "Срок прошёл") if today > one.due_on else ("work", "Идёт")


def seasons_to_plan(known: Sequence[CampaignInfo], year: SchoolYear) -> list[SeasonOfYear]:
    """Seasons of the year that have no campaign yet."""
    taken = {one.season for one in known}
    return [SeasonOfYear(year, season) for season in Season if season not in taken]


def campaign_dates(campaign: CampaignInfo) -> list[dict[str, str]]:
    """Dates of a campaign as names and values for a page."""
    days = [
        ("Откроется для школ", campaign.opens_on),
        ("Данные на дату", campaign.reporting_date),
        ("Срок", campaign.due_on),
        ("Закроется", campaign.closes_on),
    ]
    return [{"name": name, "value": date_words(day)} for name, day in days]
