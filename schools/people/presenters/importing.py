"""The page of an import: what will come of the file, its columns, its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from schools.people.domain.importing.entry import KIND_WORDS
from schools.people.domain.importing.fields import ASSIGNABLE, TITLES, UNSEEN, Field
from schools.people.domain.importing.rows import text_of_roles
from schools.people.domain.importing.values import roles_of
from schools.people.models import PeopleImport
from schools.people.presenters.lists import Chip
from tenants.domain.russian import counted, join_and
from tenants.domain.school_year import SchoolYear

PEOPLE = ("человек", "человека", "человек")
FILTERS = {
    "ispravit": ("Исправить", ("wrong", "ask")),
    "dobavim": ("Добавим", ("add",)),
    "izmenim": ("Изменим", ("change",)),
    "est": ("Уже есть", ("same",)),
    "propustim": ("Пропустим", ("skip",)),
}
INPUTS = {
    Field.LAST: "Фамилия",
    Field.FIRST: "Имя",
    Field.PATRONYMIC: "Отчество",
    Field.CLASS: "Класс",
    Field.BIRTH: "Месяц и год рождения",
}
ROLE_CHOICES = (("", "Выберите"), ("наставник", "Наставник"), ("наставляемый", "Наставляемый"))
BOTH_ROLES = ("наставник и наставляемый", "И то и другое")


@dataclass(frozen=True, slots=True)
class Input:
    """A field of a row that can be mended; with ``options`` it is a choice."""

    field: str
    label: str
    value: str
    is_wrong: bool
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RowToMend:
    """A row with faults or a question."""

    place: str
    line: int
    name: str
    faults: tuple[str, ...]
    notes: tuple[str, ...]
    inputs: tuple[Input, ...]
    asked: tuple[tuple[str, str, str], ...]
    choice: str


@dataclass(frozen=True, slots=True)
class RowLine:
    """A row that needs nothing."""

    line: int
    name: str
    who: str
    roles: str
    more: str
    notes: str
    person_id: int | None


def chosen_filter(asked: str, counts: Counter[str]) -> str:
    """The filter of the address, or the first one that shows something."""
    if asked in FILTERS:
        return asked
    return next((code for code in FILTERS if _count(code, counts)), "ispravit")


def _count(code: str, counts: Counter[str]) -> int:
    return sum(counts[outcome] for outcome in FILTERS[code][1])


def counts_of(draft: PeopleImport) -> Counter[str]:
    """Rows by what will come of them."""
    return Counter(row["outcome"] for row in draft.rows)


def chips(counts: Counter[str], chosen: str) -> list[Chip]:
    """Filters of the rows with their numbers; empty ones are left out."""
    return [
        Chip(f"?stroki={code}", words, _count(code, counts), code == chosen)
        for code, (words, _outcomes) in FILTERS.items()
        if _count(code, counts) or code == chosen
    ]


def rows_shown(draft: PeopleImport, chosen: str) -> list[Mapping[str, Any]]:
    """Rows of a filter in the order of the file."""
    return [row for row in draft.rows if row["outcome"] in FILTERS[chosen][1]]


def rows_to_mend(rows: Sequence[Mapping[str, Any]]) -> list[RowToMend]:
    """Rows as little forms: what is wrong first, then what can be said."""
    return [_to_mend(row) for row in rows]


def _to_mend(row: Mapping[str, Any]) -> RowToMend:
    wrong = {field for field, _text in row["faults"]}
    said = row["said"]
    inputs = [
        Input(field.value, label, said.get(field, ""), field in wrong)
        for field, label in INPUTS.items()
        if field in wrong or field in {Field.LAST, Field.FIRST, Field.PATRONYMIC}
    ]
    if Field.CLASS in wrong or Field.KIND in wrong:
        kind = said.get(Field.KIND, "")
        value = kind if kind in KIND_WORDS else row["kind"]
        options = (("", "Выберите"), *((code, words.capitalize()) for code, words in KIND_WORDS.items()))
        inputs.append(Input(Field.KIND, "Кто это", value, Field.KIND in wrong, options))
    if Field.ROLE in wrong:
        value = text_of_roles(roles_of(said.get(Field.ROLE, "")))
        inputs.append(Input(Field.ROLE, "Роль", value, is_wrong=True, options=(*ROLE_CHOICES, BOTH_ROLES)))
    asked = tuple((str(number), words, why) for number, words, why in row["asked"])
    texts = tuple(text for _field, text in row["faults"])
    name = row["name"] or "без имени"
    inputs.sort(key=lambda one: not one.is_wrong)
    return RowToMend(row["place"], row["line"], name, texts, tuple(row["notes"]), tuple(inputs), asked, row["choice"])


def row_lines(rows: Sequence[Mapping[str, Any]]) -> list[RowLine]:
    """Rows that need nothing."""
    return [
        RowLine(
            row["line"],
            row["name"] or "без имени",
            row["class"] or KIND_WORDS.get(row["kind"], ""),
            text_of_roles(frozenset(row["roles"])),
            "; ".join(row["changes"]),
            "; ".join(row["notes"]),
            row["person"] if row["outcome"] == "same" else None,
        )
        for row in rows
    ]


def conclusion(counts: Counter[str]) -> str:
    """«Добавим 12 человек, изменим 3 записи. Исправьте 2 строки.»"""
    total = sum(counts.values())
    if not total:
        return "Людей в файле мы не узнали. Скажите, что в каждом столбце, и мы прочитаем его заново."
    parts = []
    if counts["add"]:
        parts.append(f"добавим {counted(counts['add'], *PEOPLE)}")
    if counts["change"]:
        parts.append(f"изменим {counted(counts['change'], 'запись', 'записи', 'записей')}")
    if counts["same"]:
        parts.append(f"без изменений {counts['same']}")
    wrong = counts["wrong"] + counts["ask"]
    said = f"{join_and(parts).capitalize()}. " if parts else ""
    if wrong:
        return f"{said}Нужно исправить: {counted(wrong, 'строка', 'строки', 'строк')} из {total}."
    return said or f"Все строки пропущены: {total}."


def button(counts: Counter[str]) -> str:
    """«Добавить 12 человек»; empty where nothing is ready."""
    added, changed = counts["add"], counts["change"]
    if added and changed:
        return f"Добавить {counted(added, *PEOPLE)} и изменить {counted(changed, 'запись', 'записи', 'записей')}"
    if added:
        return f"Добавить {counted(added, *PEOPLE)}"
    return f"Изменить {counted(changed, 'запись', 'записи', 'записей')}" if changed else ""


def written_words(result: Mapping[str, Any]) -> str:
    """What is in the registers already."""
    if not result:
        return ""
    changed = f", изменено записей: {result['changed']}" if result.get("changed") else ""
    return f"Записано: {counted(result.get('added', 0), *PEOPLE)}{changed}."


def tables_shown(draft: PeopleImport) -> list[dict[str, Any]]:
    """Columns of every sheet with the choice of their meaning."""
    options = [(field.value, TITLES[field]) for field in ASSIGNABLE]
    return [{**table, "columns": _columns(table), "options": options} for table in draft.tables]


def _columns(table: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            **column,
            "header": column["header"] or f"Столбец {number}",
            "title": TITLES.get(Field(column["field"]), ""),
            "hidden": Field(column["field"]) in UNSEEN,
        }
        for number, column in enumerate(table["columns"], 1)
    ]


def not_kept(draft: PeopleImport) -> list[str]:
    """Headings of columns that are never kept: telephones, mails, private matters."""
    dropped = {Field.CONTACT.value, Field.PRIVATE.value}
    return [
        column["header"] or f"столбец {number}"
        for table in draft.tables
        for number, column in enumerate(table["columns"], 1)
        if column["field"] in dropped
    ]


def doubtful(draft: PeopleImport) -> list[str]:
    """Headings of columns whose meaning was guessed or not understood at all."""
    return [
        column["header"] or f"столбец {number}"
        for table in draft.tables
        for number, column in enumerate(table["columns"], 1)
        if not column["sure"]
    ]


def back_to(year: SchoolYear, draft: PeopleImport) -> str:
    """The address of an import."""
    return reverse("people:import_page", args=[year, draft.pk])
