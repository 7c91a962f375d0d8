"""Block B: orders, documents and consents; and I3, mentors rewarded by orders."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from municipal.indicators.facts import DocumentValue
from municipal.indicators.formats import load_formats
from schools.monitoring.collect.registers import Registers
from schools.monitoring.collect.words import document_rows, not_kept, person_rows, records
from schools.monitoring.domain.counted import Counted, SourceRow, known, share, unknown
from schools.orders.models import Document
from schools.pairs.models import PairMember
from schools.people.models import Person, PersonKind
from tenants.domain.russian import date_numeric

Line = Callable[[Registers], Counted]
DOCUMENTS, PAIRS, PEOPLE = "Документы", "Пары", "Люди и согласия"


def document_line(registers: Registers, kind: str, *, note: str = "") -> Counted:
    """«Да» with the newest document of a kind in force, else «нет»; unknown where no documents are kept."""
    if not registers.documents_kept:
        return unknown(not_kept(DOCUMENTS))
    found = registers.documents_of(kind)
    value = _value(found[0]) if found else DocumentValue(present=False)
    return known(value, records(DOCUMENTS, len(found)), document_rows(found), note="" if found else note)


def _value(row: Document) -> DocumentValue:
    return DocumentValue(
        present=True,
        number=row.number,
        dated=row.signed_on,
        url=row.url,
        valid_from=row.signed_on,
        valid_to=row.valid_until,
    )


def roadmap(registers: Registers) -> Counted:
    """B3: approved, and its period holds the reporting date."""
    if not registers.roadmap_kept:
        return unknown(not_kept("Дорожная карта"))
    rows = [
        SourceRow(f"{one.title}, {date_numeric(one.period_from)} — {date_numeric(one.period_to)}")
        for one in registers.roadmaps
    ]
    how = records("Дорожная карта", len(rows))
    if not rows:
        return known(DocumentValue(present=False), how, note="Утверждённой карты, в период которой входит дата, нет.")
    newest = registers.roadmaps[0]
    value = DocumentValue(
        present=True,
        number=newest.order_number,
        dated=newest.order_date,
        valid_from=newest.period_from,
        valid_to=newest.period_to,
    )
    return known(value, how, rows)


def programme(registers: Registers) -> Counted:
    """B4: at least one programme of the bank in force; one with an address proves it best."""
    if not registers.programmes_kept:
        return unknown("банк программ ещё не заполнен")
    found = sorted(registers.programmes, key=lambda one: not one.url)
    rows = [SourceRow(one.title, href=one.url) for one in found]
    if not found:
        return known(DocumentValue(present=False), "банк программ, действующих программ нет")
    best = found[0]
    value = DocumentValue(present=True, url=best.url, valid_from=best.valid_from, valid_to=best.valid_to)
    return known(value, records(PAIRS, len(rows)), rows)


def incentives(registers: Registers) -> Counted:
    """B7: a rule inside another document is the curator's word."""
    return document_line(
        registers,
        "incentive_rules",
        note="Если о поощрении говорит раздел другого документа, поставьте «да» и напишите, какого.",
    )


def consents(registers: Registers) -> Counted:
    """B8: people of working pairs with a standing consent to processing."""
    if not registers.pairs_kept:
        return unknown(not_kept(PAIRS))
    people = registers.active(PairMember.MENTOR) | registers.active(PairMember.MENTEE)
    lacking = registers.without_consent
    return share(
        len(people) - len(lacking),
        len(people),
        records(PEOPLE, len(people) - len(lacking)),
        [SourceRow(f"нет согласия: {row.title}", row.page, row.id) for row in person_rows(lacking)],
        nobody="На отчётную дату ни одна пара не работает.",
    )


def labour_terms(registers: Registers) -> Counted:
    """B9: workers who mentor by the forms of ст. 351.8 ТК РФ, with a written consent and an agreement."""
    if not registers.pairs_kept:
        return unknown(not_kept(PAIRS))
    workers = _workers(registers)
    cards = {
        card.person_id
        for card in registers.mentors
        if card.labour_agreement and card.labour_consent_on and card.labour_consent_on <= registers.on
    }
    lacking = [person for key, person in workers.items() if key not in cards]
    return share(
        len(workers) - len(lacking),
        len(workers),
        records(PEOPLE, len(workers) - len(lacking)),
        [SourceRow(f"не оформлено: {row.title}", row.page, row.id) for row in person_rows(lacking)],
        nobody="Работников, которые ведут работников, среди наставников нет.",
    )


def _workers(registers: Registers) -> dict[int, Person]:
    by_law = {code for code, one in load_formats().formats.items() if one.art_351_8}
    return {
        part.person_id: part.person
        for pair in registers.active_pairs
        if pair.mentoring_format in by_law
        for part in pair.members.all()
        if part.role == PairMember.MENTOR and part.person.kind == PersonKind.TEACHER
    }


def rewarded(registers: Registers) -> Counted:
    """I3: mentors named by the orders of reward since 1 September."""
    if not registers.documents_kept:
        return unknown(not_kept(DOCUMENTS))
    orders = [row for row in registers.documents_of("reward") if row.signed_on in registers.period]
    counts = [row.people_count for row in orders]
    if None in counts:
        return unknown(records(DOCUMENTS, len(orders)), "В приказе о поощрении не указано, сколько человек названо.")
    note = "Если один наставник назван в двух приказах, посчитайте его один раз." if len(orders) > 1 else ""
    return known(sum(filter(None, counts)), records(DOCUMENTS, len(orders)), document_rows(orders), note=note)


LINES: dict[str, Line] = {
    "B1": partial(document_line, kind="implementation"),
    "B2": partial(document_line, kind="regulation"),
    "B3": roadmap,
    "B4": programme,
    "B5": partial(document_line, kind="mentors_register"),
    "B6": partial(document_line, kind="pairs"),
    "B7": incentives,
    "B8": consents,
    "B9": labour_terms,
    "I3": rewarded,
}
