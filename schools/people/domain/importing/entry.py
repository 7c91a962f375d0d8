"""One row judged by itself: what would be written, what is wrong with it, and what is only worth a note."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from schools.people.domain.classes import class_written
from schools.people.domain.importing.fields import Field
from schools.people.domain.importing.values import (
    GRADUATE,
    MENTEE,
    MENTOR,
    OTHER,
    PARTNER,
    PUPIL,
    STUDENT,
    TEACHER,
    born_of,
    kind_of,
    roles_of,
    since_of,
)
from schools.people.domain.names import Name, is_initial, name_of, repaired
from tenants.domain.russian import date_numeric

OLDEST_PUPIL, YOUNGEST_PUPIL = 25, 4
OLDEST_BIRTH_YEAR = 1925
MAY_BE_MENTORED = frozenset({PUPIL, TEACHER, STUDENT, OTHER})
KIND_WORDS = {
    PUPIL: "обучающийся",
    TEACHER: "педагог",
    STUDENT: "студент",
    GRADUATE: "выпускник",
    PARTNER: "сотрудник партнёра",
    OTHER: "другое",
}


@dataclass(frozen=True, slots=True)
class Defaults:
    """What the curator said of rows that do not say it themselves, and what the school is."""

    today: date
    has_classes: bool = True
    role: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong: the field, what it is and what to write."""

    field: str
    what: str
    remedy: str

    def in_row(self, number: int) -> str:
        """«Строка 5: нет класса. Впишите, например, 7 «Б».»"""
        return f"Строка {number}: {self.what}. {self.remedy}"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row says of a person, ready to be written where there are no faults."""

    name: Name
    kind: str = ""
    roles: frozenset[str] = frozenset()
    class_name: str = ""
    position: str = ""
    birth_year: int | None = None
    birth_month: int | None = None
    teaching_since: date | None = None
    since_exact: bool = True
    partner: str = ""
    request: str = ""
    strengths: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """An entry with everything that is wrong in it (all at once) and the notes."""

    entry: Entry
    faults: tuple[Fault, ...]
    notes: tuple[str, ...]


def judge(said: Mapping[str, str], defaults: Defaults) -> Judged:
    """Judge the texts of a row. A missing birthday or experience is a note: the row can be added without."""
    faults: list[Fault] = []
    notes: list[str] = []
    name = _name(said, faults)
    class_name = _class(said.get(Field.CLASS, ""), defaults, faults)
    kind = _kind(said, class_name, defaults, faults)
    roles = _roles(said.get(Field.ROLE, ""), kind, defaults, faults)
    if kind == PUPIL and not said.get(Field.CLASS):
        what, example = ("нет класса", "7 «Б»") if defaults.has_classes else ("нет группы", "«Ромашка»")
        faults.append(Fault(Field.CLASS, what, f"Впишите, например, {example}."))
    year, month = _born(said.get(Field.BIRTH, ""), kind, defaults, faults, notes)
    since, exact = _since(said.get(Field.EXPERIENCE, ""), kind, defaults, notes)
    if kind == PARTNER and not said.get(Field.PARTNER):
        notes.append("не сказано, из какой организации: впишите её в карточке")
    entry = Entry(
        name,
        kind,
        roles,
        class_name if kind == PUPIL else "",
        said.get(Field.POSITION, "") if kind != PUPIL else "",
        year,
        month,
        since,
        exact,
        said.get(Field.PARTNER, "") if kind == PARTNER else "",
        said.get(Field.REQUEST, ""),
        said.get(Field.STRENGTHS, ""),
    )
    return Judged(entry, tuple(faults), tuple(notes))


def _name(said: Mapping[str, str], faults: list[Fault]) -> Name:
    last, first = repaired(said.get(Field.LAST, "")), repaired(said.get(Field.FIRST, ""))
    name = Name(last, first, repaired(said.get(Field.PATRONYMIC, "")))
    if not name.full:
        faults.append(Fault(Field.LAST, "нет фамилии и имени", "Впишите их или удалите строку."))
    elif not last:
        faults.append(Fault(Field.LAST, "нет фамилии", "Впишите фамилию."))
    elif any(letter.isdigit() for letter in last + first):
        faults.append(Fault(Field.LAST, "в имени цифры", "Оставьте в этом столбце фамилию и имя."))
    elif not first:
        faults.append(Fault(Field.FIRST, "нет имени", "Впишите имя."))
    elif is_initial(first):
        faults.append(Fault(Field.FIRST, f"имя сокращено до «{first}»", "Впишите имя целиком: оно нужно для согласия."))
    elif name_of(name.full) is None and " " in last + first:
        faults.append(Fault(Field.LAST, f"«{name.full}» не похоже на имя", "Впишите фамилию, имя и отчество."))
    return name


def _class(typed: str, defaults: Defaults, faults: list[Fault]) -> str:
    if not typed or not defaults.has_classes:
        return typed
    written = class_written(typed)
    if written is None:
        faults.append(Fault(Field.CLASS, f"«{typed}» не класс", "Впишите класс от 1 до 11 и букву, например 7 «Б»."))
    return written or ""


def _kind(said: Mapping[str, str], class_name: str, defaults: Defaults, faults: list[Fault]) -> str:
    said_kind = said.get(Field.KIND, "")
    kind = (said_kind if said_kind in KIND_WORDS else kind_of(said_kind)) or kind_of(said.get(Field.POSITION, ""))
    lacks_class = Field.CLASS in said and not said.get(Field.POSITION)  # the table has the column, the row is empty
    if not kind and (class_name or said.get(Field.CLASS) or lacks_class):
        kind = PUPIL
    if not kind and said.get(Field.PARTNER):
        kind = PARTNER
    if not kind and said.get(Field.EXPERIENCE):
        kind = TEACHER
    if not kind and (said.get(Field.POSITION) and roles_of(said.get(Field.ROLE, "")) == {MENTOR}):
        kind = OTHER if defaults.kind in {"", PUPIL} else defaults.kind
    kind = kind or defaults.kind
    if not kind:
        faults.append(Fault(Field.KIND, "не сказано, кто это", "Выберите: ученик, педагог или кто-то другой."))
    return kind


def _roles(typed: str, kind: str, defaults: Defaults, faults: list[Fault]) -> frozenset[str]:
    roles = roles_of(typed) or (frozenset({defaults.role}) if defaults.role else frozenset())
    if not roles:
        faults.append(Fault(Field.ROLE, "не сказано, наставник это или наставляемый", "Выберите роль."))
    if MENTEE in roles and kind and kind not in MAY_BE_MENTORED:
        word = KIND_WORDS[kind]
        faults.append(Fault(Field.ROLE, f"{word} не может быть наставляемым", "Выберите роль «наставник»."))
    return roles


def _born(
    typed: str, kind: str, defaults: Defaults, faults: list[Fault], notes: list[str]
) -> tuple[int | None, int | None]:
    if kind != PUPIL:
        return None, None  # of a grown-up the age is not asked
    born = born_of(typed)
    if born is None:
        if typed:
            faults.append(
                Fault(Field.BIRTH, f"дата рождения «{typed}» не понята", "Впишите месяц и год, например 05.2012.")
            )
        else:
            notes.append("нет месяца и года рождения: без них не посчитать возраст")
        return None, None
    if not defaults.today.year - OLDEST_PUPIL <= born.year <= defaults.today.year - YOUNGEST_PUPIL:
        faults.append(
            Fault(Field.BIRTH, f"год рождения {born.year} не подходит ученику", "Проверьте год, например 05.2012.")
        )
    elif born.month is None:
        notes.append("нет месяца рождения: без него не посчитать возраст")
    return born.year, born.month


def _since(typed: str, kind: str, defaults: Defaults, notes: list[str]) -> tuple[date | None, bool]:
    if kind != TEACHER:
        return None, True
    since = since_of(typed, defaults.today) if typed else None
    if since is None:
        notes.append("стаж не понят" if typed else "нет педагогического стажа: по нему видно молодых специалистов")
        return None, True
    if not since.is_exact:
        notes.append(f"стаж «{typed}» примем с {date_numeric(since.day)}, день можно поправить в карточке")
    return since.day, since.is_exact
