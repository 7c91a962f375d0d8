"""The line of the monitoring on the curator's day."""

from __future__ import annotations

from datetime import date, timedelta

from schools.cabinet.domain.deeds import Deed, Link, Monitoring, Remark, Stage, Target
from schools.cabinet.domain.wording import day_note, days
from tenants.domain.russian import counted, date_words

SOON = timedelta(days=3)
ANNOUNCED = timedelta(days=30)  # how long before the opening it is worth a line
LONGEST = 80  # letters of a question on the first page
REMEMBERED = timedelta(days=30)  # how long after the closing a missed form is


def monitoring_deed(one: Monitoring, today: date) -> Deed | None:
    """What the monitoring asks for on ``today``; None where it asks for nothing."""
    return _BY_STAGE[one.stage](one, today)


def _open(one: Monitoring, today: date) -> Deed:
    left = one.due_on - today
    begun = one.filled is not None
    code = "soon" if left <= SOON else "work" if begun else "idle"
    return Deed(
        code=code,
        title=f"Мониторинг «{one.title}»",
        text=_filled_words(one),
        day=one.due_on,
        day_words="" if left.days else "сегодня",
        note="" if left.days else "последний день",
        days_left=left.days or None,
        filled=_filled(one),
        action="Продолжить мониторинг" if begun else "Начать мониторинг",
        target=Target.MONITORING,
    )


def _filled(one: Monitoring) -> tuple[int, int] | None:
    return (one.filled, one.total) if one.filled is not None and one.total else None


def _filled_words(one: Monitoring) -> str:
    if one.filled is None or one.total is None:
        return "Программа подставит ваши данные из разделов, останется проверить и дополнить."
    left = max(one.total - one.filled, 0)
    if not left:
        return "Все показатели заполнены. Проверьте и сдайте."
    return (
        f"Программа подставила ваши данные. Осталось ввести {counted(left, 'показатель', 'показателя', 'показателей')}."
    )


def _late(one: Monitoring, today: date) -> Deed:
    closes = date_words(one.closes_on, with_year=one.closes_on.year != today.year)
    return Deed(
        code="late",
        title=f"Мониторинг «{one.title}»",
        text=f"Сдать ещё можно до {closes}, с пометкой «позже срока»: это лучше, чем не сдать.",
        day=one.due_on,
        note=f"опаздывает на {days((today - one.due_on).days)}",
        late=True,
        filled=_filled(one),
        action="Продолжить мониторинг" if one.filled is not None else "Начать мониторинг",
        target=Target.MONITORING,
    )


def _returned(one: Monitoring, today: date) -> Deed:
    asked = counted(one.remarks, "вопрос", "вопроса", "вопросов")
    text = f"Методист вернул форму: {asked}." if one.remarks else "Методист вернул форму."
    overdue = one.answer_by is not None and one.answer_by < today
    if one.answer_by is None:
        note = ""
    elif overdue:
        note = f"ответ опаздывает на {days((today - one.answer_by).days)}"
    else:
        note = f"ответить {day_note(one.answer_by, today)}"
    return Deed(
        code="return",
        title=f"Мониторинг «{one.title}» возвращён",
        text=f"{text} Исправьте числа или ответьте и сдайте форму снова.",
        day=one.answer_by,
        day_words="" if one.answer_by else "сейчас",
        note=note,
        late=overdue,
        action="Ответить методисту",
        target=Target.MONITORING,
        links=tuple(_question(one, each) for each in one.questions),
    )


def _question(one: Monitoring, each: Remark) -> Link:
    """Leads to the field of the answer itself."""
    said = each.text if len(each.text) <= LONGEST else f"{each.text[:LONGEST].rstrip()}…"
    return Link(
        f"Строка {each.field}: {said}", Target.REMARK, (one.campaign_id or 0, each.field[:1]), f"answer-{each.id}"
    )


def _review(one: Monitoring, today: date) -> Deed:
    handed = one.handed_in_on
    said = f"Сдан {date_words(handed, with_year=handed.year != today.year)}. " if handed else ""
    return Deed(
        code="review",
        title=f"Мониторинг «{one.title}» на проверке у методиста",
        text=f"{said}От вас ничего не нужно.",
        day_words="ждём",
        target=Target.MONITORING,
        mine=False,
    )


def _missed(one: Monitoring, today: date) -> Deed | None:
    if today > one.closes_on + REMEMBERED:
        return None
    closed = date_words(one.closes_on, with_year=one.closes_on.year != today.year)
    return Deed(
        code="late",
        title=f"Мониторинг «{one.title}» не сдан",
        text=f"Приём закрыт {closed}. Попросите методиста продлить срок для вашей школы.",
        day=one.due_on,
        note=f"срок прошёл {days((today - one.due_on).days)} назад",
        late=True,
        action="Открыть мониторинг",
        target=Target.MONITORING,
    )


def _ahead(one: Monitoring, today: date) -> Deed | None:
    if one.opens_on > today + ANNOUNCED:
        return None
    due = date_words(one.due_on, with_year=one.due_on.year != today.year)
    return Deed(
        code="idle",
        title=f"Откроется мониторинг «{one.title}»",
        text=f"Сдать нужно до {due}. Проверьте пары, людей и документы заранее.",
        day=one.opens_on,
        note=day_note(one.opens_on, today),
        target=Target.MONITORING,
        mine=False,
    )


def _nothing(_one: Monitoring, _today: date) -> None:
    return None


_BY_STAGE = {
    Stage.AHEAD: _ahead,
    Stage.OPEN: _open,
    Stage.LATE: _late,
    Stage.RETURNED: _returned,
    Stage.REVIEW: _review,
    Stage.MISSED: _missed,
    Stage.OVER: _nothing,
}
