"""The one place that asks what time it is. Views and tasks call it; services are given the moment.

``TROPA_CLOCK`` (an ISO moment) sets the clock of a demonstration: time starts there when the process starts and goes
on. Without it the clock is the machine's.
"""

from __future__ import annotations

import time
from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils import timezone

_started = time.monotonic()


def now() -> datetime:
    """The present moment, aware."""
    start: datetime | None = settings.CLOCK_STARTS_AT
    if start is None:
        return timezone.now()
    return start + timedelta(seconds=time.monotonic() - _started)


def today() -> date:
    """Today in the time zone that is active for the request: the municipality's."""
    return timezone.localdate(now())
