"""Reading publications."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from schools.publications.models import Channel, Publication


def publications_between(since: date, until: date) -> QuerySet[Publication]:
    """Publications of a period, both days inclusive, the newest first."""
    return Publication.objects.filter(published_on__range=(since, until))


def countable(since: date, until: date) -> QuerySet[Publication]:
    """Those that the form counts (line C3): dated in the period and not known to be dead."""
    return publications_between(since, until).exclude(works=False)


def publication(publication_id: int) -> Publication | None:
    """One publication, or None when there is no such in this school."""
    return Publication.objects.filter(pk=publication_id).first()


@dataclass(frozen=True, slots=True)
class Counts:
    """Publications of a period: all, dead ones, and by place."""

    total: int
    dead: int
    by_channel: dict[str, int]

    @property
    def countable(self) -> int:
        """What the form counts (line C3)."""
        return self.total - self.dead


def counts_between(since: date, until: date) -> Counts:
    """Numbers of a period in one query."""
    by_channel = {code: Count("pk", filter=Q(channel=code)) for code in Channel.values}
    found = publications_between(since, until).aggregate(
        total=Count("pk"), dead=Count("pk", filter=Q(works=False)), **by_channel
    )
    return Counts(found.pop("total"), found.pop("dead"), found)


def year_results(since: date, until: date) -> Publication | None:
    """The newest publication marked «Итоги года» in a period, not known to be dead, or None."""
    return countable(since, until).filter(is_year_results=True).first()
