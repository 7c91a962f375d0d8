"""Reading the school's card."""

from __future__ import annotations

from datetime import date

from schools.passport.models import Headcount, SchoolCard


def card() -> SchoolCard | None:
    """The school's card, or None while nobody has filled it in."""
    return SchoolCard.objects.first()


def headcount_on(on: date) -> Headcount | None:
    """The newest numbers known by ``on``, or None."""
    return Headcount.objects.filter(as_of__lte=on).order_by("-as_of").first()


def headcounts_until(on: date, *, limit: int = 10) -> list[Headcount]:
    """Numbers by date, the newest first."""
    return list(Headcount.objects.filter(as_of__lte=on).order_by("-as_of")[:limit])
