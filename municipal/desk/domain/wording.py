"""Words of the methodist's pages: small numbers in words, days of the week, what to do with a school."""

from __future__ import annotations

import re
from datetime import date

from municipal.indicators.checks import Contradiction, Kind
from tenants.domain.russian import NBSP, counted, date_words, plural

_FEMININE = (*("ни одной", "одна", "две", "три", "четыре", "пять"), *("шесть", "семь", "восемь", "девять", "десять"))
_DATIVE = (*("", "одной", "двум", "трём", "четырём", "пяти"), *("шести", "семи", "восьми", "девяти", "десяти"))
_ON_WEEKDAY = ("в понедельник", "во вторник", "в среду", "в четверг", "в пятницу", "в субботу", "в воскресенье")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[А-ЯЁ])")
_WEEK = 7


def schools(count: int) -> str:
    """«три школы», «11 школ»: up to ten in words."""
    said = _FEMININE[count] if 0 < count < len(_FEMININE) else str(count)
    return f"{said}{NBSP}{plural(count, 'школа', 'школы', 'школ')}"


def to_schools(count: int) -> str:
    """«трём школам», «21 школе»: to whom a letter goes."""
    said = _DATIVE[count] if 0 < count < len(_DATIVE) else str(count)
    return f"{said}{NBSP}{plural(count, 'школе', 'школам', 'школам')}"


def for_schools(count: int) -> str:
    """«12 школ», «21 школы», «одной школы»: after «для»."""
    return f"{count}{NBSP}{plural(count, 'школы', 'школ', 'школ')}"


def when(day: date, today: date) -> str:
    """«сегодня», «завтра», «вчера», «в пятницу» for a day of the last week, else «24 октября»."""
    gap = (day - today).days
    near = {0: "сегодня", 1: "завтра", -1: "вчера"}
    if gap in near:
        return near[gap]
    return _ON_WEEKDAY[day.weekday()] if -_WEEK < gap < 0 else date_words(day, with_year=day.year != today.year)


def day_words(day: date, today: date) -> str:
    """«24 октября», with the year where it is not this one."""
    return date_words(day, with_year=day.year != today.year)


def days(count: int) -> str:
    """«3 дня»."""
    return counted(count, "день", "дня", "дней")


def finding_words(one: Contradiction) -> str:
    """What a check found, without the advice to the school that its message ends with: the methodist mends nothing.

    Messages of the form say first what is wrong and then, in sentences of their own, what to do (form-2026.yaml).
    """
    if one.kind is Kind.EMPTY:
        return "Строка не заполнена."
    if one.kind is Kind.REASON and one.code.endswith(".exempt"):
        return "Отмечено «не применяется», а причина не названа."
    found = _SENTENCE_END.split(one.message, maxsplit=1)[0]
    return f"{found} Школа не пояснила." if one.kind is Kind.REASON else found
