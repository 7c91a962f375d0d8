"""How the sources of figures read, the same in every block."""

from __future__ import annotations

from collections.abc import Iterable

from schools.meetings.models import Meeting
from schools.monitoring.domain.counted import SourceRow
from schools.orders.models import Document
from schools.pairs.models import Pair, PairMember
from schools.people.models import Person
from schools.publications.models import Publication
from schools.roadmap.queries import DueOccurrence
from tenants.domain.russian import counted, date_numeric


def records(section: str, count: int) -> str:
    """«раздел «Пары», 16 записей»."""
    return f"раздел «{section}», {counted(count, 'запись', 'записи', 'записей')}"


def not_kept(section: str) -> str:
    """«раздел «Встречи» ещё не заполнен»."""
    return f"раздел «{section}» ещё не заполнен"


def person_rows(people: Iterable[Person]) -> list[SourceRow]:
    """People by name; a pupil with the class."""
    ordered = sorted(people, key=lambda person: person.sorting)
    return [SourceRow(_named(person), "people:person", person.pk) for person in ordered]


def pair_rows(pairs: Iterable[Pair]) -> list[SourceRow]:
    """«Белова Т. И. — Петрова А. Д.»."""
    return [SourceRow(_couple(pair), "pairs:pair", pair.pk) for pair in pairs]


def document_rows(documents: Iterable[Document]) -> list[SourceRow]:
    """Documents with their requisites."""
    return [SourceRow(f"{row.title}, {_requisites(row)}", "orders:document", row.pk) for row in documents]


def publication_rows(publications: Iterable[Publication]) -> list[SourceRow]:
    """Publications with their dates and addresses."""
    return [SourceRow(f"{date_numeric(row.published_on)} — {row.title}", href=row.url) for row in publications]


def meeting_rows(meetings: Iterable[Meeting], couples: dict[int, str]) -> list[SourceRow]:
    """Meetings by day, each with its pair."""
    held = sorted((row for row in meetings if row.held_on), key=lambda row: str(row.held_on), reverse=True)
    return [
        SourceRow(f"{date_numeric(row.held_on)} — {couples.get(row.pair_id, 'пара')}") for row in held if row.held_on
    ]


def couples(pairs: Iterable[Pair]) -> dict[int, str]:
    """Names of pairs by id."""
    return {pair.pk: _couple(pair) for pair in pairs}


def occurrence_rows(occurrences: Iterable[DueOccurrence]) -> list[SourceRow]:
    """Activities with the date they were due."""
    return [
        SourceRow(
            f"{row.number} {row.text}, срок {date_numeric(row.due_on)}".strip(), "roadmap:activity", row.activity_id
        )
        for row in occurrences
    ]


def _named(person: Person) -> str:
    return f"{person.short_name}, {person.class_name}" if person.class_name else person.short_name


def _couple(pair: Pair) -> str:
    sides: dict[str, list[str]] = {PairMember.MENTOR: [], PairMember.MENTEE: []}
    for part in pair.members.all():
        sides[part.role].append(part.person.short_name)
    return f"{', '.join(sides[PairMember.MENTOR])} — {', '.join(sides[PairMember.MENTEE])}"


def _requisites(document: Document) -> str:
    day = date_numeric(document.signed_on)
    return f"№ {document.number} от {day}" if document.number else f"от {day}"
