"""Names as people type them, brought to one writing, and split into surname, first name and patronymic."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from schools.people.domain.first_names import FIRST_NAMES

# Letters that look alike are typed on a keyboard that was left in the other alphabet.
_LATIN = str.maketrans("ABCEHKMOPTXYaceopxyk", "АВСЕНКМОРТХУасеорхук")
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`-][^\W\d_]+)*\.?")
_HYPHEN = re.compile(r"\s*[‐‑‒–—−-]\s*")
_GLUED = re.compile(r"(?<=\.)(?=[^\W\d_])")
_PATRONYMIC = re.compile(
    r"(?:[оеё]вич|[ьи]ич|мич|кич|лич|[оеё]вна|ична|инична)$|^(?:оглы|кызы|гызы|оглу|улы|уулу)$", re.IGNORECASE
)
_TURKIC = frozenset({"оглы", "кызы", "гызы", "оглу", "улы", "уулу"})
_PARTICLES = frozenset({"фон", "ван", "де", "да", "дер", "аль", "ди", "бен"})
MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its parts; ``order_guessed`` — the first name stood first."""

    last: str
    first: str = ""
    patronymic: str = ""
    order_guessed: bool = False

    @property
    def is_short(self) -> bool:
        """The first name is an initial."""
        return is_initial(self.first)

    @property
    def full(self) -> str:
        """The parts with spaces between them."""
        return " ".join(filter(None, (self.last, self.first, self.patronymic)))


@lru_cache(maxsize=20_000)
def repaired(text: str) -> str:
    """One writing of a part of a name: Cyrillic letters, capitals, plain hyphens, single spaces."""
    text = _HYPHEN.sub("-", " ".join(text.split())).strip(" -,;.") + ("." if text.rstrip().endswith(".") else "")
    if _CYRILLIC.search(text):
        text = text.translate(_LATIN)
    is_one_case = text.isupper() or text.islower()
    return " ".join(_capital(word, fold=is_one_case) for word in text.split())


def _capital(word: str, *, fold: bool) -> str:
    if word.lower().strip(".") in _TURKIC | _PARTICLES:
        return word.lower() if fold else word
    parts = [part[:1].upper() + part[1:] for part in word.split("-")]
    return "-".join(part[:1] + part[1:].lower() if fold or part.isupper() else part for part in parts)


def is_initial(part: str) -> bool:
    """«А.», «А»: one letter for a name."""
    return len(part.rstrip(".")) == 1


def is_patronymic(word: str) -> bool:
    """Does the ending say that this is a patronymic?"""
    return bool(_PATRONYMIC.search(word))


@lru_cache(maxsize=20_000)
def name_of(text: str) -> Name | None:
    """«Иванова Анна Петровна», «Анна Петровна Иванова», «Анна Иванова», «Иванова А. П.»; None for what is no name."""
    words = _words(text)
    if not 1 < len(words) <= MOST_WORDS:
        return None
    initials = [word for word in words if is_initial(word)]
    if initials:
        return _with_initials(words, initials)
    return _whole(words)


def _words(text: str) -> list[str]:
    text = _HYPHEN.sub("-", _GLUED.sub(" ", " ".join(text.split())))
    words = text.replace(",", " ").split()
    if any(not _WORD.fullmatch(word) for word in words):
        return []
    return [repaired(word) if len(word.rstrip(".")) == 1 else repaired(word.rstrip(".")) for word in words]


def _with_initials(words: list[str], initials: list[str]) -> Name | None:
    whole = [word for word in words if not is_initial(word)]
    if not whole or len(initials) > 2:  # noqa: PLR2004 -- a first name and a patronymic
        return None
    letters = [f"{initial.rstrip('.').upper()}." for initial in initials]
    if len(whole) > 1 and len(letters) == 1:  # «Иванова Анна П.»
        return Name(" ".join(whole[:-1]), whole[-1], letters[0])
    return Name(" ".join(whole), letters[0], letters[1] if len(letters) > 1 else "")


def _whole(words: list[str]) -> Name:
    if words[-1].lower() in _TURKIC and len(words) > 3:  # noqa: PLR2004 -- «Мамедов Али Вели оглы»
        words = [*words[:-2], f"{words[-2]} {words[-1].lower()}"]
    *rest, last = words
    if len(words) == 2:  # noqa: PLR2004 -- a surname and a first name
        if _is_first(words[0]) and not _is_first(words[1]):
            return Name(words[1], words[0], order_guessed=True)
        return Name(words[0], words[1])
    if is_patronymic(words[1]) and not is_patronymic(last) and _is_first(words[0]):
        return Name(" ".join(words[2:]), words[0], words[1], order_guessed=True)
    return Name(" ".join(rest[:-1]), rest[-1], last)


def _is_first(word: str) -> bool:
    return word.lower().replace("ё", "е") in FIRST_NAMES


@lru_cache(maxsize=50_000)
def letters_of(part: str) -> str:
    """The key by which a part is compared: small letters, ё as е, look-alike letters, no hyphens, spaces, dots."""
    return re.sub(r"[\s.'’ʼ`-]", "", _HYPHEN.sub("-", part.translate(_LATIN).lower().replace("ё", "е")))
