"""Titles of stages: the words that begin them, their numbers in figures, Roman letters and words."""

import re

from schools.roadmap.domain.importing.item_numbers import ROMAN_VALUE, read_number, split_number
from schools.roadmap.domain.importing.words import one_line, plain

ORDINAL = r"(?:\d{1,2}|[ivxі]{1,4}|перв|втор|трет|четверт|пят|шест|седьм|восьм)\w{0,3}[- ]?\w{0,2}"
STAGE_WORD = re.compile(
    rf"^(?:(?:{ORDINAL}[.)]?\s)?(?:подготовительный|основной|заключительный|итоговый|"
    rf"организационный)?\s?(?:этап|раздел|блок|модуль|шаг|стадия|глава)\b"
    r"|[а-я-]{4,}(?:ый|ий|ой) (?:этап|раздел|блок|модуль)$"
    r"|(?:приоритетное |основное )?направлени[ея]\b|часть \w+[.:]|задача\s?(?:№\s?)?\d|цель\s?(?:№\s?)?\d)"
)
NAMED_STAGE = re.compile(
    r"^(?:этап|раздел|направление|блок|модуль|шаг|задача|цель|глава)\s*№?\s*(\d{1,2}|[IVXІХ]{1,5})\b\s*[.:)–—-]*\s*",
    re.I,
)
COUNTED_STAGE = re.compile(
    r"^(\d{1,2}|[IVXІХ]{1,5})(?:[.)]|-?(?:й|ый|ой|ий))?\s*(?:этап|раздел|блок|модуль|шаг)\b\s*[.:)–—-]*\s*", re.I
)


def stage_number(text: str) -> tuple[str, str]:
    """The number of a stage's heading and its title: «Этап 1. Подготовка» gives «1» and «Подготовка»."""
    flat = one_line(text)
    for pattern in (NAMED_STAGE, COUNTED_STAGE):
        match = pattern.match(flat)
        if match:
            return _arabic(match[1]), flat[match.end() :].strip() or flat
    number, rest = split_number(flat)
    if number.depth and rest and not STAGE_WORD.match(plain(flat)):
        return number.text, rest
    return (number.text, rest) if number.depth and rest else ("", flat)


def _arabic(text: str) -> str:
    return str(read_number(text).parts[0]) if set(text.upper()) <= set(ROMAN_VALUE) | {"І", "Х"} else text
