"""Reading publications."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from schools.publications.models import Publication


def publications_between(since: date, until: date) -> QuerySet[Publication]:
    """Publications of a period, both days inclusive, the newest first."""
    return Publication.objects.filter(published_on__range=(since, until))


def countable(since: date, until: date) -> QuerySet[Publication]:
    """Those that the form counts (line C3): dated in the period and not known to be dead."""
    return publications_between(since, until).exclude(works=False)
