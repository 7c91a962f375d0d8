"""What a column of a school's table may hold, in the words of the page."""

from __future__ import annotations

import re
from enum import StrEnum


class Field(StrEnum):
    """What stands in a column. Contacts and whatever else is not kept are told apart, so that the page can say so."""

    FULL_NAME = "name"
    LAST = "last"
    FIRST = "first"
    PATRONYMIC = "patronymic"
    CLASS = "class"
    ROLE = "role"
    KIND = "kind"
    POSITION = "position"
    BIRTH = "birth"
    EXPERIENCE = "since"
    PARTNER = "partner"
    REQUEST = "request"
    STRENGTHS = "strengths"
    CONTACT = "contact"
    PRIVATE = "private"
    SKIP = "skip"
    TOKEN = "token"
    FIX = "fix"


TITLES = {
    Field.FULL_NAME: "фамилия, имя, отчество",
    Field.LAST: "фамилия",
    Field.FIRST: "имя",
    Field.PATRONYMIC: "отчество",
    Field.CLASS: "класс",
    Field.ROLE: "наставник или наставляемый",
    Field.KIND: "кто это: ученик, педагог…",
    Field.POSITION: "должность или место учёбы",
    Field.BIRTH: "дата или год рождения",
    Field.EXPERIENCE: "стаж или с какого года работает",
    Field.PARTNER: "организация партнёра",
    Field.REQUEST: "запрос: с чем нужна помощь",
    Field.STRENGTHS: "чем может помочь",
    Field.CONTACT: "телефон или почта: не переносим",
    Field.PRIVATE: "личное: не переносим",
    Field.SKIP: "не нужен",
}
ASSIGNABLE = tuple(TITLES)
NAMES = frozenset({Field.FULL_NAME, Field.LAST})
UNSEEN = frozenset({Field.TOKEN, Field.FIX})
DROPPED = frozenset({Field.CONTACT, Field.PRIVATE, Field.SKIP, Field.FIX, Field.TOKEN})
TOKEN_HEADER = "Номер строки в «Тропе»"
FIX_HEADER = "Что исправить"

# The order matters: the first pattern that fits a heading names the column.
_HEADINGS: tuple[tuple[Field, str], ...] = (
    (Field.TOKEN, r"^номер строки в .?тропе"),
    (Field.FIX, r"^что исправить"),
    (
        Field.CONTACT,
        r"телефон|тел\.|моб|почт|e-?mail|емейл|имейл|контакт|вконтакте|телеграм|telegram|whatsapp|адрес|мах$",
    ),
    (
        Field.PRIVATE,
        r"снилс|паспорт|свидетельств|инвалид|диагноз|\bовз\b|опек|учет|соц.*статус|малоимущ|сирот|национальн|родител|законн.*представ|мать$|отец$",
    ),
    (Field.FULL_NAME, r"\bф\.? ?и\.? ?о\b|фамилия.*имя|^фи$|^имя.*фамилия|^участник"),
    (Field.FULL_NAME, r"^ученики?$|^педагоги?$|^сотрудники?$|^наставники?$|^наставляемы[йе]$"),
    (Field.FULL_NAME, r"^обучающи[йе]ся$|^учащи[йе]ся$|^фамилия и инициалы"),
    (Field.LAST, r"^фамилия"),
    (Field.FIRST, r"^имя"),
    (Field.PATRONYMIC, r"^отчество"),
    (Field.REQUEST, r"запрос|потребност|проблем|дефицит|нужна помощь|с чем помочь|затруднен|тема помощи"),
    (Field.STRENGTHS, r"чем.*(?:помоч|помога|полез)|компетенц|сильные|умени|умеет|ресурс|направлени.*помощ|опыт$"),
    (Field.BIRTH, r"рожд|^д\.? ?р\.?$|^г\.? ?р\.?$|возраст"),
    (Field.EXPERIENCE, r"стаж|работает с|^опыт работы|начал[оа]? (?:пед|работ)|дата (?:приема|начала)|год начала"),
    (Field.ROLE, r"роль|наставник ?/|наставник или|кто он в паре|статус участника|участие"),
    (Field.KIND, r"^кто|категория|^тип|^вид участника|статус$"),
    (Field.CLASS, r"класс|^группа|^кл\.?$|параллель|объединение"),
    (Field.PARTNER, r"предприяти|организаци|партн|место работы|работодател"),
    (Field.POSITION, r"должност|предмет|специальност|профессия|где учится|место уч"),
    (Field.SKIP, r"^№|^n$|п/п|^номер|дата запол|подпис|примечан|согласи|возраст|^пол$"),
)
_COMPILED = tuple((field, re.compile(pattern)) for field, pattern in _HEADINGS)
LONGEST_HEADING = 80


def field_of_heading(text: str) -> Field | None:
    """What a heading says, None for one that is not understood."""
    plain = " ".join(text.lower().replace("ё", "е").split())
    if not plain or len(plain) > LONGEST_HEADING:
        return None
    return next((field for field, pattern in _COMPILED if pattern.search(plain)), None)
