"""The journal as a trail by weeks (ux.md § 5, screen 12)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from schools.meetings.domain.weeks import LAST_DAY, week_of, week_words
from schools.meetings.models import Meeting
from schools.meetings.queries import Choice, Counts, Week
from schools.pairs.domain.journey import MEETING_TITLES
from tenants.domain.russian import counted, plural
from tenants.domain.school_year import SchoolYear

CHOICES = {
    Choice.ALL: "Все",
    Choice.HELD: "Проведены",
    Choice.AHEAD: "Запланированы",
    Choice.UNMARKED: "Не отмечены",
    Choice.SILENT: "Без отзыва",
}


def chips(counts: Counts, chosen: Choice) -> list[dict[str, Any]]:
    """Filters with their numbers; one that would show nothing is left out, but the first and the chosen."""
    return [
        {
            "href": f"?otbor={choice.value}" if choice is not Choice.ALL else "?",
            "words": words,
            "count": counts[choice],
            "current": choice is chosen,
        }
        for choice, words in CHOICES.items()
        if counts[choice] or choice in {Choice.ALL, chosen}
    ]


def conclusion(counts: Counts, *, over: bool = False) -> str:
    """«За учебный год проведена 121 встреча, отзыв есть о 98. По плану было 130.»"""
    held = counts[Choice.HELD]
    if not held and over:
        return "За этот учебный год встреч не записано."
    if not held:
        planned = counts[Choice.AHEAD]
        ahead = f" Запланировано: {planned}." if planned else ""
        return f"Встреч в этом учебном году ещё не было.{ahead}"
    verb = plural(held, "проведена", "проведены", "проведено")
    said = f"За учебный год {verb} {counted(held, 'встреча', 'встречи', 'встреч')}, отзыв есть о {counts.answered}."
    if counts.planned:
        said = f"{said} По плану записано {counted(counts.planned, 'встреча', 'встречи', 'встреч')}."
    if counts[Choice.UNMARKED]:
        unmarked = counts[Choice.UNMARKED]
        words = counted(unmarked, "встреча прошла", "встречи прошли", "встреч прошли")
        said = f"{said} Не отмечено: {words} по плану, а записи нет."
    return said


def period_of(weeks: Sequence[Week], year: SchoolYear) -> tuple[date, date]:
    """From the first to the last day of the weeks of a page, within the year."""
    first, last = min(week.monday for week in weeks), max(week.monday for week in weeks) + LAST_DAY
    return max(first, year.starts_on), min(last, year.ends_on)


def trail(
    weeks: Sequence[Week], meetings: Sequence[Meeting], *, year: SchoolYear, today: date, may_change: bool
) -> list[dict[str, Any]]:
    """Headings of weeks with their counts, and under each its meetings."""
    items: list[dict[str, Any]] = []
    for week in weeks:
        items.append({"is_week": True, "title": week_words(week.monday, today=today), "text": _counts(week)})
        items += [
            _line(one, year, today, may_change=may_change) for one in meetings if week_of(_day(one)) == week.monday
        ]
    return items


def _counts(week: Week) -> str:
    held = f"проведено {week.held}" if week.held else ""
    planned = f"в плане {week.planned}" if week.planned else ""
    said = ", ".join(filter(None, [held, planned]))
    return f"{said[:1].upper()}{said[1:]}."


def _day(one: Meeting) -> date:
    return one.held_on or one.planned_on or date.min


def _line(one: Meeting, year: SchoolYear, today: date, *, may_change: bool) -> dict[str, Any]:
    page = "meetings:meeting" if may_change else ""
    line = {
        "id": f"v{one.pk}",
        "day": _day(one),
        "title": one.pair.called(),
        "href": reverse(page, args=[year, one.pk]) if page else reverse("pairs:pair", args=[year, one.pair_id]),
    }
    if one.held_on is None:
        unmarked = _day(one) < today
        words = "Не отмечена" if unmarked else "Запланирована"
        line |= {"code": "check" if unmarked else "idle", "state_words": words, "pill": unmarked}
        if unmarked and may_change:
            line["action"] = {"href": line["href"], "words": "Отметить"}
        return {**line, "text": _text(one)}
    return {**line, "code": "done", "text": _text(one), "state_words": feedback_words(one)}


def _text(one: Meeting) -> str:
    word = MEETING_TITLES[one.kind]
    return f"{word}: {one.topic}" if one.topic else f"{word}."


def feedback_words(one: Meeting) -> str:
    """«Отзывы обоих», «Отзыв наставника», «Отзывов нет»."""
    if one.mentor_feedback and one.mentee_feedback:
        return "Отзывы обоих"
    if one.mentor_feedback:
        return "Отзыв наставника"
    return "Отзыв наставляемого" if one.mentee_feedback else "Отзывов нет"


def pair_choices(pairs: Sequence[Any]) -> list[tuple[int, str]]:
    """Pairs for a list to choose from, by their names."""
    return sorted(((pair.pk, pair.called()) for pair in pairs), key=lambda choice: choice[1])
