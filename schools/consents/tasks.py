"""The nightly round over consents that have run out."""

from __future__ import annotations

from celery import shared_task

from schools.consents.services.withdraw import follow_expired
from tenants import clock
from tenants.each_school import each_school


@shared_task(name="consents.follow_expired")
def follow_expired_consents() -> int:
    """Pause pairs and ask to take names down wherever a consent has run out; gives for how many people."""
    return sum(each_school(lambda: follow_expired(today=clock.today(), at=clock.now())).values())
