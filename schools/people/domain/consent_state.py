"""How a consent stands on a day, in the product's states (ux.md § 4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from tenants.domain.russian import counted, date_words

SOON_DAYS = 30


class Paper(Protocol):
    """A consent as the register keeps it."""

    given_on: date
    valid_until: date | None
    withdrawn_on: date | None


@dataclass(frozen=True, slots=True)
class ConsentState:
    """A code of the nine states with its words; ``stands`` — the data may be processed."""

    code: str
    words: str
    stands: bool


NEEDED = ConsentState("idle", "Нужно", stands=False)
NOT_GIVEN = ConsentState("idle", "Не получено", stands=False)  # where nobody is obliged to give it


def state_of_paper(paper: Paper, on: date) -> ConsentState:
    """One paper on a day."""
    if paper.withdrawn_on is not None and paper.withdrawn_on <= on:
        return ConsentState("late", f"Отозвано {_day(paper.withdrawn_on, on)}", stands=False)
    if paper.valid_until is not None and paper.valid_until < on:
        return ConsentState("late", f"Истекло {_day(paper.valid_until, on)}", stands=False)
    if paper.valid_until is not None and paper.valid_until <= on + timedelta(days=SOON_DAYS):
        left = (paper.valid_until - on).days
        return ConsentState("soon", f"Истекает {_within(left)}", stands=True)
    return ConsentState("done", f"Получено {_day(paper.given_on, on)}", stands=True)


def state_of_papers(papers: Iterable[Paper], on: date, *, nothing: ConsentState = NEEDED) -> ConsentState:
    """All papers of one purpose together: one that stands is enough, otherwise what happened to the newest.

    ``nothing`` is said where there never was a paper.
    """
    known = sorted((paper for paper in papers if paper.given_on <= on), key=lambda paper: paper.given_on)
    states = [state_of_paper(paper, on) for paper in known]
    standing = [state for state in states if state.stands]
    best = [state for state in standing if state.code == "done"] or standing or states
    return best[-1] if best else nothing


def _day(day: date, on: date) -> str:
    """The year is said only where it is another one."""
    return date_words(day, with_year=day.year != on.year)


def _within(days: int) -> str:
    return f"через {counted(days, 'день', 'дня', 'дней')}" if days else "сегодня"
