"""Names must not leave the school in a free text (decision 13)."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?")
SHORTEST = 3  # a shorter surname is too often a word


def surnames_in(text: str, surnames: Iterable[str]) -> list[str]:
    """Surnames of ``surnames`` that stand in the text as they are written, in the order of the text."""
    known = {name for name in surnames if len(name) >= SHORTEST}
    return list(dict.fromkeys(word for word in _WORD.findall(text) if word in known))
