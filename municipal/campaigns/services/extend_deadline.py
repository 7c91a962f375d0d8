"""Give one school a later date, with the reason."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from municipal.campaigns.domain.refusals import ExtensionRefused
from municipal.campaigns.models import Campaign, Extension
from municipal.campaigns.queries import extensions, info_of
from municipal.campaigns.services.expected import expected_school
from tenants.domain.russian import date_words
from tenants.journal.services.record import record


@transaction.atomic
def extend_deadline(
    *, campaign_id: int, school_id: int, until: date, reason: str, at: datetime, actor_id: int | None
) -> date:
    """Let the school hand in on time up to and including ``until``; gives the date that holds now.

    The extension ends by itself. Raises SchoolNotExpected, and ExtensionRefused where ``until`` is no later than the
    date that holds, has passed already, lies past the school year, or where the reason is empty. Pressing twice with
    the same date changes nothing.
    """
    campaign = info_of(Campaign.objects.select_related("municipality").get(pk=campaign_id))
    expected = expected_school(campaign_id, school_id)
    given = extensions(campaign_id, [school_id]).get(school_id)
    if given == until:
        return until
    _check(until, campaign.dates(given).due_on, campaign.day_of(at), campaign.school_year.ends_on, reason)
    Extension.objects.create(
        campaign_id=campaign_id,
        municipality_id=expected.municipality_id,
        school_id=school_id,
        until=until,
        reason=reason.strip(),
        given_at=at,
    )
    text = f"Мониторинг «{campaign.title}», {expected.school.short_name}: срок продлён до {date_words(until)}."
    record(act="deadline_extended", text=text, at=at, actor_id=actor_id, object_kind="school", object_id=school_id)
    return until


def _check(until: date, holds: date, today: date, year_ends: date, reason: str) -> None:
    if not reason.strip():
        raise ExtensionRefused("Срок не продлён: не указана причина.", "Напишите, почему школе нужно больше времени.")
    if until <= holds:
        raise ExtensionRefused(
            f"Срок не продлён: {date_words(until)} не позже нынешнего срока.",
            f"Выберите день позже {date_words(holds)}.",
        )
    if until < today:
        raise ExtensionRefused(
            f"Срок не продлён: {date_words(until)} уже прошло.", "Выберите сегодняшний день или позже."
        )
    if until > year_ends:
        raise ExtensionRefused(
            f"Срок не продлён: {date_words(until)} — это уже следующий учебный год.",
            f"Выберите день не позже {date_words(year_ends)}.",
        )
