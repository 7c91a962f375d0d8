"""Classes of a school as people write them, brought to one writing: a pupil of «7б» and of «7 «Б»» is in one class."""

from __future__ import annotations

import re

LAST_CLASS = 11
_WRITTEN = re.compile(r"(?P<number>\d{1,2})[\s\-‐-―−]*[«\"'„“”‘’]*\s*(?P<letter>[а-яё]?)\s*[»\"'“”‘’]*")
_WORD = re.compile(r"\s*(?:-?й\s+)?класс$")
# Letters that look alike are typed on a keyboard that was left in the other alphabet.
_LOOK_ALIKE = str.maketrans("abcehkmoptxy", "авсенкмортху")
_NO_CLASS = frozenset("ъыьй")  # no school has a class of such a letter: it is the ending of «7-й»


def class_written(typed: str) -> str | None:
    """«7б», «7-Б», «7 Б» → «7 «Б»»; «11» → «11»; None for what is no class from the first to the eleventh."""
    found = _WRITTEN.fullmatch(_WORD.sub("", typed.strip().lower()).translate(_LOOK_ALIKE))
    if found is None or not 1 <= int(found["number"]) <= LAST_CLASS or set(found["letter"]) & _NO_CLASS:
        return None
    number, letter = int(found["number"]), found["letter"].upper()
    return f"{number} «{letter}»" if letter else str(number)


def class_above(class_name: str) -> str | None:
    """The class of the next year: «7 «Б»» → «8 «Б»»; None after the last one and for a group that is no class."""
    found = _WRITTEN.fullmatch(class_name.strip().lower())
    if found is None or not 1 <= int(found["number"]) < LAST_CLASS:
        return None
    number, letter = int(found["number"]) + 1, found["letter"].upper()
    return f"{number} «{letter}»" if letter else str(number)


def is_last_class(class_name: str) -> bool:
    """Is it the eleventh?"""
    found = _WRITTEN.fullmatch(class_name.strip().lower())
    return found is not None and int(found["number"]) == LAST_CLASS
