"""Deeds as lines of the trail, numbers and the journal: addresses are found here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.urls import reverse

from schools.cabinet.addresses import Reader, address
from schools.cabinet.domain.agenda import Agenda
from schools.cabinet.domain.deeds import Deed, Target
from schools.cabinet.domain.first_steps import Step
from schools.cabinet.domain.wording import moment_words
from schools.cabinet.queries import Known
from schools.meetings.queries import Choice
from tenants.domain.roles import Role
from tenants.domain.russian import counted, date_short, date_words, plural
from tenants.domain.school_year import SchoolYear
from tenants.journal.queries import Event

_PREPOSITIONAL = (
    *("январе", "феврале", "марте", "апреле", "мае", "июне"),
    *("июле", "августе", "сентябре", "октябре", "ноябре", "декабре"),
)

_LATER = "Впереди, сейчас делать ничего не нужно"


def trail(day: Agenda, reader: Reader, *, acts: bool = True, leads: bool = True) -> list[dict[str, Any]]:
    """Lines of the trail, the first large; overdue ones fold after the red lines.

    A heading parts the reader's own, which the page counts, from what is only to be known. ``acts``: the lines are the
    reader's, with their buttons. ``leads``: the first has the page's main button; beside the first steps it has not.
    """
    items = [_item(deed, reader, acts=acts) for deed in day.deeds]
    if items:
        items[0]["heading"] = "h2"
        if "action" in items[0]:
            items[0]["action"]["go"] = leads
    if day.folded:
        lines = [_item(replace(deed, action=""), reader, acts=acts) for deed in day.folded]
        count = len(lines)
        words = f"Ещё {counted(count, 'просроченное', 'просроченных', 'просроченных')}"
        items.insert(day.fold_after, {"is_fold": True, "words": words, "lines": lines})
    if later := sum(not deed.mine for deed in day.deeds):
        items.insert(len(items) - later, {"is_part": True, "title": _LATER})
    return items


def _item(deed: Deed, reader: Reader, *, acts: bool) -> dict[str, Any]:
    place = () if deed.target_id is None else (deed.target_id,)
    href = address(deed.target, reader, place, anchor=deed.anchor if acts else "")
    links = [(one.words, address(one.target, reader, one.place, anchor=one.anchor)) for one in deed.links]
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
        "links": [{"words": words, "href": where} for words, where in links if where and acts],
    }
    if deed.filled:
        done, total = deed.filled
        item["cells"] = {"done": min(done, total), "total": total, "words": "показателей"}
    if deed.action and href and acts:
        item |= {"action": {"href": href, "words": deed.action}, "href": ""}  # one way in, not two side by side
    return item


def nearest_words(day: Agenda, year: SchoolYear) -> str:
    """«Ближайшее: 31 октября, опрос.», or where the deeds come from."""
    deed = day.nearest
    if deed is None or deed.day is None:
        return "Когда подойдёт срок по дорожной карте или откроется мониторинг, дело появится здесь."
    shown = date_words(deed.day, with_year=deed.day.year not in {year.start_year, year.start_year + 1})
    return f"Ближайшее: {shown}, {deed.title[:1].lower()}{deed.title[1:]}."


def finished_words(known: Known, day: Agenda, year: SchoolYear) -> str:
    """«Готово: работают 3 пары. Дальше напомним сами. Ближайшее: …»"""
    working = known.numbers["working"].count
    said = f"Готово: {plural(working, 'работает', 'работают', 'работают')} {counted(working, 'пара', 'пары', 'пар')}."
    lacking = known.numbers["without_consent"].count
    rest = f" Согласий не хватает: {lacking}, это дело осталось в списке." if lacking else ""
    coming = f" {nearest_words(day, year)}" if day.nearest else ""
    return f"{said}{rest} Дальше напомним сами.{coming}"


def steps(found: Sequence[Step], reader: Reader) -> list[dict[str, Any]]:
    """First steps as lines: what is done stays as a quiet one; the first that is not has the main button."""
    items: list[dict[str, Any]] = []
    for number, step in enumerate(found, 1):
        href = address(step.target, reader, anchor=step.anchor)
        item: dict[str, Any] = {
            "code": "done" if step.done else "idle",
            "day_words": "отложено" if step.is_later else f"шаг {number}",
            "title": step.title,
            "text": step.text,
            "href": href,
            "state_words": "Сделано" if step.done else "",
        }
        if not step.done and href:
            is_first = not step.is_later and not any("action" in other for other in items)
            item |= {
                "action": {"href": href, "words": step.action, "go": is_first},
                "href": "",
                "later": _later(step, reader),
            }
        items.append(item)
    return items


def _later(step: Step, reader: Reader) -> dict[str, str]:
    words, value = ("Вернуть на место", "vernut") if step.is_later else ("Сделаю позже", "")
    return {"href": reverse("cabinet:put_off", args=[reader.year, step.code.value]), "words": words, "value": value}


def numbers(known: Known, reader: Reader) -> list[dict[str, Any]]:
    """Five numbers of the programme, each leading to its rows; of one form of mentoring only its pairs."""
    counts, plan = known.numbers, known.plan
    held = counts["held"].count
    journal = address(Target.MEETINGS, reader).partition("?")[0]
    pair_list = address(Target.PAIRS, reader)
    pairs = {"name": "Пары и группы", "value": counts["working"].count, "href": pair_list}
    if reader.role is Role.FORMAT_LEAD:
        silent = {"name": "Давно не встречались", "value": counts["silent"].count}
        proposed = {"name": "Ждут приказа", "value": counts["proposed"].count, "href": pair_list}
        return [pairs, silent | {"href": address(Target.SILENT_PAIRS, reader)}, proposed]
    wanted = counts["promised"].count + counts["waiting"].count
    return [
        pairs,
        {"name": "Наставляемых с наставником", "value": _of(counts["paired"].count, wanted), "href": pair_list},
        {
            "name": f"Встреч в {_PREPOSITIONAL[known.today.month - 1]}",
            "value": held,
            "href": f"{journal}?otbor={Choice.HELD.value}" if journal else "",
        },
        {
            "name": "С обратной связью",
            "value": _of(held - counts["silent_meetings"].count, held),
            "href": f"{journal}?otbor={Choice.SILENT.value}" if journal else "",
        },
        {
            "name": "Дорожная карта",
            "value": _of(plan.share.done, plan.share.total) if plan.exists else "ещё нет",
            "href": address(Target.ROADMAP, reader),
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
