"""Opening campaigns by timetable: a sweep of shared rows, one municipality after another."""

from __future__ import annotations

from celery import shared_task

from municipal.campaigns.domain.calendar import day_of
from municipal.campaigns.queries import due_to_open
from municipal.campaigns.services.open_campaign import open_campaign
from tenants import clock
from tenants.current import municipality_open
from tenants.models import Municipality


@shared_task(name="campaigns.open_due")
def open_due_campaigns() -> None:
    """Start one small task a municipality, so that a fault of one stops no other."""
    for municipality_id in Municipality.objects.values_list("pk", flat=True):
        open_due_campaigns_of.delay(municipality_id)


@shared_task(name="campaigns.open_due_of")
def open_due_campaigns_of(municipality_id: int) -> None:
    """Open what the municipality planned for today or earlier in its own time zone."""
    now = clock.now()
    with municipality_open(municipality_id):
        zone = Municipality.objects.values_list("time_zone", flat=True).get(pk=municipality_id)
        for campaign_id in due_to_open(today=day_of(now, zone)):
            open_campaign(campaign_id=campaign_id, at=now, actor_id=None)
