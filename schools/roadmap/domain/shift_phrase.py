"""A deadline phrase moved by whole years: «до 15.10.2025» becomes «до 15.10.2026», «ежеквартально» stays as it is.

Only years are touched: not a letter, space or dash beside them. What has no year means the same in every year.
"""

from __future__ import annotations

import calendar
import re
from datetime import date

_FIRST, _LAST = 1990, 2099
_HUNDRED = 100
_CENTURY = 2000
_FEBRUARY, _LEAP_DAY = 2, 29

_GAP = r"[ \u00a0]?"
_SIGN = re.compile(
    rf"""
    (?P<law>(?:№|N){_GAP}\d+)                                   # «приказ № 2025» names no year
  | (?<!\d)(?P<day>\d{{1,2}})(?P<s1>{_GAP}(?P<sign>[.,/-]){_GAP})(?P<month>\d{{1,2}})(?P<s2>{_GAP}(?P=sign){_GAP})
        (?P<full>\d{{4}}|\d{{2}})(?!\d)                         # 15.10.2025, 15. 10. 25
  | (?<!\d)(?P<leap>29)(?P<name>[ \u00a0]+февраля[ \u00a0]+)(?P<leapyear>\d{{4}})(?!\d)
  | (?<!\d)(?P<first>\d{{4}})(?P<dash>[ \u00a0]?[-/–—‑−][ \u00a0]?)(?P<second>\d{{4}}|\d{{2}})(?!\d|[-./]\d)
  | (?<![\d./-])(?P<short>\d{{2}})(?P<slash>[/–—-])(?P<shorter>\d{{2}})(?=[ \u00a0]*(?:уч|у\.))   # 25/26 уч. г.
  | (?<!\d)(?P<year>\d{{4}})(?!\d)
  | (?<=[а-яё.][ \u00a0])(?P<two>\d{{2}})(?=[ \u00a0]?(?:г\.|год))                  # октябрь 25 г.
    """,
    re.VERBOSE | re.IGNORECASE,
)


def shift_phrase(phrase: str, years: int) -> str:
    """``phrase`` with every year in it moved by ``years``; 29 February becomes 28 in a common year."""
    return _SIGN.sub(lambda found: _moved(found, years), phrase)


def shift_day(day: date, years: int) -> date:
    """The same day of another year; of 29 February the 28th where there is no such day."""
    year = day.year + years
    if (day.month, day.day) == (_FEBRUARY, _LEAP_DAY) and not calendar.isleap(year):
        return date(year, _FEBRUARY, _LEAP_DAY - 1)
    return day.replace(year=year)


def years_named(text: str) -> frozenset[int]:
    """Years that ``text`` names in four figures."""
    return frozenset(int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", text))


def _moved(found: re.Match[str], years: int) -> str:
    if found["full"]:
        return _date(found, years)
    if found["leap"]:
        day = _LEAP_DAY if calendar.isleap(int(found["leapyear"]) + years) else _LEAP_DAY - 1
        return f"{day}{found['name']}{_year(found['leapyear'], years)}"
    if found["first"]:
        return _pair(found, years)
    if found["short"]:
        return f"{_two(found['short'], years)}{found['slash']}{_two(found['shorter'], years)}"
    if found["year"]:
        return _year(found["year"], years)
    return _two(found["two"], years) if found["two"] else found[0]


def _date(found: re.Match[str], years: int) -> str:
    day, month, year = int(found["day"]), int(found["month"]), found["full"]
    if len(year) == len("25") and found["sign"] != ".":
        return found[0]
    moved = _two(year, years) if len(year) == len("25") else _year(year, years)
    whole = int(moved) if len(moved) > len("25") else _CENTURY + int(moved)
    written = found["day"]
    if (day, month) == (_LEAP_DAY, _FEBRUARY) and not calendar.isleap(whole):
        written = str(_LEAP_DAY - 1)
    return f"{written}{found['s1']}{found['month']}{found['s2']}{moved}"


def _pair(found: re.Match[str], years: int) -> str:
    """«2025/2026», «2025-26»; in «2025-11» the second figure is no year and stays."""
    first, second = found["first"], found["second"]
    if len(second) == len(first):
        return f"{_year(first, years)}{found['dash']}{_year(second, years)}"
    follows = int(second) == (int(first) + 1) % _HUNDRED
    return f"{_year(first, years)}{found['dash']}{_two(second, years) if follows else second}"


def _year(text: str, years: int) -> str:
    return str(int(text) + years) if _FIRST <= int(text) <= _LAST else text


def _two(text: str, years: int) -> str:
    return f"{(int(text) + years) % _HUNDRED:02}"
