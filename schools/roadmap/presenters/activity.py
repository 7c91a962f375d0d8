"""One activity in words."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from schools.roadmap.domain.deadline import DeadlineKind
from schools.roadmap.domain.halves import STEADY
from schools.roadmap.domain.objects import REGISTER_WORDS, REGISTERS
from schools.roadmap.domain.progress import State
from schools.roadmap.domain.typical import load_vocabulary
from schools.roadmap.presenters.plan import closed_href, evidence_href
from schools.roadmap.queries.standings import ActivityStanding
from tenants.domain.russian import date_numeric, date_words, join_and
from tenants.domain.school_year import SchoolYear


def meaning(line: ActivityStanding) -> str:
    """How the deadline was understood."""
    one = line.activity
    if one.deadline_kind in STEADY:
        return "Работа идёт всё время и не бывает просрочена. В каждом полугодии нужно хотя бы одно подтверждение."
    if one.deadline_kind == DeadlineKind.AS_NEEDED.value:
        return "Срока нет: отметьте пункт, когда он понадобится и будет сделан."
    days = [due.due_on for due in line.occurrences if due.due_on]
    if days:
        return f"Понято так: {join_and([date_words(day) for day in days])}."
    if one.deadline_checked:
        return "Точной даты у этого срока нет: пункт закрывается отметкой."
    return "Срок не понят. Впишите его словами с датой, например: до 15 октября."


def dates(line: ActivityStanding) -> list[str]:
    """A line a date: «до 31.10.2025: сделано 14.10.2025»."""
    told = []
    for due in line.occurrences:
        if line.activity.deadline_kind in STEADY and due.marked_on is None:
            continue
        term = f"до {date_numeric(due.due_on)}" if due.due_on else "без даты"
        done = f"сделано {date_numeric(due.done_on)}" if due.done_on else "не отмечено"
        told.append(f"{term}: {done}")
    return told


def proof_rows(line: ActivityStanding, year: SchoolYear) -> list[dict[str, Any]]:
    """Evidence given by hand."""
    return [
        {
            "id": each.pk,
            "words": each.title,
            "href": evidence_href(each, year),
            "is_outside": bool(each.url),
            "day": date_numeric(each.shown_on),
        }
        for each in line.activity.evidence.all()
    ]


def closing(line: ActivityStanding, year: SchoolYear) -> dict[str, Any]:
    """What closes the activity, by which rule, whether that is only our guess, and what has closed it already."""
    one, words = line.activity, load_vocabulary()
    title = words.closes_by.get(one.closes_by, "")
    return {
        "title": title,
        "rule": words.rules.get(one.closes_by.partition(":")[0], ""),
        "is_guess": bool(title) and not one.closes_by_checked,
        "closed": f"Закрыто {line.closed.words}" if line.closed else "",
        "href": closed_href(line.closed, year) if line.closed else "",
        "tally": line.tally.words if line.tally and not line.closed else "",
        "tally_href": reverse(line.tally.route, args=[year]) if line.tally else "",
    }


def register_asked(line: ActivityStanding) -> dict[str, str]:
    """The register whose mark «База проверена» closes the activity; empty where none does."""
    code, _, register = line.activity.closes_by.partition(":")
    if code != "register" or register not in REGISTERS:
        return {}
    return {"code": register, "words": REGISTER_WORDS[register], "route": REGISTERS[register]}


def asks_mark(line: ActivityStanding) -> bool:
    """A mark would say something: the activity is not done, or is done again and again."""
    again = line.activity.deadline_kind in STEADY or line.activity.deadline_kind == DeadlineKind.AS_NEEDED.value
    return again or line.standing.state not in {State.DONE, State.DONE_LATE}
