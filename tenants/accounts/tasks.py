"""The sweep of what municipalities ask of schools."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from celery import shared_task
from django.utils import timezone

from tenants import clock
from tenants.accounts.services.take_up_seats import take_up_seats
from tenants.each_school import each_school
from tenants.queries import open_school


@shared_task(name="accounts.take_up_seats")
def take_up() -> int:
    """Every school answers its municipality; one school's fault stops no other. Gives how many requests were met."""
    return sum(each_school(_in_school).values())


def _in_school() -> int:
    with timezone.override(ZoneInfo(open_school().time_zone)):  # days in letters are the school's
        return take_up_seats(at=clock.now())
