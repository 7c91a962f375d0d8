"""Words of the curator's day."""

from __future__ import annotations

from datetime import date, datetime

from tenants.domain.russian import NBSP, clock, counted, date_words, plural

_NEUTER = ("", "одно", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять")
_FEMININE = ("", "одна", "две", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять")
_WEEKDAYS = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")
MORNING, EVENING = 12, 18


def days(count: int) -> str:
    """«3 дня»."""
    return counted(count, "день", "дня", "дней")


def day_note(day: date, today: date) -> str:
    """«через 2 дня», «завтра», «сегодня»."""
    gap = (day - today).days
    return {0: "сегодня", 1: "завтра"}.get(gap) or f"через {days(gap)}"


def sentence(text: str) -> str:
    """The words with one full stop at the end; initials bring their own."""
    return text if text.endswith(".") else f"{text}."


def pairs(count: int) -> str:
    """«Две пары», «12 пар», at the head of a sentence: up to ten in words."""
    said = _FEMININE[count].capitalize() if 0 < count < len(_FEMININE) else str(count)
    return f"{said}{NBSP}{plural(count, 'пара', 'пары', 'пар')}"


def people_of(count: int) -> str:
    """«1 наставляемый», «2 наставляемых»."""
    return counted(count, "наставляемый", "наставляемых", "наставляемых")


def deeds(count: int) -> str:
    """«четыре дела», «12 дел»: up to ten in words."""
    said = _NEUTER[count] if 0 < count < len(_NEUTER) else str(count)
    return f"{said}{NBSP}{plural(count, 'дело', 'дела', 'дел')}"


def lead(mine: int, late: int, *, whom: str = "Вас") -> str:
    """«Вас ждут четыре дела, одно просрочено.»; ``whom`` is another where the page tells of somebody else."""
    if not mine:
        return "Срочных дел нет."
    said = f"{whom} {plural(mine, 'ждёт', 'ждут', 'ждут')} {deeds(mine)}"
    if not late:
        return f"{said}."
    if late == mine:
        return f"{said}, {'оно' if mine == 1 else 'все'} {plural(late, 'просрочено', 'просрочены', 'просрочены')}."
    number = _NEUTER[late] if late < len(_NEUTER) else str(late)
    return f"{said}, {number} {plural(late, 'просрочено', 'просрочены', 'просрочено')}."


def lead_of_principal(mine: int) -> str:
    """«Вас ждёт одно дело.»; with nothing to sign it says that."""
    return f"Вас {plural(mine, 'ждёт', 'ждут', 'ждут')} {deeds(mine)}." if mine else "Ничего не ждёт вашей подписи."


def weekday_words(day: date) -> str:
    """«Среда, 15 октября 2025 года»."""
    return f"{_WEEKDAYS[day.weekday()].capitalize()}, {date_words(day)}"


def greeting(moment: datetime) -> str:
    """«Доброе утро», «Добрый день», «Добрый вечер» by the school's clock."""
    if moment.hour < MORNING:
        return "Доброе утро"
    return "Добрый день" if moment.hour < EVENING else "Добрый вечер"


def moment_words(moment: datetime, today: date) -> str:
    """«Сегодня, 9:12», «Вчера», «13 октября» of a moment on the school's clock."""
    gap = (today - moment.date()).days
    if gap == 0:
        return f"Сегодня, {clock(moment)}"
    if gap == 1:
        return "Вчера"
    return date_words(moment.date(), with_year=moment.year != today.year)
