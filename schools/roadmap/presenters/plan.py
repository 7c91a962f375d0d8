"""Rows of a roadmap as words on the page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from schools.roadmap.domain.closed import Closed
from schools.roadmap.domain.halves import STEADY
from schools.roadmap.domain.objects import ROUTES, WITH_PAGE, ObjectKind
from schools.roadmap.domain.progress import Share, State, share
from schools.roadmap.domain.typical import load_vocabulary
from schools.roadmap.models import Activity, ActivityStatus, ApprovalStep, Evidence, Roadmap
from schools.roadmap.queries.standings import ActivityStanding
from tenants.domain.russian import counted, date_numeric, date_words, plural
from tenants.domain.school_year import SchoolYear

WORDS = {
    State.DONE: "Выполнено",
    State.DONE_LATE: "Выполнено",
    State.LATE: "Просрочено",
    State.SOON: "Срок близко",
    State.WORK: "В работе",
    State.AHEAD: "Впереди",
    State.UNPROVED: "Нет подтверждения",
    State.IF_NEEDED: "По необходимости",
}
# Of a roadmap that is over nothing is awaited any more.
WORDS_OF_PAST = WORDS | {State.LATE: "Не выполнено", State.SOON: "Не отмечено", State.WORK: "Не отмечено"}
OPEN = frozenset({State.LATE, State.SOON, State.WORK, State.AHEAD, State.UNPROVED})


def share_of(lines: Sequence[ActivityStanding]) -> Share:
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
    """By which order it was approved, or that it was not, or that the principal has it."""
    if roadmap.order_number and roadmap.order_date:
        return f"Утверждена приказом № {roadmap.order_number} от {date_numeric(roadmap.order_date)}."
    if over:
        return "Приказом не утверждена."
    return {
        ApprovalStep.SENT.value: "Отправлена директору на утверждение.",
        ApprovalStep.RETURNED.value: "Возвращена директором с замечанием.",
    }.get(roadmap.approval_step, "Пока не утверждена приказом.")


def stage_circles(
    lines: Sequence[ActivityStanding], current: int | None, *, over: bool = False
) -> list[dict[str, Any]]:
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


def _by_stage(lines: Sequence[ActivityStanding]) -> list[tuple[int, str, list[ActivityStanding]]]:
    groups: dict[int, tuple[str, list[ActivityStanding]]] = {}
    for line in lines:
        stage = line.activity.stage
        groups.setdefault(stage.pk, (stage.title, []))[1].append(line)
    return [(pk, title, group) for pk, (title, group) in groups.items()]


def trail(
    lines: Sequence[ActivityStanding], year: SchoolYear, today: date, *, over: bool = False, writes: bool = False
) -> list[dict[str, Any]]:
    """The list itself: headings of stages and groups, and a line an activity.

    ``over``: nothing is awaited any more; ``writes``: the reader may add what is missing.
    """
    items: list[dict[str, Any]] = []
    for stage_id, title, group in _by_stage(lines):
        number = group[0].activity.stage.number
        items.append({"is_stage": True, "id": f"s{stage_id}", "title": f"{number}. {title}" if number else title})
        items.extend(_item(line, year, today, over=over, writes=writes) for line in group)
    return items


def _item(line: ActivityStanding, year: SchoolYear, today: date, *, over: bool, writes: bool) -> dict[str, Any]:
    one, state = line.activity, line.standing.state
    title = f"{one.number} {one.text}".strip()
    if one.is_heading:
        return {"is_group": True, "title": title}
    href = reverse("roadmap:activity", args=[year, one.pk])
    return {
        "id": f"p{one.pk}",
        "code": state.code,
        "day": line.standing.due_on,
        "day_words": when(line, today),
        "note": note(line, today, over=over),
        "late": state in {State.LATE, State.UNPROVED},
        "title": title,
        "href": href,
        "who": one.responsible.replace("\n", ", "),
        "proofs": proofs(line, year),
        "expected": "" if line.closed or one.evidence.all() else _expected(line, over=over),
        "state_words": _words(line, over=over),
        "pill": not state.is_done,
        "side": f"позже срока на {counted(line.standing.days_late, 'день', 'дня', 'дней')}"
        if state is State.DONE_LATE
        else "",
        "waits": pending_words(one),
        "prove_href": f"{href}#podtverzhdenie" if writes and not over and state in ASKS else "",
        "move_href": f"{href}#srok" if writes and not over and state is State.LATE else "",
    }


ASKS = frozenset({State.LATE, State.UNPROVED})


def _words(line: ActivityStanding, *, over: bool) -> str:
    if line.activity.status == ActivityStatus.PROPOSED:
        return "Ждёт приказа"
    return (WORDS_OF_PAST if over else WORDS)[line.standing.state]


def pending_words(one: Activity) -> str:
    """What waits for an amending order, in a few words; empty where nothing does."""
    if not one.pending:
        return ""
    kind, fields = one.pending["kind"], one.pending.get("fields", {})
    if kind == "add":
        return "Новый пункт, ждёт приказа"
    if kind == "drop":
        return "Предложено исключить, ждёт приказа"
    if "deadline_phrase" in fields:
        return f"Перенос ждёт приказа: {fields['deadline_phrase'] or 'без срока'}"
    return "Изменение ждёт приказа"


def when(line: ActivityStanding, today: date) -> str:
    """«до 12 сентября», or the phrase where it names no day or lasts."""
    due = line.standing.due_on
    if due is None or line.activity.deadline_kind in STEADY:
        return line.activity.deadline_phrase or "без срока"
    words = date_words(due, with_year=due.year != today.year)
    return f"до {words}"


def note(line: ActivityStanding, today: date, *, over: bool) -> str:
    """The second line of the margin."""
    place = line.standing
    if line.halves:
        told = [one for one in line.halves if not one.proved] or list(line.halves)
        return told[0].words if told[0].is_over or not told[0].proved else told[-1].words
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


def proofs(line: ActivityStanding, year: SchoolYear) -> list[dict[str, str]]:
    """What closed the activity and what else proves it: words with their addresses (empty where there is none)."""
    found = [{"words": f"Закрыто {line.closed.words}", "href": closed_href(line.closed, year)}] if line.closed else []
    found += [
        {"words": each.title, "href": evidence_href(each, year)}
        for each in line.activity.evidence.all()
        if line.closed is None or f"«{each.title}»" not in line.closed.words
    ]
    if line.tally is not None and not line.closed:
        found.append({"words": f"Считается само: {line.tally.words}", "href": reverse(line.tally.route, args=[year])})
    return found


def closed_href(closed: Closed, year: SchoolYear) -> str:
    """The page of the object; empty where it has none."""
    if not closed.route:
        return ""
    return reverse(closed.route, args=[year] if closed.number is None else [year, closed.number])


def evidence_href(each: Evidence, year: SchoolYear) -> str:
    """Where evidence is looked at: its own link, its file, its object."""
    if each.url:
        return each.url
    if each.file_id is not None:
        return reverse("files:download", args=[year, each.file_id])
    if each.object_kind in set(ObjectKind):
        kind = ObjectKind(each.object_kind)
        return closed_href(Closed(each.added_on, "", ROUTES[kind], each.object_id if kind in WITH_PAGE else None), year)
    return ""


def _expected(line: ActivityStanding, *, over: bool) -> str:
    one = line.activity
    if one.closes_by and one.closes_by_checked:
        title = load_vocabulary().closes_by.get(one.closes_by, "")
        return "" if over or not title or line.tally else f"Закрывается: {title}"
    return f"{'Ожидали' if over else 'Ожидаем'}: {one.expected_result.splitlines()[0]}" if one.expected_result else ""
