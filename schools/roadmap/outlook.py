"""The roadmap by months: marks of activities for the timeline and the calendar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from schools.roadmap.domain.months import Day, Month, months_between, weeks_of
from schools.roadmap.domain.printed import stage_words
from schools.roadmap.domain.progress import Due, State, standing
from schools.roadmap.models import Roadmap
from schools.roadmap.presenters import WORDS, WORDS_OF_PAST
from schools.roadmap.queries import ActivityStanding, OccurrenceStanding
from tenants.domain.russian import date_words
from tenants.domain.school_year import SchoolYear
from tenants.year_guard import year_is_open

_MORE = {State.UNPROVED: "Нет подтверждения", State.IF_NEEDED: "По необходимости"}
STATE_WORDS: Mapping[State, str] = _MORE | WORDS
STATE_WORDS_OF_PAST: Mapping[State, str] = _MORE | WORDS_OF_PAST


@dataclass(frozen=True, slots=True)
class Mark:
    """One date of an activity on a page: its shape (``code``), its state in words, where it leads."""

    href: str
    code: str
    words: str
    label: str
    text: str
    day: date | None
    done_on: date | None
    roadmap: str
    stage_id: int

    @property
    def item(self) -> dict[str, Any]:
        """The mark as a line of a trail."""
        return {
            "code": self.code,
            "day": self.day,
            "day_words": f"до {date_words(self.day, with_year=False)}" if self.day else "весь год",
            "note": f"сделано {date_words(self.done_on, with_year=False)}" if self.done_on else "",
            "late": self.code == "late",
            "title": f"{self.label} {self.text}",
            "href": self.href,
            "state_words": self.words,
            "pill": self.code != "done",
        }


def is_over(roadmap: Roadmap, year: SchoolYear, today: date) -> bool:
    """Neither its own time nor the writing time of the year goes on: nothing is awaited any more."""
    return roadmap.period_to < today and not year_is_open(year)


def marks_of(rows: Sequence[ActivityStanding], year: SchoolYear, today: date) -> list[Mark]:
    """A mark a date of the year, and one for an activity without dates; headings of groups have none."""
    found: list[Mark] = []
    for place, row in enumerate(rows, 1):
        if row.activity.is_heading:
            continue
        dated = [due for due in row.of_year if due.due_on is not None]
        shown: list[tuple[State, OccurrenceStanding | None]]
        if row.halves or not dated:
            shown = [(row.standing.state, None)] if row.of_year or row.halves else []
        else:
            shown = [(_state(row, due, today), due) for due in dated]
        over = is_over(row.roadmap, year, today)
        found += [_mark(row, state, due, label=f"{place}.", year=year, over=over) for state, due in shown]
    return found


def _state(row: ActivityStanding, due: OccurrenceStanding, today: date) -> State:
    return standing([Due(due.due_on, due.done_on)], starts_on=row.roadmap.period_from, today=today).state


def _mark(
    row: ActivityStanding,
    state: State,
    due: OccurrenceStanding | None,
    *,
    label: str,
    year: SchoolYear,
    over: bool,
) -> Mark:
    one = row.activity
    words = STATE_WORDS_OF_PAST if over else STATE_WORDS
    return Mark(
        href=reverse("roadmap:activity", args=[year, one.pk]),
        code=state.code,
        words=words[state],
        label=one.number or label,
        text=one.text,
        day=due.due_on if due else None,
        done_on=due.done_on if due else row.standing.done_on,
        roadmap=row.roadmap.title,
        stage_id=one.stage_id,
    )


def timeline(
    rows: Sequence[ActivityStanding], marks: Sequence[Mark], months: Sequence[Month], today: date
) -> list[dict[str, Any]]:
    """A line a stage: its marks under each month, and those without a date."""
    stages = {row.activity.stage_id: row.activity.stage for row in rows if not row.activity.is_heading}
    lines = []
    for stage in stages.values():
        own = [mark for mark in marks if mark.stage_id == stage.pk]
        by_month = [[mark for mark in own if mark.day and Month.of(mark.day) == month] for month in months]
        lines.append(
            {
                "title": stage_words(stage.number, stage.title),
                "months": [
                    {"month": month, "marks": held, "is_now": month == Month.of(today)}
                    for month, held in zip(months, by_month, strict=True)
                ],
                "undated": [mark for mark in own if mark.day is None],
            }
        )
    return lines


def months_of(roadmap: Roadmap, year: SchoolYear) -> tuple[Month, ...]:
    """The months of the year that the roadmap covers."""
    since, until = max(roadmap.period_from, year.starts_on), min(roadmap.period_to, year.ends_on)
    return months_between(since, until)


def by_month(marks: Sequence[Mark], months: Sequence[Month]) -> list[dict[str, Any]]:
    """The same for a phone: a list a month, months without marks left out, those without a date last."""
    groups: list[dict[str, Any]] = [
        {"title": f"{month.title} {month.year}", "items": _items(marks, month)} for month in months
    ]
    undated = [mark.item for mark in marks if mark.day is None]
    return [group for group in [*groups, {"title": "Без даты", "items": undated}] if group["items"]]


def _items(marks: Sequence[Mark], month: Month) -> list[dict[str, Any]]:
    own = [mark for mark in marks if mark.day and Month.of(mark.day) == month]
    return [mark.item for mark in sorted(own, key=lambda mark: mark.day or date.max)]


def legend(marks: Sequence[Mark]) -> list[dict[str, Any]]:
    """Which shape means what, and how many there are."""
    found: dict[str, dict[str, Any]] = {}
    for mark in marks:
        found.setdefault(mark.words, {"code": mark.code, "words": mark.words, "count": 0})["count"] += 1
    return list(found.values())


@dataclass(frozen=True, slots=True)
class Square:
    """A day of the calendar with what is due on it."""

    day: Day
    marks: tuple[Mark, ...]
    is_today: bool


def squares(month: Month, marks: Sequence[Mark], today: date) -> list[list[Square]]:
    """Weeks of the month; days of its neighbours carry no marks."""
    held: dict[date, list[Mark]] = {}
    for mark in marks:
        if mark.day is not None:
            held.setdefault(mark.day, []).append(mark)
    return [
        [
            Square(day, tuple(held.get(day.date, ())) if day.is_of_month else (), day.is_of_month and day.date == today)
            for day in week
        ]
        for week in weeks_of(month)
    ]
