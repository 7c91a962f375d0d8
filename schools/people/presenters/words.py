"""Who somebody is and how the papers stand, in words for every page of the room."""

from __future__ import annotations

from datetime import date

from schools.people.domain.ages import is_young_specialist
from schools.people.domain.consent_state import NEEDED, NOT_GIVEN, ConsentState, state_of_papers
from schools.people.domain.standing import standing_on
from schools.people.models import ConsentPurpose, Person, PersonKind
from tenants.domain.russian import NBSP, date_words


def who(person: Person, on: date) -> str:
    """«обучающийся, 7 «Б»», «учитель химии, молодой специалист», «сотрудник партнёра: Хлебозавод «Колос»»."""
    stood = standing_on(person.past, person.kind, person.class_name, on)
    kind = PersonKind(stood.kind)
    if kind is PersonKind.PUPIL:
        return f"{kind.label}, {stood.class_name.replace(' ', NBSP)}" if stood.class_name else kind.label
    if kind is PersonKind.TEACHER:
        young = is_young_specialist(person.teaching_since, on)
        return f"{person.position or kind.label}{', молодой специалист' if young else ''}"
    if kind is PersonKind.PARTNER and person.partner is not None:
        return f"{kind.label}: {person.partner.name}"
    return f"{kind.label}, {person.position}" if person.position else kind.label


def consent_state(person: Person, on: date, purpose: str = ConsentPurpose.PROCESSING) -> ConsentState:
    """The consent to one purpose; reads the prefetched papers of the person."""
    papers = [paper for paper in person.consents.all() if paper.purpose == purpose]
    return state_of_papers(papers, on, nothing=NEEDED if purpose == ConsentPurpose.PROCESSING else NOT_GIVEN)


def day(value: date | None, on: date) -> str | None:
    """A date in words, the year only where it is another one; None stays None."""
    return None if value is None else date_words(value, with_year=value.year != on.year)
