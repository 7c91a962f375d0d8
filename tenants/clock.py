"""The one place that asks what time it is. Views and tasks call it; services are given the moment.

``TROPA_CLOCK`` (an ISO moment) sets the clock of a demonstration: time starts there when the process first asks and
goes on. Without it the clock is the machine's.
"""

from __future__ import annotations

import time
from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils import timezone

_first_asked: dict[datetime, float] = {}  # start of a set clock → when the process first asked for it


def now() -> datetime:
    """The present moment, aware."""
    start: datetime | None = settings.CLOCK_STARTS_AT
    if start is None:
        return timezone.now()
    asked = time.monotonic()
    return start + timedelta(seconds=asked - _first_asked.setdefault(start, asked))


def today() -> date:
    """Today in the time zone that is active for the request: the municipality's."""
    return timezone.localdate(now())
