"""Lists of people: tabs, filters, rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from schools.people.domain.consent_state import ConsentState
from schools.people.domain.filters import Choice, Filter
from schools.people.models import ConsentPurpose, Person
from schools.people.presenters.words import consent_state, day, who
from schools.people.queries import ChoiceCounts, Register, RegisterCounts
from schools.people.queries.coverage import Coverage
from schools.people.queries.lists import KeptFilter
from tenants.domain.russian import counted, plural
from tenants.domain.school_year import SchoolYear

ADDRESSES = {Register.MENTORS: "people:mentors", Register.MENTEES: "people:mentees", Register.BOTH: "consents:list"}


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
        reverse("consents:list", args=[year]) + (f"?otbor={Choice.WITHOUT_CONSENT}" if lacking else ""),
        "Согласия: не хватает" if lacking else "Согласия",
        lacking or None,
        current == "consents:list",
    )

    def tab(address: str, words: str, count: int) -> Chip:
        return Chip(reverse(address, args=[year]), words, count, current == address)

    return [
        tab("people:mentors", "Наставники", counts.mentors),
        tab("people:mentees", "Наставляемые", counts.mentees),
        consents,
        tab("people:partners", "Партнёры", counts.partners),
    ]


def filters(counts: ChoiceCounts, chosen: Filter, *, by_experience: bool) -> list[Chip]:
    """Chips of a list with their numbers; whatever else narrows it stays."""

    def chip(choice: Choice, words: str, count: int) -> Chip:
        return Chip(f"?{chosen.with_choice(choice).query}", words, count, chosen.choice is choice)

    found = [
        chip(Choice.ALL, "Все", counts.everybody),
        chip(Choice.WITHOUT_CONSENT, "Без согласия", counts.without_consent),
    ]
    if by_experience:
        found.append(chip(Choice.WITHOUT_PAIR, "Без пары", counts.without_pair))
    if by_experience and (counts.young or chosen.choice is Choice.YOUNG):
        found.append(chip(Choice.YOUNG, "Молодые специалисты", counts.young))
    return found


@dataclass(frozen=True, slots=True)
class Saved:
    """A filter that was kept; only one's own can be forgotten."""

    id: int
    href: str
    name: str
    own: bool
    current: bool


def saved(rows: Iterable[KeptFilter], chosen: Filter, owner_id: int) -> list[Saved]:
    """Filters under their names."""
    return [
        Saved(row.id, f"?{row.query}", row.name, row.owner_id == owner_id, row.query == chosen.query) for row in rows
    ]


def lines(people: Iterable[Person], register: Register, on: date) -> list[Line]:
    """Rows of a pool in their order."""
    return [_line(person, register, on) for person in people]


def _line(person: Person, register: Register, on: date) -> Line:
    if register is Register.MENTORS:
        card = person.mentor_card
        more, trained, since = card.help_words, day(card.trained_on, on), day(card.since, on)
    else:
        mentee = person.mentee_card
        more, trained, since = mentee.request_words, None, day(mentee.since, on)
    return Line(person.pk, person.full_name, who(person, on), more, trained, since, consent_state(person, on))


@dataclass(frozen=True, slots=True)
class FutureLine:
    """A graduate who may come back as a mentor."""

    id: int
    name: str
    left: str
    was: str


def future_lines(people: Iterable[Person], on: date) -> list[FutureLine]:
    """Graduates with the day they left school and the class they left from."""
    return [_future(person, on) for person in people]


def _future(person: Person, on: date) -> FutureLine:
    left = date.fromisoformat(person.past[-1]["until"]) if person.past else None
    return FutureLine(
        person.pk, person.full_name, day(left, on) or "", person.past[-1]["class_name"] if person.past else ""
    )


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


def coverage_words(found: Coverage) -> str:
    """«Запросов 12, с наставником 9, без наставника 3.»"""
    if not found.requests:
        return "Запросы не записаны."
    return f"Запросов {found.requests}, с наставником {found.helped}, без наставника {found.waiting}."
