"""People of the pools as choices of the form of a new pair, each with a line about himself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.html import format_html

from municipal.indicators.formats import Format
from schools.pairs.presenters.words import about, mentee_words, mentor_words
from schools.pairs.queries import Loaded, Waiting
from schools.people.models import MenteeCard, Person

Choice = tuple[int, Any]


def mentor_choices(mentors: Iterable[Loaded], form: Format) -> list[Any]:
    """Mentors whose kind suits the form; those who lead as many as they are ready to come last."""
    suiting = [one for one in mentors if one.card.person.kind in form.mentor_kinds]
    free = [_mentor(one) for one in suiting if one.is_free]
    busy = [_mentor(one) for one in suiting if not one.is_free]
    return _grouped([("Могут взять ещё", free), ("Уже ведут столько, сколько готовы", busy)])


def mentee_choices(mentees: Iterable[MenteeCard], waiting: Sequence[Waiting], form: Format) -> list[Any]:
    """Mentees whose kind suits the form; those who wait come first."""
    first = [one.card for one in waiting]
    known = {card.pk for card in first}
    rest = [card for card in mentees if card.pk not in known and card.person.archived_on is None]
    groups = [("Ждут наставника", first), ("Остальные в базе", rest)]
    return _grouped(
        [(title, [_mentee(card) for card in cards if card.person.kind in form.mentee_kinds]) for title, cards in groups]
    )


def _mentor(one: Loaded) -> Choice:
    load = mentor_words(one.card, one.pairs)
    return one.card.pk, _label(one.card.person, f"{one.card.help_words}; {load}" if one.card.help_words else load)


def _mentee(card: MenteeCard) -> Choice:
    return card.pk, _label(card.person, mentee_words(card))


def _grouped(groups: list[tuple[str, list[Choice]]]) -> list[Any]:
    """Titles only where there is something to tell apart."""
    filled = [group for group in groups if group[1]]
    return list(filled) if len(filled) > 1 else [one for _, people in filled for one in people]


def _label(person: Person, line: str) -> Any:
    return format_html("{}<small>{}; {}</small>", person.full_name, about(person), line)
