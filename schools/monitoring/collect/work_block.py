"""Block G: meetings, training and the roadmap since 1 September."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from schools.meetings.models import Meeting
from schools.monitoring.collect.people_block import people
from schools.monitoring.collect.registers import Registers
from schools.monitoring.collect.words import couples, meeting_rows, not_kept, occurrence_rows, pair_rows, records
from schools.monitoring.domain.bands import months_begun
from schools.monitoring.domain.counted import Counted, known, unknown
from schools.pairs.models import PairMember
from schools.roadmap.queries import DueOccurrence
from tenants.domain.russian import counted

Line = Callable[[Registers], Counted]
MEETINGS, PAIRS, ROADMAP = "Встречи", "Пары", "Дорожная карта"
TRAINING_HOLDS_YEARS = 3


def _meetings(registers: Registers, found: list[Meeting]) -> Counted:
    return known(len(found), records(MEETINGS, len(found)), meeting_rows(found, couples(registers.pairs)))


def held(registers: Registers) -> Counted:
    """G1."""
    return _meetings(registers, registers.meetings) if registers.meetings_kept else unknown(not_kept(MEETINGS))


def planned(registers: Registers) -> Counted:
    """G2: unknown where the school writes meetings down without planning them."""
    count = registers.meetings_planned_count
    if count is None:
        return unknown("встречи записывают без плана")
    return known(count, records(MEETINGS, count))


def silent(registers: Registers) -> Counted:
    """G3: pairs whose last meeting, or else the order, is more than thirty days back."""
    if not registers.meetings_kept or not registers.pairs_kept:
        return unknown(not_kept(MEETINGS if registers.pairs_kept else PAIRS))
    found = registers.silent_pairs
    return known(len(found), records(PAIRS, len(found)), pair_rows(found))


def answered(registers: Registers) -> Counted:
    """G4: a word of either side is enough."""
    if not registers.meetings_kept:
        return unknown(not_kept(MEETINGS))
    return _meetings(registers, [row for row in registers.meetings if row.mentor_feedback or row.mentee_feedback])


def trained(registers: Registers) -> Counted:
    """G5: mentors of working pairs with training within three years."""
    if not registers.mentors_kept:
        return unknown("база наставников ещё не заполнена")
    working = registers.active(PairMember.MENTOR)
    return people(
        card.person
        for card in registers.mentors
        if card.person_id in working and card.trained_on and _is_fresh(card.trained_on, registers.on)
    )


def _is_fresh(trained_on: date, on: date) -> bool:
    expires = (trained_on.year + TRAINING_HOLDS_YEARS, trained_on.month, trained_on.day)
    return trained_on <= on and expires >= (on.year, on.month, on.day)


def _roadmap(test: Callable[[DueOccurrence, date], bool]) -> Line:
    def line(registers: Registers) -> Counted:
        if not registers.roadmaps:
            return unknown(
                "утверждённой дорожной карты на эту дату нет" if registers.roadmap_kept else not_kept(ROADMAP)
            )
        found = [row for row in registers.occurrences if test(row, registers.on)]
        how = f"раздел «{ROADMAP}», {counted(len(found), 'срок', 'срока', 'сроков')}"
        return known(len(found), how, occurrence_rows(found))

    return line


def _is_done(row: DueOccurrence, on: date) -> bool:
    return row.is_proved and row.done_on is not None and row.done_on <= on


def _in_time(row: DueOccurrence, on: date) -> bool:
    return _is_done(row, on) and row.done_on is not None and row.done_on <= row.due_on


def _later(row: DueOccurrence, on: date) -> bool:
    return _is_done(row, on) and not _in_time(row, on)


def months(registers: Registers) -> Counted:
    """G10: months begun by every pair of the year, added up; meetings are divided by it."""
    if not registers.pairs_kept:
        return unknown(not_kept(PAIRS))
    total = 0
    for pair in registers.pairs:
        since = max(pair.started_on or registers.on, registers.period.starts_on)
        total += months_begun(since, min(pair.ended_on or registers.on, registers.on))
    note = "У каждой пары взяты начатые месяцы с 1 сентября или с даты приказа."
    return known(total, records(PAIRS, len(registers.pairs)), pair_rows(registers.pairs), note=note)


LINES: dict[str, Line] = {
    "G1": held,
    "G2": planned,
    "G3": silent,
    "G4": answered,
    "G5": trained,
    "G6": _roadmap(lambda _row, _on: True),
    "G7": _roadmap(_in_time),
    "G8": _roadmap(_later),
    "G9": _roadmap(lambda row, on: not _is_done(row, on)),
    "G10": months,
}
