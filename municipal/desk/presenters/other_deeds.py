"""What the methodist has to do beside the open campaigns' schools: the note, publications, what lies ahead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse

from municipal.campaigns.domain.calendar import usual_dates
from municipal.campaigns.queries import CampaignInfo
from municipal.desk.domain.wording import day_words, days
from municipal.desk.presenters.deed import Deed, address, page_of
from tenants.domain.school_year import SchoolYear, SeasonOfYear


@dataclass(frozen=True, slots=True)
class Publications:
    """What the municipality itself has published of its norm for the year."""

    published: int
    norm: int


def note_deed(campaign: CampaignInfo, accepted: int, expected: int, *, year: SchoolYear, today: date) -> Deed | None:
    """The note of a campaign that has an accepted form and no signed note; None where nothing is accepted yet."""
    if not accepted:
        return None
    late = today > campaign.closes_on
    href = address("notes:list", year)
    return Deed(
        code="late" if late else "work",
        title=f"Справка «{campaign.title}»",
        text=f"Принято {accepted} из {expected}, числа подставлены. Выводы и рекомендации — за вами.",
        href=href,
        day=campaign.closes_on,
        note="срок справки" if not late else "срок справки прошёл",
        late=late,
        state_words="Можно составлять",
        action={"href": href, "words": "Открыть справку"} if href else {},
    )


def publications_deed(said: Publications, year: SchoolYear) -> Deed | None:
    """How far the municipality's own publications are from the norm of the year; None where it is met."""
    if said.published >= said.norm:
        return None
    href = address("press:list", year)
    return Deed(
        code="idle",
        title=f"Публикации округа: до нормы не хватает {said.norm - said.published}",
        text=f"Норма — не меньше {said.norm} за год, вышло {said.published}.",
        href=href,
        day=year.ends_on.replace(month=5, day=31),
        note="до конца мая",
        cells={"done": said.published, "total": said.norm, "words": "за год"},
        mine=False,
    )


def ahead_deeds(campaigns: Sequence[CampaignInfo], to_plan: Sequence[SeasonOfYear], *, today: date) -> list[Deed]:
    """Campaigns that will open, due dates to come, and seasons without a campaign."""
    coming = [
        Deed(
            code="idle",
            title=f"Откроется мониторинг «{one.title}»",
            href=page_of("campaigns:board", one),
            day=one.opens_on,
            note=f"срок {day_words(one.due_on, today)}",
            mine=False,
        )
        for one in campaigns
        if not one.is_open and one.opens_on >= today
    ]
    due = [
        Deed(
            code="soon" if (one.due_on - today).days <= _SOON else "work",
            title=f"Срок мониторинга «{one.title}»",
            href=page_of("campaigns:board", one),
            day=one.due_on,
            note=f"через {days((one.due_on - today).days)}" if one.due_on > today else "сегодня",
            mine=False,
        )
        for one in campaigns
        if one.is_open and one.due_on >= today
    ]
    plans = [
        Deed(
            code="idle",
            title=f"Назначить кампанию «{season.title}»",
            text="Сроки и показатели уже подставлены, останется проверить.",
            href=reverse("campaigns:new", args=[season.school_year, season.season]),
            day_words="заранее",
            action={"href": reverse("campaigns:new", args=[season.school_year, season.season]), "words": "Назначить"},
        )
        for season in to_plan
        if _is_near(season, today)
    ]
    return [*due, *coming, *plans]


_SOON = 3
_PLAN_AHEAD = timedelta(days=45)


def _is_near(season: SeasonOfYear, today: date) -> bool:
    """The usual opening is no more than a month and a half ahead and the usual closing has not passed."""
    usual = usual_dates(season.season, season.school_year)
    return usual.opens_on - _PLAN_AHEAD <= today <= usual.closes_on
