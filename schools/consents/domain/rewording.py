"""Take a person's name out of sentences."""

from __future__ import annotations

import re

_GAP = r"[\s\u00a0]+"
_LIKE_ADJECTIVE = ("ый", "ий", "ой", "ая", "яя")
_OF_ADJECTIVES = r"(?:ый|ий|ой|ая|яя|ого|его|ому|ему|ым|им|ом|ем|ую|юю|ей|ые|ие|ых|их)"
_ANY = r"[а-яё]{0,3}"
_VOWELS = "аеёиоуыэюяйь"
_SHORTEST_STEM = 3


def name_pattern(last_name: str, first_name: str, patronymic: str) -> re.Pattern[str]:
    """Finds the whole name, or the surname with initials, in any case and either order. Names begin with a capital."""
    surname, first, father = (_declined(part) for part in (last_name, first_name, patronymic))
    given = rf"{first}(?:{_GAP}{father})?" if father else first
    letters = rf"{re.escape(first_name[:1])}\."
    if patronymic:
        letters += rf"(?:[\s\u00a0]*{re.escape(patronymic[:1])}\.)?"
    return re.compile(rf"\b(?:{surname}{_GAP}(?:{letters}|{given}\b)|(?:{letters}|{given}){_GAP}{surname}\b)")


def surname_pattern(last_name: str) -> re.Pattern[str]:
    """Finds the surname alone, in any case: for records that are about this very person."""
    return re.compile(rf"\b{_declined(last_name)}\b")


def _declined(word: str) -> str:
    """A pattern of the word in its cases; ё and е alike."""
    if not word:
        return ""
    if word.endswith(_LIKE_ADJECTIVE):
        stem, ending = word[:-2], _OF_ADJECTIVES
    else:
        short = word.rstrip(_VOWELS)
        stem, ending = (short if len(short) >= _SHORTEST_STEM else word), _ANY
    return re.sub("[её]", "[её]", re.escape(stem)) + ending
