"""The methodist's day: deeds by their dates, then what waits for others (design, ux.md screen 21)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from django.urls import NoReverseMatch, reverse

from municipal.campaigns.domain.calendar import usual_dates
from municipal.campaigns.queries import CampaignInfo
from municipal.desk.domain.wording import day_words, days, schools, to_schools
from municipal.submissions.domain.states import FormState
from municipal.submissions.queries import SchoolState
from municipal.submissions.services.remind_schools import may_be_reminded
from tenants.domain.russian import counted, join_and, plural
from tenants.domain.school_year import SchoolYear, SeasonOfYear

NAMED = 3  # schools named in a line, the rest are counted


@dataclass(frozen=True, slots=True)
class Deed:
    """A line of the trail, as ui/trail_item.html takes it."""

    code: str
    title: str
    text: str = ""
    href: str = ""
    heading: str = ""
    day: date | None = None
    day_words: str = ""
    note: str = ""
    late: bool = False
    state_words: str = ""
    pill: bool = True
    post: bool = False
    action: dict[str, Any] = field(default_factory=dict)
    cells: dict[str, Any] = field(default_factory=dict)
    mine: bool = True  # counted in the menu: the move is with the methodist

    @property
    def as_first(self) -> Deed:
        """The same line as the large first one of the page."""
        return replace(self, heading="h2")


@dataclass(frozen=True, slots=True)
class Publications:
    """What the municipality itself has published of its norm for the year."""

    published: int
    norm: int


def campaign_deeds(campaign: CampaignInfo, states: Sequence[SchoolState], *, today: date) -> list[Deed]:
    """What one open campaign asks of the methodist, the most pressing first."""
    deeds = [
        _late(campaign, states, today),
        _to_review(campaign, states),
        _never_opened(campaign, states, today),
        _returned(campaign, states, today),
    ]
    return [one for one in deeds if one is not None]


def _late(campaign: CampaignInfo, states: Sequence[SchoolState], today: date) -> Deed | None:
    late = [one for one in states if one.state in (FormState.LATE, FormState.MISSING)]
    if not late:
        return None
    ready = sum(may_be_reminded(one, today) for one in late)
    verb = plural(len(late), "не сдала", "не сдали", "не сдали")
    reminded = max((one.reminded_on for one in late if one.reminded_on), default=None)
    action = {"href": _url("campaigns:remind", campaign), "words": f"Напомнить {to_schools(ready)}", "icon": "mail"}
    return Deed(
        code="late",
        title=f"{schools(len(late)).capitalize()} {verb} «{campaign.title}»",
        text=_names(late) + (f" Напоминали {day_words(reminded, today)}." if reminded else ""),
        href=_url("campaigns:board", campaign),
        day=campaign.due_on,
        note=f"срок прошёл, {days((today - campaign.due_on).days)}",
        late=True,
        action={**action, "go": True} if ready else {},
        post=bool(ready),
    )


def _to_review(campaign: CampaignInfo, states: Sequence[SchoolState]) -> Deed | None:
    waiting = [one for one in states if one.state is FormState.REVIEW]
    if not waiting:
        return None
    first = reverse("campaigns:review", args=[campaign.school_year, campaign.id, waiting[0].submission_id])
    return Deed(
        code="review",
        title=f"Проверить {counted(len(waiting), 'отчёт', 'отчёта', 'отчётов')}",
        text=_names(waiting),
        href=_url("campaigns:board", campaign),
        day_words="сейчас",
        state_words="На проверке",
        action={"href": first, "words": "Проверить"},
    )


def _never_opened(campaign: CampaignInfo, states: Sequence[SchoolState], today: date) -> Deed | None:
    """A week after the opening: whom a letter did not reach."""
    silent = [one for one in states if one.state in (FormState.NOT_STARTED, FormState.SOON) and not one.filled]
    if not silent or (today - campaign.opens_on).days < _A_WEEK:
        return None
    phones = [f"{one.short_name}: {one.contact.phone}" for one in silent if one.contact and one.contact.phone]
    verb = plural(len(silent), "не открывала", "не открывали", "не открывали")
    return Deed(
        code="idle",
        title=f"{schools(len(silent)).capitalize()} ещё {verb} форму",
        text="; ".join(phones[:NAMED]) or _names(silent),
        href=_url("campaigns:board", campaign),
        day=campaign.due_on,
        note="срок",
        state_words="Позвонить",
    )


_A_WEEK = 7


def _returned(campaign: CampaignInfo, states: Sequence[SchoolState], today: date) -> Deed | None:
    returned = [one for one in states if one.state is FormState.RETURNED]
    if not returned:
        return None
    until = max((one.answer_by for one in returned if one.answer_by), default=today)
    overdue = until < today
    return Deed(
        code="return",
        title=f"Ответ {plural(len(returned), 'ждём от школы', 'ждём от школ', 'ждём от школ')}: {_names(returned)}",
        href=_url("campaigns:board", campaign),
        day=until,
        note="ответа ещё нет" if overdue else "ответить до",
        late=overdue,
        state_words="Ждёт школу",
        mine=False,
    )


def note_deed(campaign: CampaignInfo, accepted: int, expected: int, *, year: SchoolYear, today: date) -> Deed | None:
    """The note of a campaign that has an accepted form and no signed note; None where nothing is accepted yet."""
    if not accepted:
        return None
    late = today > campaign.closes_on
    href = _address("notes:list", year)
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
    href = _address("press:list", year)
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
            href=_url("campaigns:board", one),
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
            href=_url("campaigns:board", one),
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


def _names(states: Sequence[SchoolState]) -> str:
    names = [one.short_name for one in states]
    if len(names) > NAMED:
        return f"{', '.join(names[:NAMED])} и ещё {len(names) - NAMED}."
    return f"{join_and(names)}."


def _url(name: str, campaign: CampaignInfo) -> str:
    return reverse(name, args=[campaign.school_year, campaign.id])


def _address(name: str, year: SchoolYear) -> str:
    """The address of another room's page, empty where it does not stand on this host."""
    try:
        return reverse(name, args=[year])
    except NoReverseMatch:
        return ""
