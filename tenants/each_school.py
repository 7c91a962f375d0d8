"""Do a thing in every school or municipality, one after another: faults are gathered and stop nobody."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from typing import TypeVar

from django.db import connection

from tenants.current import acting_as, door_open
from tenants.database.identity import Identity, of_municipality, of_region, of_school
from tenants.models import Municipality, Region, School

T = TypeVar("T")
log = logging.getLogger("tropa.rounds")
RECONNECT_AFTER = 100  # a backend remembers every school it touched, about 2 MB each (stack.md 3f)


def each_school(deed: Callable[[], T]) -> dict[int, T]:
    """``deed`` under every active school's identity; gives results by school id, without those that failed."""
    with door_open():
        ids = list(School.objects.filter(is_active=True).order_by("pk").values_list("pk", flat=True))
    return _round(deed, ((pk, of_school(pk)) for pk in ids))


def each_municipality(deed: Callable[[], T]) -> dict[int, T]:
    """The same under every municipality's identity."""
    with door_open():
        ids = list(Municipality.objects.order_by("pk").values_list("pk", flat=True))
    return _round(deed, ((pk, of_municipality(pk)) for pk in ids))


def each_region(deed: Callable[[], T]) -> dict[int, T]:
    """The same under every region's identity."""
    with door_open():
        ids = list(Region.objects.order_by("pk").values_list("pk", flat=True))
    return _round(deed, ((pk, of_region(pk)) for pk in ids))


def _round(deed: Callable[[], T], places: Iterable[tuple[int, Identity]]) -> dict[int, T]:
    done: dict[int, T] = {}
    for number, (pk, identity) in enumerate(places, 1):
        try:
            with acting_as(identity):
                done[pk] = deed()
        except Exception:  # one place's fault must not stop the round; it is logged whole
            log.exception("a deed failed in %s", identity.key)
        if number % RECONNECT_AFTER == 0 and not connection.in_atomic_block:
            connection.close()
    return done
