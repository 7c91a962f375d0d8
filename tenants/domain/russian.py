"""Numbers, shares, dates and names as Russian text: the one place that decides how they read.

Everything returned is ready to print: no-break spaces stand where a line must not break, thousands are
parted by them, the decimal mark is a comma. Values come in exact (``int`` or ``Decimal``) and are
rounded here, once.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal

NBSP = "\u00a0"
MINUS = "\u2212"
NO_DATA = "нет данных"

Number = int | Decimal

MONTHS_OF = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)
MONTHS = (
    *("январь", "февраль", "март", "апрель", "май", "июнь"),
    *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
)
_MONTHS_SHORT = ("янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_WEEKDAYS_SHORT = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")

_SHORT_WORDS = "а|без|в|во|для|до|за|и|из|или|к|ко|на|над|не|ни|но|о|об|от|по|под|при|про|с|со|у"
_TYPO_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    # twice, because «и в школе» shares the space between the two short words
    (re.compile(rf"(?<![\w-])({_SHORT_WORDS}) +(?=[\w«(№])", re.IGNORECASE), rf"\1{NBSP}"),
    (re.compile(rf"(?<![\w-])({_SHORT_WORDS}) +(?=[\w«(№])", re.IGNORECASE), rf"\1{NBSP}"),
    (re.compile(r" +(?=(?:же|ли|бы)\b)"), NBSP),
    (re.compile(r" +(?=[—–](?:\s|$))"), NBSP),
    (re.compile(r"(?<=[№§]) +(?=\d)"), NBSP),
    (re.compile(r"(?<=\d) +(?=[%а-яё])", re.IGNORECASE), NBSP),
    (re.compile(r"(?<=\b[А-ЯЁ]\.) *(?=[А-ЯЁ]\.)"), NBSP),
    (re.compile(r"(?<=\b[А-ЯЁ]\.) +(?=[А-ЯЁ][а-яё])"), NBSP),
    (re.compile(r"(?<=[а-яё]) +(?=[А-ЯЁ]\.)"), NBSP),
    (re.compile(r"(?<![\w])(п|пп|ст|ч|стр|см|г|ул|им|т)\. +(?=[\w«])"), rf"\1.{NBSP}"),
)


def plural(n: Number, one: str, few: str, many: str) -> str:
    """The word alone, in the form ``n`` asks for: 1, 21 → one; 2–4 and every fraction → few; 0, 5, 11–14 → many."""
    if n != int(n):
        return few
    units = abs(int(n))
    if units % 100 in range(11, 15):
        return many
    if units % 10 == 1:
        return one
    return few if units % 10 in range(2, 5) else many


def number(n: Number) -> str:
    """«1 240», «−3», «0,4»: thousands by no-break spaces, a decimal comma, no idle zeros after it."""
    text = f"{abs(n):,f}" if isinstance(n, Decimal) else f"{abs(n):,}"
    whole, _, fraction = text.partition(".")
    fraction = fraction.rstrip("0")
    shown = whole.replace(",", NBSP) + (f",{fraction}" if fraction else "")
    return MINUS + shown if n < 0 else shown


def counted(n: Number, one: str, few: str, many: str) -> str:
    """«5 пар»: the number and its word, never parted by a line break."""
    return f"{number(n)}{NBSP}{plural(n, one, few, many)}"


def percent_whole(num: Number, den: Number) -> int:
    """Whole per cent of ``num`` in a non-zero ``den``; 0 and 100 are given only when they are exact."""
    exact = Decimal(num) * 100 / Decimal(den)
    rounded = int(exact.quantize(Decimal(1), ROUND_HALF_UP))
    if rounded in (0, 100) and exact != rounded:
        return rounded + (1 if exact > rounded else -1)
    return rounded


def percent(num: Number | None, den: Number | None) -> str:
    """«84 %», or «нет данных» where either part is unknown or the denominator is nought."""
    if num is None or not den:
        return NO_DATA
    return f"{number(percent_whole(num, den))}{NBSP}%"


def share_text(num: Number | None, den: Number | None, *, min_base: int = 10) -> str:
    """«45 из 60 (75 %)»; a base under ``min_base`` says «4 из 5» without a per cent, which would pretend precision."""
    if num is None or not den:
        return NO_DATA
    shown = f"{number(num)}{NBSP}из{NBSP}{number(den)}"
    return shown if den < min_base else f"{shown} ({percent(num, den)})"


def points(gap: Number) -> str:
    """A gap of two shares, unsigned: «4 п. п.»; under one point with one decimal: «0,4 п. п.»."""
    size = abs(Decimal(gap))
    unit = Decimal("0.1") if size < 1 else Decimal(1)
    rounded = size.quantize(unit, ROUND_HALF_UP)
    return f"{number(unit if size and not rounded else rounded)}{NBSP}п.{NBSP}п."


def date_words(day: date, *, with_year: bool = True) -> str:
    """«15 октября 2025 года», or «15 октября» where the year is plain."""
    shown = f"{day.day}{NBSP}{MONTHS_OF[day.month - 1]}"
    return f"{shown} {day.year}{NBSP}года" if with_year else shown


def date_short(day: date) -> str:
    """«15 окт, ср»: for dense lists."""
    return f"{day.day}{NBSP}{_MONTHS_SHORT[day.month - 1]}, {_WEEKDAYS_SHORT[day.weekday()]}"


def date_numeric(day: date) -> str:
    """«15.10.2025»: for documents and tables."""
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def clock(moment: datetime | time) -> str:
    """«14:32» of a moment that is already in the reader's time zone."""
    return f"{moment.hour:02}:{moment.minute:02}"


def moment_words(moment: datetime) -> str:
    """«15 октября 2025 года, 14:32» of a moment that is already in the reader's time zone."""
    return f"{date_words(moment.date())}, {clock(moment)}"


def join_and(items: Sequence[str]) -> str:
    """«а», «а и б», «а, б и в»; nothing gives an empty text."""
    *head, last = items or ("",)
    return f"{', '.join(head)} и{NBSP}{last}" if head else last


def initials(surname: str, name: str, patronymic: str = "") -> str:
    """«Лапина О. В.»; a person without a patronymic is «Ким О.»."""
    letters = [f"{part.strip()[0].upper()}." for part in (name, patronymic) if part.strip()]
    return NBSP.join([surname.strip(), *letters])


def sort_key(name: str) -> str:
    """A stored key that sorts Russian names the same on any server: lower case, ё as е, single spaces."""
    return " ".join(name.lower().replace("ё", "е").split())


def typo(text: str) -> str:
    """Put no-break spaces where a line must not end: short words, dashes, numbers with their words, initials.

    Applying it twice changes nothing more, so a text may pass through several hands.
    """
    for pattern, replacement in _TYPO_RULES:
        text = pattern.sub(replacement, text)
    return text
