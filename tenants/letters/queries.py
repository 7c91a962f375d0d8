"""What became of letters."""

from __future__ import annotations

from collections.abc import Collection

from tenants.letters.models import Letter


def refused_letters(keys: Collection[str]) -> frozenset[str]:
    """Which of the letters with these keys will not arrive. One query."""
    return frozenset(Letter.objects.filter(key__in=keys, refused_at__isnull=False).values_list("key", flat=True))
