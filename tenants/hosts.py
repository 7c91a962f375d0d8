"""From a host name to a school, remembered for half a minute in the process.

The stock middleware asks the database at every request, which costs 45–62 % of the throughput (stack.md 3e). Half a
minute is how long a school closed by the operator may still answer.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from django.conf import settings

from tenants.current import door_open
from tenants.models import SchoolHost

REMEMBER_SECONDS = 30.0
REMEMBER_AT_MOST = 10_000  # a scanner trying names must not fill the memory


@dataclass(frozen=True, slots=True)
class HostSchool:
    """What a request must know of its school before it may read anything of it."""

    id: int
    slug: str
    short_name: str
    kind: str
    municipality_id: int
    municipality_name: str
    time_zone: str


_remembered: dict[str, tuple[float, HostSchool | None]] = {}


def is_base_host(host: str) -> bool:
    """Is this the municipality's and region's host (``host`` without port, lower case)?"""
    return host == settings.BASE_DOMAIN


def school_of_host(host: str) -> HostSchool | None:
    """The active school of a host, or None for a host nobody owns."""
    known = _remembered.get(host)
    now = time.monotonic()
    if known and known[0] > now:
        return known[1]
    with door_open():
        row = (
            SchoolHost.objects.filter(domain=host, tenant__is_active=True)
            .select_related("tenant__municipality")
            .first()
        )
    found = None
    if row is not None:
        school = row.tenant
        found = HostSchool(
            id=school.pk,
            slug=school.slug,
            short_name=school.short_name,
            kind=school.kind,
            municipality_id=school.municipality_id,
            municipality_name=school.municipality.name,
            time_zone=school.municipality.time_zone,
        )
    if len(_remembered) > REMEMBER_AT_MOST:
        _remembered.clear()
    _remembered[host] = (now + REMEMBER_SECONDS, found)
    return found


def forget_hosts() -> None:
    """Drop what is remembered: after a school is opened or closed, and between tests."""
    _remembered.clear()
