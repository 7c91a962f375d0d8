"""Lists of people: tabs, filters, rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from schools.people.domain.consent_state import ConsentState
from schools.people.models import ConsentPurpose, Person
from schools.people.presenters.words import consent_state, day, who
from schools.people.queries import Choice, ChoiceCounts, Register, RegisterCounts
from tenants.domain.russian import counted, plural
from tenants.domain.school_year import SchoolYear

ADDRESSES = {Register.MENTORS: "people:mentors", Register.MENTEES: "people:mentees", Register.BOTH: "people:consents"}


@dataclass(frozen=True, slots=True)
class Chip:
    """A link of ui/chips.html."""

    href: str
    words: str
    count: int | None
    current: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a register. ``more`` is the strengths of a mentor or the request of a mentee."""

    id: int
    name: str
    who: str
    more: str
    trained: str | None
    since: str | None
    consent: ConsentState


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """A row of the register of consents: a state for each purpose."""

    id: int
    name: str
    who: str
    processing: ConsentState
    publication: ConsentState
    photo: ConsentState


def tabs(counts: RegisterCounts, year: SchoolYear, current: str) -> list[Chip]:
    """«Наставники 17 · Наставляемые 20 · Согласия: не хватает 3 · Партнёры 2»; ``current`` names the open address."""
    lacking = counts.without_consent
    consents = Chip(
        reverse("people:consents", args=[year]) + (f"?otbor={Choice.WITHOUT_CONSENT}" if lacking else ""),
        "Согласия: не хватает" if lacking else "Согласия",
        lacking or None,
        current == "people:consents",
    )

    def tab(address: str, words: str, count: int) -> Chip:
        return Chip(reverse(address, args=[year]), words, count, current == address)

    return [
        tab("people:mentors", "Наставники", counts.mentors),
        tab("people:mentees", "Наставляемые", counts.mentees),
        consents,
        tab("people:partners", "Партнёры", counts.partners),
    ]


def filters(counts: ChoiceCounts, chosen: Choice, search: str, *, by_experience: bool) -> list[Chip]:
    """Filters of a list with their numbers; the words searched for stay."""

    def chip(choice: Choice, words: str, count: int) -> Chip:
        asked = {"otbor": choice.value} if choice is not Choice.ALL else {}
        asked |= {"q": search} if search else {}
        return Chip(f"?{urlencode(asked)}", words, count, chosen is choice)

    found = [
        chip(Choice.ALL, "Все", counts.everybody),
        chip(Choice.WITHOUT_CONSENT, "Без согласия", counts.without_consent),
    ]
    if by_experience and (counts.young or chosen is Choice.YOUNG):
        found.append(chip(Choice.YOUNG, "Молодые специалисты", counts.young))
    return found


def lines(people: Iterable[Person], register: Register, on: date) -> list[Line]:
    """Rows of a pool in their order."""
    return [_line(person, register, on) for person in people]


def _line(person: Person, register: Register, on: date) -> Line:
    if register is Register.MENTORS:
        card = person.mentor_card
        more, trained, since = card.strengths, day(card.trained_on, on), day(card.since, on)
    else:
        mentee = person.mentee_card
        more, trained, since = mentee.request, None, day(mentee.since, on)
    return Line(person.pk, person.full_name, who(person, on), more, trained, since, consent_state(person, on))


def consent_lines(people: Iterable[Person], on: date) -> list[ConsentLine]:
    """Rows of the register of consents in their order."""
    return [
        ConsentLine(
            person.pk,
            person.full_name,
            who(person, on),
            consent_state(person, on, ConsentPurpose.PROCESSING),
            consent_state(person, on, ConsentPurpose.PUBLICATION),
            consent_state(person, on, ConsentPurpose.PHOTO),
        )
        for person in people
    ]


def register_words(register: Register, counts: ChoiceCounts) -> str:
    """The conclusion above a pool."""
    if not counts.everybody:
        return "База наставников пока пуста." if register is Register.MENTORS else "База наставляемых пока пуста."
    forms = {
        Register.MENTORS: ("наставник", "наставника", "наставников"),
        Register.MENTEES: ("наставляемый", "наставляемых", "наставляемых"),
    }
    said = f"В базе {counted(counts.everybody, *forms[register])}"
    if not counts.without_consent:
        return f"{said}, согласие есть у каждого."
    return f"{said}, без согласия на обработку данных — {counts.without_consent}."


def past_register_words(register: Register, counts: ChoiceCounts, year: SchoolYear) -> str:
    """The conclusion above a pool of a year that is over: who stood in it that year."""
    if not counts.everybody:
        base = "наставников" if register is Register.MENTORS else "наставляемых"
        return f"За {year.title} учебный год в базе {base} никого не записано."
    forms = {
        Register.MENTORS: ("наставник", "наставника", "наставников"),
        Register.MENTEES: ("наставляемый", "наставляемых", "наставляемых"),
    }
    verb = plural(counts.everybody, "был", "были", "было")
    said = f"За {year.title} учебный год в базе {verb} {counted(counts.everybody, *forms[register])}"
    if not counts.without_consent:
        return f"{said}, согласие было у каждого."
    return f"{said}, без согласия на обработку данных — {counts.without_consent}."


def past_consents_words(counts: ChoiceCounts, year: SchoolYear) -> str:
    """The conclusion above the consents of a year that is over."""
    if not counts.everybody:
        return f"За {year.title} учебный год в базах никого не записано."
    if not counts.without_consent:
        people = counted(counts.everybody, "человек", "человека", "человек")
        return f"За {year.title} учебный год согласие на обработку данных было у каждого: {people}."
    return (
        f"За {year.title} учебный год не хватало согласий на обработку данных: "
        f"{counts.without_consent} из {counts.everybody}."
    )


def consents_words(counts: ChoiceCounts) -> str:
    """The conclusion above the consents."""
    if not counts.everybody:
        return "Согласия понадобятся, когда в базах появятся люди."
    if not counts.without_consent:
        people = counted(counts.everybody, "человек", "человека", "человек")
        return f"Согласие на обработку данных есть у каждого: {people}."
    return (
        f"Не хватает согласий на обработку данных: {counts.without_consent} из {counts.everybody}. "
        "Без согласия пару нельзя закрепить приказом."
    )
