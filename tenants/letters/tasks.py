"""The sweep of the outboxes: the shared one by municipality and region, then every school's own."""

from __future__ import annotations

from celery import shared_task

from tenants import clock
from tenants.each_school import each_municipality, each_region, each_school
from tenants.letters.services.deliver import deliver_queued


@shared_task
def deliver_letters() -> int:
    """Send what is queued everywhere; one place's fault stops no other. Gives how many letters went."""
    at = clock.now()
    outboxes = [each(lambda: deliver_queued(at=at)) for each in (each_municipality, each_region, each_school)]
    return sum(sent for done in outboxes for sent in done.values())
