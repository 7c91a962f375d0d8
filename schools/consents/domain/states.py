"""How the consent of one person to one purpose stands: the papers and what was asked, together."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from schools.people.domain.consent_state import NEEDED, NOT_GIVEN, ConsentState, Paper, state_of_papers
from tenants.domain.russian import date_words

BLANK, WAITING, REFUSED = "blank", "waiting", "refused"
NEEDED_FOR_ORDER = "processing"


class Asked(Protocol):
    """A request for a consent."""

    state: str
    asked_on: date
    expires_on: date | None


def state_of(papers: Iterable[Paper], asked: Iterable[Asked], on: date, *, purpose: str) -> ConsentState:
    """нужно, бланк выдан, ждёт, получено, истекает, отказ, отозвано, истекло.

    A consent that stands has the last word; otherwise what happened last: a withdrawal, or a later request.
    """
    known = [paper for paper in papers if paper.given_on <= on]
    nothing = NEEDED if purpose == NEEDED_FOR_ORDER else NOT_GIVEN
    by_papers = state_of_papers(known, on, nothing=nothing)
    since = max((_last_day(paper) for paper in known), default=date.min)
    later = [one for one in asked if one.state in {BLANK, WAITING, REFUSED} and since <= one.asked_on <= on]
    if by_papers.stands or not later:
        return by_papers
    return _of_request(max(enumerate(later), key=lambda one: (one[1].asked_on, one[0]))[1], on)


def _last_day(paper: Paper) -> date:
    return paper.withdrawn_on or paper.valid_until or paper.given_on


def _of_request(asked: Asked, on: date) -> ConsentState:
    day = date_words(asked.asked_on, with_year=asked.asked_on.year != on.year)
    if asked.state == REFUSED:
        return ConsentState("late", f"Отказ {day}", stands=False)
    if asked.state == BLANK:
        return ConsentState("wait", f"Бланк выдан {day}", stands=False)
    if asked.expires_on is not None and asked.expires_on < on:
        return ConsentState("late", f"Ссылка истекла, отправлена {day}", stands=False)
    return ConsentState("wait", f"Ждёт ответа, ссылка от {day}", stands=False)
