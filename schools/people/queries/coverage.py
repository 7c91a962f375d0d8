"""Requests of mentees against the help mentors offer: how many have a mentor, by topic too."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from schools.people.domain.content import topic_titles
from schools.people.models import MenteeCard, Person
from schools.people.queries.registers import in_pair, mentees_on, mentors_on


@dataclass(frozen=True, slots=True)
class Coverage:
    """Mentees of the pool whose request is written down, and those of them who have a mentor now."""

    requests: int
    helped: int

    @property
    def waiting(self) -> int:
        """Requests without a mentor."""
        return self.requests - self.helped


@dataclass(frozen=True, slots=True)
class TopicLine:
    """One topic: requests, those with a mentor, mentors who offer it. Own words stand under no topic."""

    code: str
    title: str
    requests: int
    helped: int
    mentors: int

    @property
    def waiting(self) -> int:
        """Requests without a mentor."""
        return self.requests - self.helped


def coverage(on: date) -> Coverage:
    """Requests on ``on`` with and without a mentor. One query."""
    found = _requests(on).aggregate(requests=Count("pk"), helped=Count("pk", filter=Q(_helped(on))))
    return Coverage(**found)


def topic_lines(on: date) -> list[TopicLine]:
    """Every topic that is asked for or offered, the most asked without a mentor first. Two queries."""
    asked, helped = Counter[str](), Counter[str]()
    for topics, has_mentor in _requests(on).annotate(has_mentor=_helped(on)).values_list("topics", "has_mentor"):
        asked.update(topics)
        helped.update(topics if has_mentor else [])
    offered = Counter[str]()
    still_here = Q(person__archived_on__isnull=True) | Q(person__archived_on__gt=on)
    for topics in mentors_on(on).filter(still_here).values_list("topics", flat=True):
        offered.update(topics)
    lines = [
        TopicLine(code, title, asked[code], helped[code], offered[code])
        for code, title in topic_titles().items()
        if asked[code] or offered[code]
    ]
    return sorted(lines, key=lambda line: (-line.waiting, -line.requests, line.title))


def _requests(on: date) -> QuerySet[MenteeCard]:
    still_here = Q(person__archived_on__isnull=True) | Q(person__archived_on__gt=on)
    return mentees_on(on).filter(still_here).exclude(topics=[], request="")


def _helped(on: date) -> Exists:
    return Exists(Person.objects.filter(in_pair(on, "mentee"), pk=OuterRef("person_id")))
