"""The school's registers as of a reporting date, each read once for the whole form.

A register without a single record is one the school does not keep: figures from it are missing, not nought.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from municipal.indicators.facts import OrganisationKind
from schools.meetings.models import Meeting
from schools.meetings.queries import meetings_held, meetings_planned, silent_pairs
from schools.orders.models import Document
from schools.orders.queries import documents_in_force
from schools.pairs.models import Pair, PairMember, Programme
from schools.pairs.queries import pairs_of_period, people_in, programmes_on
from schools.passport.models import Headcount, SchoolCard
from schools.passport.queries import card, headcount_on
from schools.people.models import MenteeCard, MentorCard, Partner, Person
from schools.people.queries import (
    mentees_on,
    mentors_on,
    partners_on,
    people_counted_as_supported,
    people_without_consent,
)
from schools.publications.models import Publication
from schools.publications.queries import countable
from schools.roadmap.models import Roadmap
from schools.roadmap.queries import DueOccurrence, occurrences_due, roadmaps_in_force
from schools.surveys.models import SurveyRound
from schools.surveys.queries import closed_between
from tenants.domain.school_year import ReportingPeriod, Season


@dataclass(frozen=True)
class Registers:
    """Everything the form is counted from; what is asked twice is read once."""

    organisation: OrganisationKind
    period: ReportingPeriod
    season: Season

    @property
    def on(self) -> date:
        """The reporting date: states are taken on it, events up to it."""
        return self.period.ends_on

    @cached_property
    def card(self) -> SchoolCard | None:
        return card()

    @cached_property
    def headcount(self) -> Headcount | None:
        return headcount_on(self.on)

    @cached_property
    def documents(self) -> list[Document]:
        """In force on the reporting date, the newest first."""
        return list(documents_in_force(self.on))

    @cached_property
    def documents_kept(self) -> bool:
        return bool(self.documents) or Document.objects.exists()

    def documents_of(self, kind: str) -> list[Document]:
        """Documents of a kind in force, the newest first."""
        return [document for document in self.documents if document.kind == kind]

    @cached_property
    def mentors(self) -> list[MentorCard]:
        return [one for one in mentors_on(self.on) if self._is_here(one.person)]

    @cached_property
    def mentors_kept(self) -> bool:
        return bool(self.mentors) or MentorCard.objects.exists()

    @cached_property
    def mentees(self) -> list[MenteeCard]:
        return [one for one in mentees_on(self.on) if self._is_here(one.person)]

    @cached_property
    def mentees_kept(self) -> bool:
        return bool(self.mentees) or MenteeCard.objects.exists()

    @cached_property
    def supported(self) -> set[int]:
        """Ids of people with a measure of support that the form counts, whatever the measure is."""
        return set(people_counted_as_supported(self.on).values_list("pk", flat=True))

    @cached_property
    def partners(self) -> list[Partner]:
        return list(partners_on(self.on))

    @cached_property
    def partners_kept(self) -> bool:
        return bool(self.partners) or Partner.objects.exists()

    @cached_property
    def pairs(self) -> list[Pair]:
        """Pairs that worked at least a day from 1 September to the reporting date."""
        return list(pairs_of_period(self.period.starts_on, self.on))

    @cached_property
    def active_pairs(self) -> list[Pair]:
        """Those that still work on the reporting date."""
        return [pair for pair in self.pairs if pair.works_on(self.on)]

    @cached_property
    def pairs_kept(self) -> bool:
        """Pairs stand in the register, or both pools do and the pairs are simply not formed yet."""
        return bool(self.pairs) or Pair.objects.exists() or (self.mentors_kept and self.mentees_kept)

    def active(self, role: str) -> dict[int, Person]:
        """Different people of a role in pairs of the reporting date, by id."""
        return {key: part.person for key, part in people_in(self.active_pairs, role).items()}

    def of_year(self, role: str) -> dict[int, Person]:
        """The same over the whole school year so far."""
        return {key: part.person for key, part in people_in(self.pairs, role).items()}

    @cached_property
    def without_consent(self) -> list[Person]:
        """People of working pairs whose data may not be processed on the reporting date."""
        people = self.active(PairMember.MENTOR).keys() | self.active(PairMember.MENTEE).keys()
        return people_without_consent(set(people), on=self.on)

    @cached_property
    def programmes(self) -> list[Programme]:
        return list(programmes_on(self.on))

    @cached_property
    def programmes_kept(self) -> bool:
        return bool(self.programmes) or Programme.objects.exists()

    @cached_property
    def meetings(self) -> list[Meeting]:
        """Held since 1 September; without their pairs, which are at hand already."""
        return list(meetings_held(self.period.starts_on, self.on).select_related(None))

    @cached_property
    def meetings_kept(self) -> bool:
        return bool(self.meetings) or Meeting.objects.exists()

    @cached_property
    def meetings_planned_count(self) -> int | None:
        """Planned since 1 September; None where meetings are never planned here."""
        found = meetings_planned(self.period.starts_on, self.on).count()
        return found if found or Meeting.objects.filter(planned_on__isnull=False).exists() else None

    @cached_property
    def silent_pairs(self) -> list[Pair]:
        return silent_pairs(self.on)

    @cached_property
    def publications(self) -> list[Publication]:
        return list(countable(self.period.starts_on, self.on))

    @cached_property
    def publications_kept(self) -> bool:
        return bool(self.publications) or Publication.objects.exists()

    @cached_property
    def surveys(self) -> list[SurveyRound]:
        """Closed since 1 September, the newest first."""
        return list(closed_between(self.period.starts_on, self.on).order_by("-closed_on", "-id"))

    def surveys_of(self, kind: str) -> list[SurveyRound]:
        """Surveys of a kind, the newest first."""
        return [row for row in self.surveys if row.kind == kind]

    @cached_property
    def roadmaps(self) -> list[Roadmap]:
        """Approved roadmaps whose period holds the reporting date, the newest first."""
        return list(roadmaps_in_force(self.on))

    @cached_property
    def roadmap_kept(self) -> bool:
        return bool(self.roadmaps) or Roadmap.objects.exists()

    @cached_property
    def occurrences(self) -> list[DueOccurrence]:
        """What was due since 1 September and before the reporting date."""
        return occurrences_due([roadmap.pk for roadmap in self.roadmaps], since=self.period.starts_on, before=self.on)

    def _is_here(self, person: Person) -> bool:
        return person.archived_on is None or person.archived_on > self.on
