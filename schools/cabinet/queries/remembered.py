"""Reading what the first page remembers."""

from __future__ import annotations

from collections.abc import Mapping

from schools.passport.models import Remembered

KIND = "cabinet"


def remembered_of(key: str) -> Mapping[str, object]:
    """One thing; empty where nothing is remembered. One query."""
    return Remembered.objects.filter(kind=KIND, key=key).values_list("said", flat=True).first() or {}
