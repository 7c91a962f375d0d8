"""The term of a recommendation: «до 15 ноября 2025 года», or words."""

import re
from collections.abc import Collection
from datetime import date, timedelta

from tenants.domain.russian import date_words

HAND_IN = "hand_in"  # the campaign's own day, told by hand_in_words
LEAD_DAYS = 7  # a day nearer than this cannot be asked of anybody: the note has yet to be signed and sent
_MONTH_DAY = re.compile(r"(\d{2})-(\d{2})")
_MONDAY, _SATURDAY = 0, 5


def term_words(term: str, *, reporting_date: date, note_date: date, passed: str) -> str:
    """«11-15» is the first 15 November after the reporting date, moved from a weekend to the Monday after it.

    Where it has passed by the note's date, or less than a week is left, ``passed``. Other texts are given back as they
    stand.
    """
    found = _MONTH_DAY.fullmatch(term)
    if not found:
        return term
    month, day = int(found[1]), int(found[2])
    due = date(reporting_date.year, month, day)
    if due < reporting_date:
        due = due.replace(year=due.year + 1)
    due = _working(due)
    return passed if due < note_date + timedelta(days=LEAD_DAYS) else f"до {date_words(due)}"


def hand_in_words(days: Collection[date]) -> str:
    """«до 31 октября 2025 года» for the days that hold for the silent schools; with an extension there are several."""
    first = f"до {date_words(min(days))}"
    return first if len(set(days)) == 1 else f"{first}, а где срок продлён, в продлённый срок"


def _working(day: date) -> date:
    return day if day.weekday() < _SATURDAY else day + timedelta(days=7 - day.weekday() + _MONDAY)
