"""Names of people in a text that leaves the school: found by the register, whatever the case of the noun."""

from __future__ import annotations

import re
from collections.abc import Iterable

SHORTEST = 3
_WORDS = re.compile(r"[А-ЯЁA-Z][А-ЯЁа-яёA-Za-z]+(?:-[А-ЯЁа-яё]+)*")
_INITIALS = re.compile(
    r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?\s+[А-ЯЁ]\.\s?[А-ЯЁ]\.(?!\s?[А-ЯЁ][а-яё])"
    r"|[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]+"
)
# What a surname may end in when it is declined; the beginning without its own ending stays.
_OWN_ENDINGS = ("ская", "цкая", "ский", "цкий", "ый", "ий", "ой", "ая", "а", "я", "ь", "й")
_SOFT = {"ская": "ск", "цкая": "цк", "ский": "ск", "цкий": "цк"}
_CASES = frozenset(
    [
        "",
        "а",
        "у",
        "ом",
        "ым",
        "е",
        "ы",
        "и",
        "ой",
        "ою",
        "ей",
        "ю",
        "я",
        "ем",
        "ём",
        "ь",
        "ого",
        "ому",
        "его",
        "ему",
        "им",
        "ими",
        "ых",
        "их",
        "ам",
        "ами",
        "ах",
        "ие",
        "ые",
        "ая",
        "ую",
        "ий",
        "ый",
    ]
)


def names_in(text: str, surnames: Iterable[str]) -> list[str]:
    """Words of ``text`` that are a surname of the register in any case, and anything written with initials.

    Only words with a capital letter are looked at; the answer keeps their order, each once.
    """
    stems = {_stem(name) for name in surnames if len(name) >= SHORTEST}
    found = [match.group() for match in _INITIALS.finditer(text)]
    found += [word for word in _WORDS.findall(text) if _is_one_of(word, stems)]
    return list(dict.fromkeys(found))


def _stem(name: str) -> str:
    plain = _plain(name)
    ending = next((one for one in _OWN_ENDINGS if plain.endswith(one) and len(plain) - len(one) >= SHORTEST), "")
    return plain[: len(plain) - len(ending)] + _SOFT.get(ending, "") if ending else plain


def _is_one_of(word: str, stems: set[str]) -> bool:
    plain = _plain(word)
    return any(plain[:cut] in stems and plain[cut:] in _CASES for cut in range(SHORTEST, len(plain) + 1))


def _plain(word: str) -> str:
    return word.lower().replace("ё", "е")
