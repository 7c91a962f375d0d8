"""Rows of a roadmap as words on the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from schools.roadmap.domain.progress import Due, Share, Standing, State, share, standing
from schools.roadmap.models import Activity, Roadmap
from tenants.domain.russian import counted, date_numeric, date_words, plural
from tenants.domain.school_year import SchoolYear

WORDS = {
    State.DONE: "Выполнено",
    State.DONE_LATE: "Выполнено",
    State.LATE: "Просрочено",
    State.SOON: "Срок близко",
    State.WORK: "В работе",
    State.AHEAD: "Впереди",
}
# Of a roadmap that is over nothing is awaited any more.
WORDS_OF_PAST = WORDS | {State.LATE: "Не выполнено", State.SOON: "Не отмечено", State.WORK: "Не отмечено"}


@dataclass(frozen=True, slots=True)
class Line:
    """A row with where it stands."""

    activity: Activity
    standing: Standing


def lines_of(roadmap: Roadmap, activities: Sequence[Activity], today: date) -> list[Line]:
    """Each row with its state on ``today``."""
    return [Line(one, _standing(one, roadmap, today)) for one in activities]


def _standing(one: Activity, roadmap: Roadmap, today: date) -> Standing:
    dues = [Due(due.due_on, due.done_on) for due in one.occurrences.all()]
    return standing(dues, starts_on=roadmap.period_from, today=today)


def share_of(lines: Sequence[Line]) -> Share:
    """How many are done, without headings of groups."""
    return share([line.standing.state for line in lines if not line.activity.is_heading])


def conclusion(whole: Share, *, over: bool = False) -> str:
    """«Выполнено 14 из 24 мероприятий, одно просрочено.»; of a roadmap that is over: «Не выполнено 10.»"""
    done = f"Выполнено {whole.done} из {counted(whole.total, 'мероприятия', 'мероприятий', 'мероприятий')}"
    if over:
        left = whole.total - whole.done
        return f"{done}, не выполнено {left}." if left else f"{done}."
    if not whole.late:
        return f"{done}, просроченных нет."
    return f"{done}, {plural(whole.late, 'просрочено', 'просрочены', 'просрочено')} {whole.late}."


def approval(roadmap: Roadmap, *, over: bool = False) -> str:
    """By which order it was approved, or that it was not."""
    if roadmap.order_number and roadmap.order_date:
        return f"Утверждена приказом № {roadmap.order_number} от {date_numeric(roadmap.order_date)}."
    return "Приказом не утверждена." if over else "Пока не утверждена приказом."


def stage_circles(lines: Sequence[Line], current: int | None, *, over: bool = False) -> list[dict[str, Any]]:
    """The row of circles above the list."""
    circles, late = [], "не выполнено" if over else "просрочено"
    for number, (stage_id, title, group) in enumerate(_by_stage(lines), 1):
        part = share_of(group)
        circles.append(
            {
                "href": f"#s{stage_id}",
                "state": part.state,
                "number": number,
                "title": title,
                "progress": f"{part.done} из {part.total}",
                "late": counted(part.late, late, late, late) if part.late else "",
                "current": stage_id == current,
            }
        )
    return circles


def _by_stage(lines: Sequence[Line]) -> list[tuple[int, str, list[Line]]]:
    groups: dict[int, tuple[str, list[Line]]] = {}
    for line in lines:
        stage = line.activity.stage
        groups.setdefault(stage.pk, (stage.title, []))[1].append(line)
    return [(pk, title, group) for pk, (title, group) in groups.items()]


def trail(lines: Sequence[Line], year: SchoolYear, today: date, *, over: bool = False) -> list[dict[str, Any]]:
    """The list itself: headings of stages and groups, and a line an activity. ``over``: nothing is awaited any more."""
    items: list[dict[str, Any]] = []
    for stage_id, title, group in _by_stage(lines):
        number = group[0].activity.stage.number
        items.append({"is_stage": True, "id": f"s{stage_id}", "title": f"{number}. {title}" if number else title})
        items.extend(_item(line, year, today, over=over) for line in group)
    return items


def _item(line: Line, year: SchoolYear, today: date, *, over: bool) -> dict[str, Any]:
    one, state = line.activity, line.standing.state
    title = f"{one.number} {one.text}".strip()
    if one.is_heading:
        return {"is_group": True, "title": title}
    return {
        "code": "done" if state is State.DONE_LATE else state.value,
        "day": line.standing.due_on,
        "day_words": _when(line, today),
        "note": _note(line, today, over=over),
        "late": state is State.LATE,
        "title": title,
        "href": reverse("roadmap:activity", args=[year, one.pk]),
        "text": " · ".join(filter(None, [one.responsible.replace("\n", ", "), _proof(one, over=over)])),
        "state_words": (WORDS_OF_PAST if over else WORDS)[state],
        "pill": state not in {State.DONE, State.DONE_LATE},
        "side": f"позже срока на {counted(line.standing.days_late, 'день', 'дня', 'дней')}"
        if state is State.DONE_LATE
        else "",
    }


def _when(line: Line, today: date) -> str:
    due = line.standing.due_on
    if due is None:
        return line.activity.deadline_phrase or "без срока"
    words = date_words(due, with_year=due.year != today.year)
    return f"до {words}"


def _note(line: Line, today: date, *, over: bool) -> str:
    place = line.standing
    if place.done_on:
        return f"сделано {date_words(place.done_on, with_year=place.done_on.year != today.year)}"
    if over:
        return ""
    if place.state is State.LATE:
        return f"просрочено на {counted(place.days_late, 'день', 'дня', 'дней')}"
    if place.due_on is None:
        return ""
    left = (place.due_on - today).days
    return "сегодня" if left == 0 else f"через {counted(left, 'день', 'дня', 'дней')}"


def _proof(one: Activity, *, over: bool) -> str:
    evidence = [item.title for item in one.evidence.all()]
    if evidence:
        return ", ".join(evidence)
    return f"{'Ожидали' if over else 'Ожидаем'}: {one.expected_result.splitlines()[0]}" if one.expected_result else ""
