"""What in a roadmap cannot be done in the order it is written: pure, rows in, warnings out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from schools.roadmap.domain.deadline import DeadlineKind, Period
from tenants.domain.russian import date_words
from tenants.domain.school_year import SchoolYear

_DRAFTING = re.compile(r"\b(?:разработ|состав|подготов)\w*", re.IGNORECASE)
_APPROVING = re.compile(r"\b(?:утвержд|утвердит|издат|издан)\w*", re.IGNORECASE)
_ROADMAP = re.compile(r"дорожн\w+\s+карт|план\w*\s+мероприятий", re.IGNORECASE)
_REGULATION = re.compile(r"положени[ея]", re.IGNORECASE)
_WITHOUT_TERM = frozenset({DeadlineKind.BLANK.value, DeadlineKind.UNKNOWN.value, ""})

# What must be there before what: codes of ``closes_by``, or «draft:…» told from the words; the words end a sentence.
ORDER: tuple[tuple[str, str, str], ...] = (
    ("draft:roadmap", "approve:roadmap", "карту утверждают раньше, чем кончают составлять"),
    ("draft:regulation", "approve:regulation", "положение утверждают раньше, чем кончают составлять"),
    ("register:mentors", "order:mentors_register", "реестр наставников утверждают раньше, чем готова база"),
    ("register:mentees", "matching", "пары подбирают раньше, чем готова база наставляемых"),
    ("register:mentors", "matching", "пары подбирают раньше, чем готова база наставников"),
    ("consents", "order:pairs", "пары закрепляют приказом раньше, чем собраны согласия"),
    ("matching", "order:pairs", "пары закрепляют приказом раньше, чем подобраны"),
    ("pairs_confirmed", "order:pairs", "пары закрепляют приказом раньше, чем их подтвердили участники"),
    ("order:pairs", "meetings:intro", "пары знакомятся раньше, чем закреплены приказом"),
    ("order:pairs", "meetings:planning", "пары планируют работу раньше, чем закреплены приказом"),
    ("survey:entry", "survey:exit", "итоговый опрос идёт раньше входного"),
)


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """An activity as the rules see it; ``due_on`` are all its dates."""

    id: int
    number: str
    text: str
    closes_by: str
    deadline_kind: str
    due_on: tuple[date, ...]
    responsible: str


@dataclass(frozen=True, slots=True)
class Warning:
    """``kind``: order, no_term, no_responsible or out_of_period; ``rows`` are keys of the activities it is about."""

    kind: str
    words: str
    rows: tuple[int, ...]


def warnings_of(rows: Sequence[PlannedRow], period: Period) -> tuple[Warning, ...]:
    """Everything at once: what is in the wrong order first, then rows without a term or without anybody."""
    return (*_wrong_order(rows), *_out_of_period(rows, period), *_incomplete(rows))


def _wrong_order(rows: Sequence[PlannedRow]) -> list[Warning]:
    by_role: dict[str, list[PlannedRow]] = {}
    for row in rows:
        for role in _roles(row):
            by_role.setdefault(role, []).append(row)
    return [
        _warning(first, second, words)
        for before, after, words in ORDER
        for first in by_role.get(before, ())
        for second in by_role.get(after, ())
        if first.id != second.id and _is_before(second, first)
    ]


def _roles(row: PlannedRow) -> list[str]:
    roles = [row.closes_by] if row.closes_by else []
    for name, pattern in (("roadmap", _ROADMAP), ("regulation", _REGULATION)):
        if not pattern.search(row.text):
            continue
        drafts, approves = _DRAFTING.search(row.text), _APPROVING.search(row.text)
        if drafts and not approves:
            roles.append(f"draft:{name}")
        elif approves and not drafts:
            roles.append(f"approve:{name}")
    return roles


def _is_before(one: PlannedRow, other: PlannedRow) -> bool:
    """In a school year that holds dates of both, ``one`` is due earlier than ``other``."""
    ours, theirs = _by_year(one), _by_year(other)
    return any(ours[year] < theirs[year] for year in ours.keys() & theirs.keys())


def _by_year(row: PlannedRow) -> dict[int, date]:
    first: dict[int, date] = {}
    for day in sorted(row.due_on):
        first.setdefault(SchoolYear.of(day).start_year, day)
    return first


def _warning(first: PlannedRow, second: PlannedRow, words: str) -> Warning:
    ours, theirs = _by_year(second), _by_year(first)
    year = min(year for year in ours.keys() & theirs.keys() if ours[year] < theirs[year])
    said = (
        f"{_called(second)} и {_called(first)}: {words} "
        f"({date_words(ours[year])} против {date_words(theirs[year])})."
    )  # fmt: skip
    return Warning("order", said[:1].upper() + said[1:], (second.id, first.id))


def _called(row: PlannedRow) -> str:
    return f"пункт {row.number.rstrip('.')}" if row.number else f"«{row.text[:60]}»"


def _out_of_period(rows: Sequence[PlannedRow], period: Period) -> list[Warning]:
    return [
        Warning(
            "out_of_period",
            f"{_called(row).capitalize()}: срок {date_words(day)} не попадает во время действия карты.",
            (row.id,),
        )
        for row in rows
        for day in [next((day for day in row.due_on if day not in period), None)]
        if day is not None
    ]


def _incomplete(rows: Sequence[PlannedRow]) -> list[Warning]:
    found = []
    for row in rows:
        if row.deadline_kind in _WITHOUT_TERM and not row.due_on:
            found.append(Warning("no_term", f"{_called(row).capitalize()}: срок не указан или не понят.", (row.id,)))
        if not row.responsible.strip(" -–—"):
            found.append(Warning("no_responsible", f"{_called(row).capitalize()}: нет ответственного.", (row.id,)))
    return found
