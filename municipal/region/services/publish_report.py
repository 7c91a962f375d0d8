"""Pass a campaign's aggregates on to the region. Runs under the municipality's role."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from municipal.campaigns.models import Campaign
from municipal.campaigns.queries import info_of
from municipal.region.domain.aggregate import Revision, is_same, report_document
from municipal.region.domain.refusals import NoChanges, NothingToPublish, ReasonNeeded
from municipal.region.domain.source import RevisionReason
from municipal.region.models import Report
from municipal.region.queries import report_source
from tenants.domain.russian import date_words
from tenants.journal.services.record import record


@dataclass(frozen=True, slots=True)
class Published:
    """A published revision: its number for the interface, and the sum of its content."""

    public_id: str
    revision: int
    content_hash: str
    published_at: datetime


@transaction.atomic
def publish_report(
    *, campaign_id: int, reason: RevisionReason | None = None, published_by: str, at: datetime, actor_id: int | None
) -> Published:
    """Freeze the sums over accepted forms as the campaign's next revision; the region sees it at once.

    ``published_by`` is a position with initials and stays in the municipality. Raises NothingToPublish where no form
    is accepted, NoChanges where the region would get what it has, ReasonNeeded where a later revision says no reason.
    """
    rows = Campaign.objects.select_for_update(of=("self",)).select_related("municipality")
    row = rows.get(pk=campaign_id)  # two presses stand in line here
    campaign = info_of(row)
    today = campaign.day_of(at)
    source = report_source(campaign, today=today, now=at)
    if not source.forms:
        raise NothingToPublish(
            "Данные не переданы: ни один отчёт школы ещё не принят.", "Примите хотя бы один отчёт на доске кампании."
        )
    last = Report.objects.filter(campaign_id=campaign_id).order_by("-revision").first()
    if last and reason is None:
        raise ReasonNeeded("Новая версия не передана: не указана причина.", "Выберите, почему данные изменились.")
    revision = Revision(
        public_id=f"rep_{secrets.token_hex(10)}",
        number=last.revision + 1 if last else 1,
        exported_at=at,
        published_on=today,
        supersedes=last.public_id if last else "",
        reason=reason if last else None,
    )
    document = report_document(source, revision)
    if last and is_same(document, last.payload):
        raise NoChanges(
            f"Новая версия не передана: с {date_words(campaign.day_of(last.published_at))} нет изменений.",
            "Передавать нечего, у региона те же числа.",
        )
    report = _keep(row, document, revision, published_by)
    text = f"Мониторинг «{campaign.title}»: данные переданы в региональный центр, версия {report.revision}."
    record(act="report_published", text=text, at=at, actor_id=actor_id, object_kind="campaign", object_id=campaign_id)
    return Published(report.public_id, report.revision, report.content_hash, at)


def _keep(campaign: Campaign, document: dict[str, Any], revision: Revision, published_by: str) -> Report:
    return Report.objects.create(
        public_id=revision.public_id,
        region_id=campaign.municipality.region_id,
        municipality_id=campaign.municipality_id,
        campaign_id=campaign.pk,
        revision=revision.number,
        revision_reason=revision.reason.value if revision.reason else "",
        supersedes=revision.supersedes,
        payload=document,
        content_hash=document["content_hash"]["value"],
        published_at=revision.exported_at,
        published_by=published_by,
    )
