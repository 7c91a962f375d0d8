"""Queue a letter about a campaign to the official contacts of schools."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from django.conf import settings

from municipal.campaigns.domain.letters import letter_text
from municipal.campaigns.queries import CampaignInfo
from tenants.domain.roles import Role
from tenants.domain.russian import date_words
from tenants.letters.services.queue_letter import queue_letter
from tenants.models import Municipality, OfficialContact, SchoolHost

SCHOOL_ROLES = (Role.CURATOR, Role.PRINCIPAL)


def write_to_schools(
    *,
    campaign: CampaignInfo,
    code: str,
    school_ids: Collection[int],
    key: str,
    at: datetime,
    values: Mapping[str, str],
    due: str = "",
) -> int:
    """Queue letter ``code`` to curators and principals that have a mail address; gives how many were queued.

    ``key`` tells one occasion from the next: the same occasion writes to an address once. Runs inside the caller's
    transaction.
    """
    hosts = dict(
        SchoolHost.objects.filter(tenant_id__in=school_ids, is_primary=True).values_list("tenant_id", "domain")
    )
    centre = Municipality.objects.values_list("centre_short_name", flat=True).get(pk=campaign.municipality_id)
    contacts = OfficialContact.objects.filter(school_id__in=school_ids, role__in=SCHOOL_ROLES).exclude(email="")
    queued = 0
    for contact in contacts:
        text = letter_text(
            code,
            link=_link(hosts.get(contact.school_id or 0, ""), campaign),
            centre=centre,
            title=campaign.title,
            due=due or date_words(campaign.due_on, with_year=False),
            **values,
        )
        letter_key = f"campaign:{campaign.id}:{key}:{contact.pk}"
        queued += queue_letter(key=letter_key, to=contact.email, subject=text.subject, body=text.body, at=at)
    return queued


def _link(host: str, campaign: CampaignInfo) -> str:
    port = f":{settings.PUBLIC_PORT}" if settings.PUBLIC_PORT else ""
    return f"{settings.BASE_SCHEME}://{host}{port}/{campaign.school_year.slug}/monitoring/"
