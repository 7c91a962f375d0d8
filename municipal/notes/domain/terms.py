"""The term of a recommendation: «до 15 ноября 2025 года», or words."""

import re
from datetime import date

from tenants.domain.russian import date_words

_MONTH_DAY = re.compile(r"(\d{2})-(\d{2})")


def term_words(term: str, *, reporting_date: date, note_date: date, passed: str) -> str:
    """«11-15» is the first 15 November after the reporting date; where it has passed by the note's date, ``passed``.

    Other texts are given back as they stand.
    """
    found = _MONTH_DAY.fullmatch(term)
    if not found:
        return term
    month, day = int(found[1]), int(found[2])
    due = date(reporting_date.year, month, day)
    if due < reporting_date:
        due = due.replace(year=due.year + 1)
    return passed if due <= note_date else f"до {date_words(due)}"
