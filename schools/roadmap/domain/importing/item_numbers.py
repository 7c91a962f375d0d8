"""Numbers of items: in a cell of their own, glued to the text, Roman, spoilt by Excel."""

# ruff: noqa: PLR2004 -- weights and thresholds, found by trying on real and made-up roadmaps, stand where they act

import re
from dataclasses import dataclass

from schools.roadmap.domain.importing.likeness import NUMBER, ROMAN, is_deadline_like

GLUED = re.compile(r"^\s*(?:№\s?|п\.\s?)?(\d{1,2}(?:\.\s?\d{1,2}){1,3}|\d{1,2}(?=[.)]))\s?[.)]{0,2}\s*(?=[^\d\s.,)])")
GLUED_ROMAN = re.compile(r"^\s*([IVXІХ]{1,5})\s?[.)]\s*(?=\S)|^\s*([IVXІХ]{2,5})\s+(?=[А-ЯЁ])")
AS_DATE = re.compile(r"^(\d\d)\.(\d\d)\.(?:19|20)\d\d$")
ROMAN_VALUE = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True)
class ItemNumber:
    """``text`` without the closing dot («1.10»); ``depth`` counts its levels, 0 for no number."""

    text: str = ""
    parts: tuple[int, ...] = ()
    is_roman: bool = False

    @property
    def depth(self) -> int:
        return len(self.parts)

    def is_parent_of(self, other: "ItemNumber") -> bool:
        return 0 < self.depth < other.depth and other.parts[: self.depth] == self.parts


NO_NUMBER = ItemNumber()


def read_number(text: str) -> ItemNumber:
    """The number of a cell that holds a number alone; ``NO_NUMBER`` for any other text.

    Excel takes a typed «1.2» for a date, the first of February: such a cell comes as 01.02.2026 and is turned back.
    """
    stripped = text.strip()
    as_date = AS_DATE.match(stripped)
    if as_date:
        return _from_parts(f"{int(as_date[1])}.{int(as_date[2])}")
    if match := NUMBER.match(stripped):
        return _from_parts(re.sub(r"\s", "", match[1]).replace(",", "."))
    if match := ROMAN.match(stripped):
        return _from_roman(match[1])
    return NO_NUMBER


def split_number(text: str) -> tuple[ItemNumber, str]:
    """A number glued to the beginning of a text, and the text without it; dates are no numbers."""
    if match := GLUED.match(text):
        rest = text[match.end() :]
        first_line = text.split("\n", 1)[0]
        if not is_deadline_like(first_line):
            return _from_parts(re.sub(r"\s", "", match[1])), rest.strip()
    if match := GLUED_ROMAN.match(text):
        return _from_roman(match[1] or match[2]), text[match.end() :].strip()
    return NO_NUMBER, text


def _from_parts(text: str) -> ItemNumber:
    return ItemNumber(text, tuple(int(part) for part in text.split(".") if part))


def _from_roman(text: str) -> ItemNumber:
    letters = text.replace("І", "I").replace("Х", "X")
    values = [ROMAN_VALUE[letter] for letter in letters]
    total = sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))
    return ItemNumber(letters, (total,), is_roman=True)


def mend_tens(numbers: list[ItemNumber]) -> list[ItemNumber]:
    """Excel keeps 1.10 as the figure 1.1: after 1.9 it is given its zero back."""
    mended = list(numbers)
    for index in range(len(mended)):
        before, here = (mended[index - 1] if index else NO_NUMBER), mended[index]
        if here.depth == 2 and before.depth == 2 and before.parts[0] == here.parts[0]:
            last, now = before.parts[1], here.parts[1]
            if last % 10 == 9 and now * 10 == last + 1:
                mended[index] = _from_parts(f"{here.parts[0]}.{last + 1}")
    return mended
