"""Letters typed or scanned for figures and the other way round: «15.О9.2025», «l5.10», «0ктябрь», «2О25»."""

import re

from schools.roadmap.domain.deadlines.vocabulary import code_of

_TO_FIGURE = str.maketrans({"о": "0", "o": "0", "з": "3", "б": "6", "l": "1", "i": "1", "і": "1"})
_TO_LETTER = str.maketrans({"0": "о", "3": "з", "6": "б"})
_F = "[0-9оoзбliі]"
_DATE = re.compile(
    rf"(?<![а-яa-z0-9.])({_F}{{2}}\.{_F}{{2}}(?:\.{_F}{{4}}|\.{_F}{{2}})?)(?![а-яa-zі0-9])(?!\.[а-яa-z0-9])"
)
_YEAR = re.compile(r"(?<![а-яa-z0-9])2[0оo]2[0-9оoз](?![0-9])")
_WORD = re.compile(r"(?<![0-9а-яa-z])[а-я036]{4,}(?![0-9а-яa-z])")


def mend(text: str) -> tuple[str, list[tuple[str, str]]]:
    """Clean text with letters and figures in their places, and what was taken for what.

    A date must hold a true figure, and a word must be a known one as it is mended: nothing else is touched.
    """
    mended: list[tuple[str, str]] = []

    def figures(found: re.Match[str]) -> str:
        typed = found[0]
        meant = typed.translate(_TO_FIGURE)
        if meant == typed or not any(sign.isdecimal() for sign in typed):
            return typed
        mended.append((typed, meant))
        return meant

    def letters(found: re.Match[str]) -> str:
        typed = found[0]
        meant = typed.translate(_TO_LETTER)
        if meant == typed or typed.isdecimal() or not _is_known(meant):
            return typed
        mended.append((typed, meant))
        return meant

    text = _YEAR.sub(figures, _DATE.sub(figures, text))
    return _WORD.sub(letters, text), mended


def _is_known(word: str) -> bool:
    code, slip = code_of(word)
    return slip is None and not code.startswith("~")
