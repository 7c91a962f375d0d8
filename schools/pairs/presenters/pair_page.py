"""One pair: its people, its way, its meetings (ux.md § 5, screen 11)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from municipal.indicators.formats import load_formats
from schools.pairs.domain.journey import MEETING_TITLES, STEPS
from schools.pairs.models import Pair, PairMember, PairStatus
from schools.pairs.presenters.words import about, day_words, order_words
from schools.people.models import Person
from tenants.domain.russian import counted, date_numeric, date_words
from tenants.domain.school_year import SchoolYear


@dataclass(frozen=True, slots=True)
class Member:
    """One of the pair's people; ``lacks`` — the consent is missing."""

    id: int
    name: str
    about: str
    lacks: bool


def members(pair: Pair, role: str, lacking: Sequence[Person]) -> list[Member]:
    """People of one side."""
    without = {person.pk for person in lacking}
    return [
        Member(part.person_id, part.person.full_name, about(part.person), part.person_id in without)
        for part in pair.members.all()
        if part.role == role
    ]


def sides(pair: Pair, lacking: Sequence[Person]) -> list[tuple[str, list[Member]]]:
    """«Наставник» and «Наставляемый» with their people, in the right number."""
    mentors = members(pair, PairMember.MENTOR, lacking)
    mentees = members(pair, PairMember.MENTEE, lacking)
    return [
        ("Наставник" if len(mentors) == 1 else "Наставники", mentors),
        ("Наставляемый" if len(mentees) == 1 else "Наставляемые", mentees),
    ]


def facts(pair: Any) -> list[dict[str, Any]]:
    """What is written down of the pair."""
    formats = load_formats()
    kind = formats.kinds.get(pair.kind)
    found = [
        {"name": "Форма", "value": formats.title(pair.mentoring_format)},
        {"name": "Вид", "value": kind.title if kind else pair.kind},
        {"name": "Программа", "value": pair.programme.title if pair.programme else "без программы"},
        {"name": "Предложена", "value": date_numeric(pair.proposed_on)},
        {"name": "Приказ", "value": order_words(pair) or "ещё нет"},
    ]
    if pair.ended_on:
        word = "Прервана" if pair.status == PairStatus.BROKEN else "Завершена"
        found.append({"name": word, "value": date_numeric(pair.ended_on)})
    if pair.paused_on:
        found.append({"name": "Приостановлена", "value": date_numeric(pair.paused_on)})
        found.append({"name": "Почему приостановлена", "value": pair.pause_reason})
    if pair.end_reason:
        found.append({"name": "Почему прервана", "value": pair.end_reason})
    return found


def way(reached: int) -> list[dict[str, Any]]:
    """Five steps with what is passed."""
    return [{"word": word, "passed": number <= reached} for number, word in enumerate(STEPS.values(), 1)]


def meeting_lines(
    meetings: Iterable[Any], year: SchoolYear, today: date, *, is_curator: bool, may_open: bool
) -> list[dict[str, Any]]:
    """The trail of meetings, the latest first: planned ahead, not told about, held.

    ``may_open``: the page of a meeting is a form, so it opens only to whoever may write. Topics are the curator's to
    read and mend, the principal sees days and counts (ux.md § 3).
    """
    ordered = sorted(meetings, key=lambda one: (_day(one), one.pk), reverse=True)
    return [_meeting(one, year, today, is_curator=is_curator, may_open=may_open) for one in ordered]


def _day(one: Any) -> date:
    day: date = one.held_on or one.planned_on
    return day


def _meeting(one: Any, year: SchoolYear, today: date, *, is_curator: bool, may_open: bool) -> dict[str, Any]:
    line = {"id": f"v{one.pk}", "day": _day(one), "title": MEETING_TITLES[one.kind]}
    if may_open:
        line["href"] = reverse("meetings:meeting", args=[year, one.pk])
    if one.held_on is None:
        passed = one.planned_on < today
        words = "Не отмечена" if passed else "Запланирована"
        return {**line, "code": "check" if passed else "idle", "state_words": words, "pill": passed}
    given = [
        word
        for word, is_given in (("наставника", one.mentor_feedback), ("наставляемого", one.mentee_feedback))
        if is_given
    ]
    feedback = f"есть отзыв {' и '.join(given)}" if given else "отзывов нет"
    said = f"{feedback[:1].upper()}{feedback[1:]}."
    text = f"{one.topic.rstrip('.')}. {said}" if is_curator and one.topic else said
    return {**line, "code": "done", "text": text, "note": _near(one.held_on, today)}


def _near(day: date, today: date) -> str:
    said = day_words(day, today)
    return said if said in {"сегодня", "вчера"} else ""


def conclusion(pair: Any, today: date) -> str:
    """The first sentence under the names."""
    if pair.status == PairStatus.PROPOSED:
        days = (today - pair.proposed_on).days
        since = f" уже {counted(days, 'день', 'дня', 'дней')}" if days else ""
        return f"Пара предложена и ждёт приказа{since}."
    met = counted(pair.held, "встреча", "встречи", "встреч") if pair.held else "встреч ещё не было"
    if pair.ended_on:
        return f"Пара уже закончила работу: {met}."
    if pair.paused_on:
        return f"Пара приостановлена с {date_words(pair.paused_on)}: {pair.pause_reason}. Встречи не записываются."
    last = f", последняя {day_words(pair.last_held, today)}" if pair.last_held else ""
    return f"Пара работает: {met}{last}."
