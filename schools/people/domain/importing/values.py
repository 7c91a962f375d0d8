"""What stands in one cell: a class, a month of birth, a role, who it is, since when somebody teaches."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tenants.domain.russian import MONTHS, MONTHS_OF

MENTOR, MENTEE = "mentor", "mentee"
PUPIL, TEACHER, STUDENT, GRADUATE, PARTNER, OTHER = "pupil", "teacher", "student", "graduate", "partner", "other"

_DAY = re.compile(r"\b(\d{1,2})[./\-](\d{1,2})[./\-](\d{4}|\d{2})\b")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_MONTH = re.compile(r"\b(\d{1,2})[./\-](\d{4})\b")
_YEAR = re.compile(r"(?<!\d)(19\d\d|20\d\d)(?!\d)")
_WORD = re.compile(rf"\b({'|'.join((*MONTHS_OF, *MONTHS))})\b")
_YEARS = re.compile(
    r"^(?:более |менее |около )?(\d{1,2})(?:[.,]\d)?\s*(?:г\.?|год[а]?|лет|л\.?)?(?:\s*\d{1,2}\s*мес\w*\.?)?$"
)
_MONTHS_ONLY = re.compile(r"^\d{1,2}\s*мес\w*\.?$|^(?:без стажа|нет|0|менее года|до года)$")
_CONTACT = re.compile(
    r"(?:\b(?:тел|моб|почта|email|e-mail|тг|вк)\b[.:]*\s*)?(?:[\w.+-]+@[\w-]+\.\w+|(?:\+7|\b8)[\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}\b|t\.me/\S+|vk\.com/\S+)",
    re.IGNORECASE,
)
_KINDS = (
    (GRADUATE, r"выпускни"),
    (STUDENT, r"студент"),
    (PUPIL, r"учени|учащ|обучающ|школьник|воспитанни|класс"),
    (PARTNER, r"партн|работодател|предприят|сотрудник (?:завода|компании|банка|организации)"),
    (
        TEACHER,
        r"учител|педагог|преподав|воспитател|методист|логопед|психолог|директор|завуч|зам\.|тьютор|молодой специалист"
        r"|библиотекар|музыкальн\w+ руководител|инструктор|организатор",
    ),
    (OTHER, r"родител|волонт|ветеран|тренер|другое|друг"),
)
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)
CENTURY = 100
NEW_CENTURY = 30


@dataclass(frozen=True, slots=True)
class Born:
    """The year of birth and the month where it was said."""

    year: int
    month: int | None = None

    @property
    def words(self) -> str:
        """«05.2012», «2012»: what is kept of a date."""
        return f"{self.month:02}.{self.year}" if self.month else str(self.year)


@dataclass(frozen=True, slots=True)
class Since:
    """The day from which experience counts; not ``is_exact`` where it was reckoned from a number of years."""

    day: date
    is_exact: bool


@lru_cache(maxsize=20_000)
def born_of(text: str) -> Born | None:
    """«14.05.2012», «май 2012», «05.2012», «2012» → year and month; None for what is no date of birth."""
    plain = text.lower().strip()
    if found := _ISO.search(plain):
        return _born(int(found[1]), int(found[2]))
    if found := _DAY.search(plain):
        return _born(_whole_year(found[3]), int(found[2]))
    if found := _MONTH.search(plain):
        return _born(int(found[2]), int(found[1]))
    year = _YEAR.search(plain)
    if year is None:
        return None
    word = _WORD.search(plain)
    return _born(int(year[1]), _month_number(word[1]) if word else None)


def _born(year: int, month: int | None) -> Born | None:
    return Born(year, month) if month is None or 1 <= month <= len(MONTHS) else None


def _whole_year(text: str) -> int:
    year = int(text)
    if year >= CENTURY:
        return year
    return year + (2000 if year < NEW_CENTURY else 1900)


def _month_number(word: str) -> int:
    return (MONTHS_OF.index(word) if word in MONTHS_OF else MONTHS.index(word)) + 1


@lru_cache(maxsize=20_000)
def since_of(text: str, today: date) -> Since | None:
    """«с 01.09.2019», «2019» — that day or 1 September; «5 лет» — so many full years ago, told as not exact."""
    plain = text.lower().strip()
    if found := _ISO.search(plain):
        return _since(int(found[1]), int(found[2]), int(found[3]), today)
    if found := _DAY.search(plain):
        return _since(_whole_year(found[3]), int(found[2]), int(found[1]), today)
    if found := _MONTH.search(plain):
        return _since(int(found[2]), int(found[1]), 1, today)
    if found := _YEAR.search(plain):
        word = _WORD.search(plain)
        return _since(int(found[1]), _month_number(word[1]) if word else 9, 1, today)
    september = today.year if today.month >= 9 else today.year - 1  # noqa: PLR2004 -- the school year begins
    if _MONTHS_ONLY.match(plain):
        return Since(date(september, 9, 1), is_exact=False)
    if years := _YEARS.match(plain):
        return Since(date(september - int(years[1]), 9, 1), is_exact=False)
    return None


def _since(year: int, month: int, day: int, today: date) -> Since | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return Since(found, is_exact=True) if found <= today else None


@lru_cache(maxsize=2_000)
def roles_of(text: str) -> frozenset[str]:
    """«наставник», «наставляемый», «и то и другое»; empty for what says neither."""
    plain = text.lower().replace("ё", "е")
    found = set()
    if re.search(r"наставляем|подопечн|менти|подшефн", plain):
        found.add(MENTEE)
    if re.search(r"наставни(?!чес)|ментор|куратор", plain) and not re.search(r"наставник отсутств", plain):
        found.add(MENTOR)
    return frozenset(found)


@lru_cache(maxsize=2_000)
def kind_of(text: str) -> str:
    """The code of who somebody is by his position or the word for him; empty where neither says it."""
    plain = text.lower().replace("ё", "е")
    return next((kind for kind, pattern in _COMPILED if pattern.search(plain)), "")


def is_contact(text: str) -> bool:
    """A mail, a telephone, a page of a person."""
    return bool(_CONTACT.search(text))


def without_contacts(text: str) -> str:
    """Free words without mails and telephones, which are not kept."""
    return " ".join(_CONTACT.sub("", text).replace("\n", "; ").split()).strip(" ;,:")
