"""What happened to a person, in sentences by day: for the page and for the personal file.

Measures of support are not here: the file goes through other hands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from municipal.indicators.formats import load_formats
from schools.people.domain.standing import Standing, standings
from schools.people.models import Consent, MenteeCard, MentorCard, Person, PersonKind, RolePeriod
from tenants.domain.russian import counted, date_words, join_and
from tenants.domain.school_year import SchoolYear

WORDS = {RolePeriod.MENTOR: "наставник", RolePeriod.MENTEE: "наставляемый"}
POOLS = {RolePeriod.MENTOR: "наставников", RolePeriod.MENTEE: "наставляемых"}


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of the timeline; ``code`` is one of the nine states."""

    on: date
    text: str
    code: str = "done"


@dataclass(frozen=True, slots=True)
class YearOfLife:
    """A school year of the timeline."""

    title: str
    lines: list[Happening]


def timeline(person: Person, until: date) -> list[YearOfLife]:
    """Everything up to ``until``, the newest year and the newest day first; reads what is prefetched."""
    found = sorted((one for one in _all(person) if one.on <= until), key=lambda one: one.on, reverse=True)
    years: dict[str, list[Happening]] = {}
    for one in found:
        years.setdefault(SchoolYear.of(one.on).title, []).append(one)
    return [YearOfLife(title, lines) for title, lines in years.items()]


def _all(person: Person) -> Iterator[Happening]:
    yield from _changes(standings(person.past, person.kind, person.class_name))
    yield from _pools(person)
    for paper in person.consents.all():
        yield from _paper(paper)
    for part in person.parts.all():
        yield from _pair(part)
    if person.archived_on is not None:
        yield Happening(person.archived_on, "Запись убрана из действующих.", "idle")


def _changes(found: list[Standing]) -> Iterator[Happening]:
    for was, now in pairwise(found):
        if was.until is not None:
            yield Happening(was.until + timedelta(days=1), f"Было: {_who(was)}. Стало: {_who(now)}.")


def _who(one: Standing) -> str:
    label = PersonKind(one.kind).label
    return f"{label}, {one.class_name}" if one.class_name else label


def _pools(person: Person) -> Iterator[Happening]:
    periods = list(person.roles.all())
    cards: dict[str, MentorCard | MenteeCard | None] = {
        RolePeriod.MENTOR: getattr(person, "mentor_card", None),
        RolePeriod.MENTEE: getattr(person, "mentee_card", None),
    }
    for role, card in cards.items():
        if card is not None:
            yield from _span(card.since, card.until, f"Запись в базе {POOLS[role]}", "внесена", "закрыта")
    mentor = cards[RolePeriod.MENTOR]
    if isinstance(mentor, MentorCard) and mentor.trained_on is not None:
        yield Happening(mentor.trained_on, "Закончено обучение наставников.")
    for period in periods:
        if period.mentoring_format:
            title = load_formats().title(period.mentoring_format)
            said = f"Роль: {WORDS[period.role]}, форма «{title}»"
            yield from _span(period.since, period.until, said, "началась", "закончена")
        else:
            yield from _span(period.since, period.until, f"Запись в базе {POOLS[period.role]}", "внесена", "закрыта")


def _span(since: date, until: date | None, said: str, began: str, ended: str) -> Iterator[Happening]:
    yield Happening(since, f"{said}: {began}.")
    if until is not None:
        yield Happening(until, f"{said}: {ended}.", "idle")


def _paper(paper: Consent) -> Iterator[Happening]:
    purpose = paper.get_purpose_display()
    by = ", подписал законный представитель" if paper.given_by_representative else ""
    yield Happening(paper.given_on, f"Получено согласие: {purpose}{by}.")
    if paper.withdrawn_on is not None:
        yield Happening(paper.withdrawn_on, f"Отозвано согласие: {purpose}.", "late")
    elif paper.valid_until is not None:
        yield Happening(paper.valid_until, f"Последний день согласия: {purpose}.", "soon")


def _pair(part: Any) -> Iterator[Happening]:
    """A part in a pair: rows of rooms above, known here by their names alone."""
    pair = part.pair
    others = [one.person.short_name for one in pair.members.all() if one.person_id != part.person_id]
    title = load_formats().title(pair.mentoring_format)
    who = f"{WORDS[part.role]}, вместе: {join_and(others)}" if others else WORDS[part.role]
    said = f"{who} (форма «{title}»)"
    if pair.started_on is None:
        yield Happening(pair.proposed_on, f"Предложена пара: {said}.", "work")
    else:
        yield Happening(pair.started_on, f"Пара закреплена приказом № {pair.order_number}: {said}.")
    if pair.ended_on is not None:
        why = f": {pair.end_reason}" if pair.end_reason else ""
        yield Happening(pair.ended_on, f"Пара {pair.get_status_display()}{why} ({join_and(others)}).", "idle")
    yield from _meetings(pair.meetings.all(), join_and(others))


def _meetings(meetings: Iterable[Any], others: str) -> Iterator[Happening]:
    """One line a school year: how many times they met, on the day of the last meeting."""
    years: dict[str, list[date]] = {}
    for meeting in meetings:
        if meeting.held_on is not None:
            years.setdefault(SchoolYear.of(meeting.held_on).title, []).append(meeting.held_on)
    for days in years.values():
        count = counted(len(days), "встреча", "встречи", "встреч")
        yield Happening(max(days), f"За учебный год проведено: {count} ({others}), последняя {date_words(max(days))}.")
