"""Which two records may be one person, and why: ё and е, initials, order of names, a misprint, a changed surname.

Whether they are one person, a human decides; ``doubles`` compares all of a school without comparing each with each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from schools.people.domain.classes import class_above
from schools.people.domain.names import is_initial, letters_of

PUPIL = "pupil"
SHORTEST_FOR_MISPRINT = 4


@dataclass(frozen=True, slots=True)
class Known:
    """A record as the comparison sees it: ``birth`` is (year, month), parts of it may be unknown."""

    id: int
    last: str
    first: str
    patronymic: str
    kind: str
    class_name: str = ""
    birth: tuple[int | None, int | None] = (None, None)
    teaching_since: date | None = None


@dataclass(frozen=True, slots=True)
class Likeness:
    """``reasons`` in words, the strongest first; ``is_sure`` — the same name, and nothing speaks against it."""

    reasons: tuple[str, ...]
    is_sure: bool
    weight: int


@dataclass(frozen=True, slots=True)
class Letters:
    """The parts of a name as letters to compare."""

    last: str
    first: str
    patronymic: str


def letters(person: Known) -> Letters:
    """Prepare a record once; the comparison takes it many times."""
    return Letters(letters_of(person.last), letters_of(person.first), letters_of(person.patronymic))


def alike(one: Known, other: Known, a: Letters | None = None, b: Letters | None = None) -> Likeness | None:
    """Why the two may be one person; None where nothing says so or the months of birth speak against it."""
    a, b = a or letters(one), b or letters(other)
    if not a.last or not b.last or _births_differ(one, other):
        return None
    found = _same_name(one, other, a, b) or _misprint(one, other, a, b) or _new_surname(one, other, a, b)
    if found is None:
        return None
    reasons, is_exact, weight = found
    return Likeness((*reasons, *_support(one, other)), is_exact and _is_consistent(one, other, a, b), weight)


_Found = tuple[tuple[str, ...], bool, int]


def _same_name(one: Known, other: Known, a: Letters, b: Letters) -> _Found | None:
    turned = a.last != b.last and (a.last, a.first) == (b.first, b.last)
    if not turned and (a.last != b.last or not _fits(a.first, b.first)):
        return None
    if not _fits(a.patronymic, b.patronymic, may_lack=True):
        return None
    is_short = not turned and a.first != b.first
    patronymic_short = a.patronymic != b.patronymic and bool(a.patronymic and b.patronymic)
    no_patronymic = bool(a.patronymic) != bool(b.patronymic)
    if not _may_be(one, other, is_whole=not is_short and bool(a.patronymic) and a.patronymic == b.patronymic):
        return None
    reasons = []
    if turned:
        reasons.append("имя и фамилия переставлены")
    if is_short or patronymic_short:
        reasons.append("у одного инициалы, у другого полное имя")
    if no_patronymic:
        reasons.append("у одного нет отчества")
    if not reasons:
        reasons.append(_spelling(one, other))
    is_exact = not (turned or is_short or patronymic_short)
    return tuple(reasons), is_exact, 3 - no_patronymic - turned - is_short


def _spelling(one: Known, other: Known) -> str:
    plain = [" ".join((p.last, p.first, p.patronymic)).strip() for p in (one, other)]
    if plain[0] == plain[1]:
        return "имена совпадают"
    if plain[0].lower().replace("ё", "е") == plain[1].lower().replace("ё", "е"):
        return "имена различаются только буквами е и ё" if _yo(plain) else "имена различаются только большими буквами"
    return "имена различаются только дефисом, пробелом или похожими буквами"


def _yo(plain: Sequence[str]) -> bool:
    return plain[0].lower() != plain[1].lower()


def _fits(a: str, b: str, *, may_lack: bool = False) -> bool:
    if a == b:
        return True
    if not a or not b:
        return may_lack
    return a[0] == b[0] and (is_initial(a) or is_initial(b))


def _may_be(one: Known, other: Known, *, is_whole: bool) -> bool:
    """A whole name with patronymic is enough; otherwise the two must be of one kind, pupils of one class."""
    if is_whole or _same_birth(one, other):
        return True
    if one.kind != other.kind:
        return False
    return one.kind != PUPIL or not one.class_name or not other.class_name or one.class_name == other.class_name


def _misprint(one: Known, other: Known, a: Letters, b: Letters) -> _Found | None:
    if a.first != b.first or not a.patronymic or a.patronymic != b.patronymic or one.kind != other.kind:
        return None
    if one.kind == PUPIL and one.class_name != other.class_name:
        return None
    if min(len(a.last), len(b.last)) < SHORTEST_FOR_MISPRINT or not _one_letter_apart(a.last, b.last):
        return None
    return ("фамилии различаются одной буквой",), False, 1


def _one_letter_apart(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 1 or a == b:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    if len(a) == len(b):
        return a[start + 1 :] == b[start + 1 :]
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return longer[start + 1 :] == shorter[start:]


def _new_surname(one: Known, other: Known, a: Letters, b: Letters) -> _Found | None:
    if a.last == b.last or a.first != b.first or not a.patronymic or a.patronymic != b.patronymic:
        return None
    if one.kind != other.kind or is_initial(a.first):
        return None
    if one.kind == PUPIL:
        is_anchored = _same_birth(one, other) and bool(one.class_name) and one.class_name == other.class_name
    else:
        is_anchored = one.teaching_since is not None and one.teaching_since == other.teaching_since
    return (("фамилия другая, остальное совпадает: возможно, она изменилась",), False, 1) if is_anchored else None


def _births_differ(one: Known, other: Known) -> bool:
    return any(
        mine is not None and its is not None and mine != its for mine, its in zip(one.birth, other.birth, strict=True)
    )


def _same_birth(one: Known, other: Known) -> bool:
    return None not in one.birth and one.birth == other.birth


def _is_consistent(one: Known, other: Known, a: Letters, b: Letters) -> bool:
    """Nothing speaks against: one kind; pupils of one class or the next one, unless the month of birth confirms it."""
    if one.kind != other.kind:
        return False
    if one.kind != PUPIL or _same_birth(one, other) or not one.class_name or not other.class_name:
        return True
    if one.class_name == other.class_name:
        return True
    moved_up = other.class_name == class_above(one.class_name) or one.class_name == class_above(other.class_name)
    return moved_up and a.patronymic == b.patronymic


def _support(one: Known, other: Known) -> Iterator[str]:
    if _same_birth(one, other):
        yield "один месяц рождения"
    if one.class_name and other.class_name:
        yield "один класс" if one.class_name == other.class_name else "классы разные"
    if one.kind != other.kind:
        yield "записаны по-разному: кто это"
