"""Cases of Russian names and of names of organisations, by their endings.

Only what the endings settle is called sure; the rest is proposed and a person looks at it (decision 22).
"""

from __future__ import annotations

from dataclasses import dataclass

WHOLE = 3  # surname, name, patronymic
GEN, DAT, ACC, INS, PRE = "gen", "dat", "acc", "ins", "pre"
ORDER = (GEN, DAT, ACC, INS, PRE)
# ending → (letters dropped, endings of gen, dat, acc, ins, pre)
Table = tuple[tuple[tuple[str, ...], int, tuple[str, ...]], ...]
_SURNAMES_M: Table = (
    (("ов", "ев", "ёв", "ин", "ын"), 0, ("а", "у", "а", "ым", "е")),
    (("ский", "цкий"), 2, ("ого", "ому", "ого", "им", "ом")),
    (("ко", "ых", "их"), 0, ("", "", "", "", "")),
)
_SURNAMES_F: Table = (
    (("ова", "ева", "ёва", "ина", "ына"), 1, ("ой", "ой", "у", "ой", "ой")),
    (("ская", "цкая"), 2, ("ой", "ой", "ую", "ой", "ой")),
    (("ко", "ых", "их"), 0, ("", "", "", "", "")),
)
_NAMES_M: Table = (
    (("ий",), 2, ("ия", "ию", "ия", "ием", "ии")),
    (("й", "ь"), 1, ("я", "ю", "я", "ем", "е")),
    (("а",), 1, ("ы", "е", "у", "ой", "е")),
    (("я",), 1, ("и", "е", "ю", "ёй", "е")),
)
_NAMES_F: Table = (
    (("ия",), 2, ("ии", "ии", "ию", "ией", "ии")),
    (("га", "ка", "ха", "жа", "ша", "ща", "ча"), 1, ("и", "е", "у", "ой", "е")),
    (("а",), 1, ("ы", "е", "у", "ой", "е")),
    (("ья",), 2, ("ьи", "ье", "ью", "ьей", "ье")),
    (("я",), 1, ("и", "е", "ю", "ей", "е")),
    (("вь", "ь"), 1, ("и", "и", "ь", "ью", "и")),
)
_FATHERS_M, _FATHERS_F = ("а", "у", "а", "ем", "е"), ("ы", "е", "у", "ой", "е")
_HARD = ("а", "у", "а", "ом", "е")
_SPECIAL = {"Пётр": "Петр", "Петр": "Петр", "Павел": "Павл"}  # vowels that flee
_RARE = {"Лев", "Любовь"}
_ADJECTIVES: Table = (
    (("ое",), 2, ("ого", "ому", "ое", "ым", "ом")),
    (("ее",), 2, ("его", "ему", "ее", "им", "ем")),
    (("ая",), 2, ("ой", "ой", "ую", "ой", "ой")),
    (("яя",), 2, ("ей", "ей", "юю", "ей", "ей")),
    (("ый",), 2, ("ого", "ому", "ый", "ым", "ом")),
    (("ий",), 2, ("его", "ему", "ий", "им", "ем")),
)
_NOUNS: dict[str, tuple[str, ...]] = {
    "учреждение": ("учреждения", "учреждению", "учреждение", "учреждением", "учреждении"),
    "школа": ("школы", "школе", "школу", "школой", "школе"),
    "гимназия": ("гимназии", "гимназии", "гимназию", "гимназией", "гимназии"),
    "лицей": ("лицея", "лицею", "лицей", "лицеем", "лицее"),
    "сад": ("сада", "саду", "сад", "садом", "саде"),
    "центр": ("центра", "центру", "центр", "центром", "центре"),
    "дом": ("дома", "дому", "дом", "домом", "доме"),
    "организация": ("организации", "организации", "организацию", "организацией", "организации"),
    "директор": ("директора", "директору", "директора", "директором", "директоре"),
    "заведующий": ("заведующего", "заведующему", "заведующего", "заведующим", "заведующем"),
    "заведующая": ("заведующей", "заведующей", "заведующую", "заведующей", "заведующей"),
    "положение": ("положения", "положению", "положение", "положением", "положении"),
}


@dataclass(frozen=True, slots=True)
class Cased:
    """A text in a case; not ``is_sure`` — a person should look at it."""

    text: str
    is_sure: bool


def decline_name(full: str, case: str) -> Cased:
    """«Ершов Егор Ильич» or «Ершов Е. И.» in a case (gen, dat, acc, ins, pre); of initials only the surname changes."""
    at, words = ORDER.index(case), full.replace("\u00a0", " ").split()
    if not words:
        return Cased("", is_sure=True)
    father = words[2] if len(words) >= WHOLE and not words[2].endswith(".") else ""
    gender = "m" if father.endswith("ич") else "f" if father.endswith("на") else _guess(words[0])
    surname = _by(_SURNAMES_M if gender == "m" else _SURNAMES_F, words[0], at)
    if surname is None or not gender:
        return Cased(full, is_sure=False)
    given = [_given(word, gender, at) for word in words[1:2]]
    fathers = [_father(word, gender, at) for word in words[2:3]]
    parts = [Cased(surname, is_sure=True), *given, *fathers, *(Cased(word, is_sure=False) for word in words[3:])]
    return Cased(" ".join(part.text for part in parts), all(part.is_sure for part in parts))


def decline_phrase(text: str, case: str) -> Cased:
    """«Муниципальное учреждение «Лесная школа»» in a case: adjectives up to the first noun, and the noun."""
    at, words = ORDER.index(case), text.split(" ")
    done: list[str] = []
    for place, word in enumerate(words):
        if word.isupper():  # an abbreviation does not change
            return Cased(" ".join([*done, *words[place:]]), is_sure=not done)
        noun = _NOUNS.get(word.lower())
        if noun is not None:
            said = noun[at].capitalize() if word[:1].isupper() else noun[at]
            return Cased(" ".join([*done, said, *words[place + 1 :]]), is_sure=True)
        changed = _by(_ADJECTIVES, word, at)
        if changed is None:
            break
        done.append(changed)
    return Cased(text, is_sure=False)


def _guess(surname: str) -> str:
    for gender, table in (("m", _SURNAMES_M[:2]), ("f", _SURNAMES_F[:2])):
        if _by(table, surname, 0) is not None:
            return gender
    return ""


def _by(table: Table, word: str, at: int) -> str | None:
    for endings, dropped, cases in table:
        if word.lower().endswith(endings):
            return word[: len(word) - dropped] + cases[at]
    return None


def _given(word: str, gender: str, at: int) -> Cased:
    if word.endswith("."):
        return Cased(word, is_sure=True)
    if gender == "f":
        changed = _by(_NAMES_F, word, at)
        return Cased(changed or word, changed is not None and word not in _RARE)
    if word in _SPECIAL:
        return Cased(_SPECIAL[word] + _HARD[at], is_sure=True)
    changed = _by(_NAMES_M, word, at)
    return Cased(changed or word + _HARD[at], word not in _RARE)


def _father(word: str, gender: str, at: int) -> Cased:
    if word.endswith("."):
        return Cased(word, is_sure=True)
    endings = _FATHERS_M if gender == "m" else _FATHERS_F
    stem = word if gender == "m" else word[:-1]
    return Cased(stem + endings[at], word.endswith(("ич", "на")))
