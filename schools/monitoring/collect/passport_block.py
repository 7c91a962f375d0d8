"""Blocks A and F: who hands in, on which date, and how many people there are."""

from __future__ import annotations

from collections.abc import Callable

from municipal.indicators.wording import shown
from schools.monitoring.collect.documents_block import document_line
from schools.monitoring.collect.registers import Registers
from schools.monitoring.collect.words import not_kept, records
from schools.monitoring.domain.counted import Counted, SourceRow, known, unknown
from schools.pairs.models import PairMember
from tenants.domain.russian import date_words

Line = Callable[[Registers], Counted]
CARD = "карточка организации"


def organisation(registers: Registers) -> Counted:
    """A1."""
    return known(registers.organisation.value, f"{CARD}: {shown(registers.organisation.value)}")


def reporting_date(registers: Registers) -> Counted:
    """A2."""
    return known(registers.on, "кампания мониторинга, дату задаёт методист")


def liaison(registers: Registers) -> Counted:
    """A4: the register knows orders, not their clauses, so a clause is the curator's word."""
    return document_line(
        registers,
        "liaison",
        note="Если ответственный назначен пунктом приказа о кураторе, поставьте «да» и напишите это.",
    )


def confirmed_by(_registers: Registers) -> Counted:
    """A5 is known when the form is handed in."""
    return unknown("вход в систему", "Должность и инициалы подставятся после сдачи.")


def _headcount(number: str) -> Line:
    def line(registers: Registers) -> Counted:
        row = registers.headcount
        value: int | None = getattr(row, number) if row else None
        if row is None or value is None:
            return unknown(f"в карточке организации этого числа на {date_words(registers.on)} нет")
        return known(value, f"{CARD}, численность на {date_words(row.as_of)}")

    return line


def partners(registers: Registers) -> Counted:
    """F5."""
    if not registers.partners_kept:
        return unknown(not_kept("Партнёры"))
    found = registers.partners
    return known(len(found), records("Партнёры", len(found)), [SourceRow(partner.name) for partner in found])


def partners_who_mentor(registers: Registers) -> Counted:
    """F6: at least one mentor of theirs in a working pair."""
    if not registers.partners_kept or not registers.pairs_kept:
        return unknown(not_kept("Партнёры" if registers.pairs_kept else "Пары"))
    sent = {person.partner_id for person in registers.active(PairMember.MENTOR).values()}
    found = [partner for partner in registers.partners if partner.pk in sent]
    return known(len(found), records("Партнёры", len(found)), [SourceRow(partner.name) for partner in found])


LINES: dict[str, Line] = {
    "A1": organisation,
    "A2": reporting_date,
    "A3": lambda registers: document_line(registers, "curator"),
    "A4": liaison,
    "A5": confirmed_by,
    "F1": _headcount("pupils_10_19"),
    "F2": _headcount("pupils_15_19"),
    "F3": _headcount("young_teachers"),
    "F4": _headcount("teachers"),
    "F5": partners,
    "F6": partners_who_mentor,
}
