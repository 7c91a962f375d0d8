"""What an open campaign asks of the methodist (design, ux.md screen 21)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.urls import reverse

from municipal.campaigns.queries import CampaignInfo
from municipal.desk.domain.wording import day_words, days, schools, to_schools
from municipal.desk.presenters.deed import Deed, page_of
from municipal.submissions.domain.states import FormState
from municipal.submissions.queries import SchoolState
from municipal.submissions.services.remind_schools import may_be_reminded
from tenants.domain.russian import counted, join_and, plural

NAMED = 3  # schools named in a line, the rest are counted


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
    action = {"href": page_of("campaigns:remind", campaign), "words": f"Напомнить {to_schools(ready)}", "icon": "mail"}
    return Deed(
        code="late",
        title=f"{schools(len(late)).capitalize()} {verb} «{campaign.title}»",
        text=_names(late) + (f" Напоминали {day_words(reminded, today)}." if reminded else ""),
        href=page_of("campaigns:board", campaign),
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
        href=page_of("campaigns:board", campaign),
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
        href=page_of("campaigns:board", campaign),
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
        href=page_of("campaigns:board", campaign),
        day=until,
        note="ответа ещё нет" if overdue else "ответить до",
        late=overdue,
        state_words="Ждёт школу",
        mine=False,
    )


def _names(states: Sequence[SchoolState]) -> str:
    names = [one.short_name for one in states]
    if len(names) > NAMED:
        return f"{', '.join(names[:NAMED])} и ещё {len(names) - NAMED}."
    return f"{join_and(names)}."
