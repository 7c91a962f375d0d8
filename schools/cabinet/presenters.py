"""Deeds as lines of the trail, numbers and the journal: addresses are found here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.urls import NoReverseMatch, reverse

from schools.cabinet.domain.agenda import Agenda
from schools.cabinet.domain.deeds import Deed, Target
from schools.cabinet.domain.first_steps import Step
from schools.cabinet.domain.wording import moment_words
from schools.cabinet.queries import Meetings, Pairs, People, Plan
from schools.meetings.queries import Choice
from tenants.domain.russian import counted, date_short, date_words
from tenants.domain.school_year import SchoolYear
from tenants.journal.queries import Event

_PREPOSITIONAL = (
    *("январе", "феврале", "марте", "апреле", "мае", "июне"),
    *("июле", "августе", "сентябре", "октябре", "ноябре", "декабре"),
)

# Name of the page, and what is added to its address. Pages a principal does not open are in _CURATORS.
_PAGES: dict[Target, tuple[str, str]] = {
    Target.MONITORING: ("monitoring:form", ""),
    Target.ACTIVITY: ("roadmap:activity", ""),
    Target.ROADMAP: ("roadmap:plan", ""),
    Target.NEW_ROADMAP: ("roadmap:start", ""),
    Target.PAIRS: ("pairs:list", ""),
    Target.SILENT_PAIRS: ("pairs:list", "?otbor=davno#pary"),
    Target.PAIR: ("pairs:pair", ""),
    Target.ORDER: ("pairs:order", ""),
    Target.CONSENTS: ("people:consents", ""),
    Target.MEETINGS: ("meetings:list", f"?otbor={Choice.UNMARKED.value}"),
    Target.PEOPLE: ("people:mentors", ""),
    Target.CARD: ("passport:card", ""),
    Target.PUBLICATION: ("publications:add", "?itogi"),
}
_LATER = "Впереди, сейчас делать ничего не нужно"
_CURATORS = {
    *(Target.NEW_ROADMAP, Target.ORDER, Target.CONSENTS, Target.MEETINGS, Target.PEOPLE, Target.PUBLICATION),
}


def address(target: Target | None, year: SchoolYear, number: int | None = None, *, reads_only: bool = False) -> str:
    """Where a deed leads; empty for a page that is closed to the reader or does not stand on this host."""
    if target is None or (reads_only and target in _CURATORS):
        return ""
    name, more = _PAGES[target]
    try:
        return reverse(name, args=[year, number] if number is not None else [year]) + more
    except NoReverseMatch:
        return ""


def trail(day: Agenda, year: SchoolYear, *, reads_only: bool, leads: bool = True) -> list[dict[str, Any]]:
    """Lines of the trail, the first large; overdue ones fold after the red lines.

    A heading parts the curator's own, which the page counts, from what is only to be known. ``leads``: the first has
    the page's main button; beside the first steps it has not.
    """
    items = [_item(deed, year, reads_only=reads_only) for deed in day.deeds]
    if items:
        items[0]["heading"] = "h2"
        if "action" in items[0]:
            items[0]["action"]["go"] = leads
    if day.folded:
        lines = [_item(replace(deed, action=""), year, reads_only=reads_only) for deed in day.folded]
        count = len(lines)
        words = f"Ещё {counted(count, 'просроченное', 'просроченных', 'просроченных')}"
        items.insert(day.fold_after, {"is_fold": True, "words": words, "lines": lines})
    if later := sum(not deed.mine for deed in day.deeds):
        items.insert(len(items) - later, {"is_part": True, "title": _LATER})
    return items


def _item(deed: Deed, year: SchoolYear, *, reads_only: bool) -> dict[str, Any]:
    href = address(deed.target, year, deed.target_id, reads_only=reads_only)
    item: dict[str, Any] = {
        "code": deed.code,
        "title": deed.title,
        "text": deed.text,
        "href": href,
        "day": deed.day,
        "day_words": deed.day_words,
        "note": deed.note,
        "late": deed.late,
        "days_left": deed.days_left,
    }
    if deed.filled:
        done, total = deed.filled
        item["cells"] = {"done": min(done, total), "total": total, "words": "показателей"}
    if deed.action and href and not reads_only:
        item |= {"action": {"href": href, "words": deed.action}, "href": ""}  # one way in, not two side by side
    return item


def nearest_words(day: Agenda, year: SchoolYear) -> str:
    """«Ближайшее: 31 октября, опрос.», or where the deeds come from."""
    deed = day.nearest
    if deed is None or deed.day is None:
        return "Когда подойдёт срок по дорожной карте или откроется мониторинг, дело появится здесь."
    shown = date_words(deed.day, with_year=deed.day.year not in {year.start_year, year.start_year + 1})
    return f"Ближайшее: {shown}, {deed.title[:1].lower()}{deed.title[1:]}."


def steps(found: Sequence[Step], year: SchoolYear) -> list[dict[str, Any]]:
    """First steps as lines: what is done stays as a quiet one; the first that is not has the main button."""
    items: list[dict[str, Any]] = []
    for number, step in enumerate(found, 1):
        href = address(step.target, year)
        item: dict[str, Any] = {
            "code": "done" if step.done else "idle",
            "day_words": f"шаг {number}",
            "title": step.title,
            "text": step.text,
            "href": href,
            "state_words": "Сделано" if step.done else "",
        }
        if not step.done and href:
            is_first = not any("action" in other for other in items)
            item |= {"action": {"href": href, "words": step.action, "go": is_first}, "href": ""}
        items.append(item)
    return items


def numbers(
    pairs: Pairs, people: People, meetings: Meetings, plan: Plan, *, year: SchoolYear, today: date, reads_only: bool
) -> list[dict[str, Any]]:
    """Five numbers of the programme, each leading to its rows."""
    wanted = len(pairs.mentees | pairs.promised) + people.waiting
    held = meetings.month[Choice.HELD]
    journal = "" if reads_only else address(Target.MEETINGS, year).partition("?")[0]
    pair_list = address(Target.PAIRS, year)
    return [
        {"name": "Пары и группы", "value": pairs.working, "href": pair_list},
        {"name": "Наставляемых с наставником", "value": _of(len(pairs.mentees), wanted), "href": pair_list},
        {"name": f"Встреч в {_PREPOSITIONAL[today.month - 1]}", "value": held, "href": journal},
        {
            "name": "С обратной связью",
            "value": _of(meetings.month.answered, held),
            "href": f"{journal}?otbor={Choice.SILENT.value}" if journal else "",
        },
        {
            "name": "Дорожная карта",
            "value": _of(plan.share.done, plan.share.total) if plan.exists else "ещё нет",
            "href": address(Target.ROADMAP, year),
        },
    ]


def _of(part: int, whole: int) -> str:
    """«18 из 20»; nothing to share reads «—»."""
    return f"{part} из {whole}" if whole else "—"


def events(found: Sequence[Event], today: date, zone: str) -> list[dict[str, Any]]:
    """Lines of the journal with their moments in words."""
    local = ZoneInfo(zone)
    return [{"at": one.at, "when": moment_words(one.at.astimezone(local), today), "text": one.text} for one in found]


def events_by_day(found: Sequence[Event], zone: str) -> list[tuple[str, list[dict[str, Any]]]]:
    """The journal under the days it happened on."""
    local = ZoneInfo(zone)
    days: dict[date, list[dict[str, Any]]] = {}
    for one in found:
        at = one.at.astimezone(local)
        days.setdefault(at.date(), []).append({"at": one.at, "text": one.text})
    return [(date_short(day), lines) for day, lines in days.items()]
