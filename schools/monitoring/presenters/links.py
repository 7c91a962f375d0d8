"""Where the pages of the form lead: sections of the cabinet, records, lines of the form itself."""

from __future__ import annotations

from functools import lru_cache

from django.urls import NoReverseMatch, Resolver404, resolve, reverse

from municipal.indicators.editions import Where
from schools.monitoring.domain.counted import SourceRow
from tenants.domain.school_year import SchoolYear

# Where → the section's address after the school year, and how it is called in a sentence after «Открыть».
_SECTIONS: dict[Where, tuple[str, str]] = {
    Where.PASSPORT: ("kartochka", "карточку организации"),
    Where.PEOPLE: ("lyudi", "раздел «Люди и согласия»"),
    Where.PAIRS: ("pary", "раздел «Пары»"),
    Where.ROADMAP: ("karta", "дорожную карту"),
    Where.DOCUMENTS: ("dokumenty", "раздел «Документы»"),
    Where.PUBLICATIONS: ("publikacii", "раздел «Публикации»"),
    Where.MEETINGS: ("vstrechi", "раздел «Встречи»"),
}


def section_of(where: Where, year: SchoolYear) -> tuple[str, str]:
    """Address and words of a section; empty where the line is mended in the form itself."""
    if where not in _SECTIONS:
        return "", ""
    prefix, words = _SECTIONS[where]
    return (f"/{year.slug}/{prefix}/", words) if _stands(prefix) else ("", "")


@lru_cache
def _stands(prefix: str) -> bool:
    try:
        resolve(f"/2025-26/{prefix}/", "config.urls_school")
    except Resolver404:
        return False
    return True


def record_address(row: SourceRow, year: SchoolYear) -> str:
    """The page of a record, or its address outside; empty where there is neither."""
    if row.href:
        return row.href
    if not row.page or row.id is None:
        return ""
    try:
        return reverse(row.page, args=[year, row.id])
    except NoReverseMatch:
        return ""


def block_address(year: SchoolYear, campaign_id: int, block: str) -> str:
    """A page of the form."""
    return reverse("monitoring:block", args=[year, campaign_id, block])


def line_anchor(code: str) -> str:
    """The id of a line on its page: what summaries of faults lead to."""
    return f"stroka-{code}"
