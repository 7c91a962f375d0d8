"""Block C: the site section and publications."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from municipal.indicators.facts import DocumentValue
from schools.monitoring.collect.registers import Registers
from schools.monitoring.collect.words import not_kept, publication_rows, records
from schools.monitoring.domain.counted import Counted, SourceRow, known, unknown
from schools.publications.models import Channel, Publication
from tenants.domain.russian import date_words

Line = Callable[[Registers], Counted]
SECTION, CARD = "Публикации", "карточка организации"
MAY = 5


def site_section(registers: Registers) -> Counted:
    """C1: «нет» where the address is known not to open."""
    row = registers.card
    if row is None or not row.site_section_url:
        return unknown("в карточке организации ссылки на раздел нет")
    checked = row.site_section_checked_on
    how = f"{CARD}, ссылка проверена {date_words(checked)}" if checked else f"{CARD}, ссылку ещё не проверяли"
    value = DocumentValue(present=row.site_section_works is not False, url=row.site_section_url)
    note = "Ссылка не открылась." if row.site_section_works is False else ""
    return known(value, how, [SourceRow(row.site_section_url, href=row.site_section_url)], note=note)


def section_updated(registers: Registers) -> Counted:
    """C2: an update after the reporting date says nothing about the state on it."""
    row = registers.card
    day = row.site_section_updated_on if row else None
    if day is None:
        return unknown("в карточке организации этой даты нет")
    if day > registers.on:
        return unknown(f"{CARD}: раздел обновлён {date_words(day)}, это позже отчётной даты")
    return known(day, f"{CARD}: раздел обновлён {date_words(day)}")


def _published(*channels: str) -> Line:
    def line(registers: Registers) -> Counted:
        if not registers.publications_kept:
            return unknown(not_kept(SECTION))
        found = [row for row in registers.publications if row.channel in channels]
        return _publications(found)

    return line


def _publications(found: list[Publication]) -> Counted:
    return known(len(found), records(SECTION, len(found)), publication_rows(found))


def year_results(registers: Registers) -> Counted:
    """C7: marked «Итоги года», dated in May and up to the reporting date."""
    if not registers.publications_kept:
        return unknown(not_kept(SECTION))
    may = date(registers.on.year, MAY, 1)
    found = [row for row in registers.publications if row.is_year_results and row.published_on >= may]
    how = records(SECTION, len(found))
    if not found:
        return known(DocumentValue(present=False), how)
    newest = found[0]
    value = DocumentValue(present=True, dated=newest.published_on, url=newest.url)
    return known(value, how, publication_rows(found))


LINES: dict[str, Line] = {
    "C1": site_section,
    "C2": section_updated,
    "C3": _published(*Channel.values),
    "C4": _published(Channel.SITE),
    "C5": _published(Channel.SOCIAL, Channel.MEDIA),
    "C6": _published(Channel.MUNICIPAL),
    "C7": year_results,
}
