"""From a table to people as they were written: a dictionary of texts for each, still to be judged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from schools.people.domain.classes import class_written
from schools.people.domain.importing.columns import Table, looks_like_person
from schools.people.domain.importing.fields import DROPPED, NAMES, Field
from schools.people.domain.importing.sheet import Line
from schools.people.domain.importing.values import born_of, kind_of, roles_of, without_contacts
from schools.people.domain.names import name_of

_PARTS = (Field.LAST, Field.FIRST, Field.PATRONYMIC)
_FREE = frozenset({Field.REQUEST, Field.STRENGTHS, Field.POSITION, Field.PARTNER})
_ITEM = re.compile(r"\n|;|(?<=[^\W\d])\s*,\s*(?=[А-ЯЁA-Z][а-яё]+ [А-ЯЁ])")
_NUMBERED = re.compile(r"^\s*\d{1,3}[.)]\s*")
_TOTALS = re.compile(
    r"^(?:итого|всего|исполнитель|исп\.|директор|составил|м\.?п\.?|согласовано|утверждаю|подпись|куратор:)", re.I
)
_CLASS_INSIDE = re.compile(r"\b(1[01]|[1-9])\s*[-–«\"']?\s*([А-Яа-яЁё])\b[»\"']?(?!\w)")
_KEPT_EMPTY = NAMES | {Field.CLASS}
LONGEST = {Field.POSITION: 200, Field.PARTNER: 300, Field.REQUEST: 500, Field.STRENGTHS: 500}
USUAL = 100


@dataclass(frozen=True, slots=True)
class Written:
    """One person of the table: texts by field, where they stand, and the hidden number of the row if it has one."""

    sheet: int
    line: int
    part: int
    said: Mapping[str, str]
    token: str = ""

    @property
    def place(self) -> str:
        """The number of the row within the file, the same for the same file: «0-5», «0-5-2» for a list in a cell."""
        return f"{self.sheet}-{self.line}-{self.part}" if self.part else f"{self.sheet}-{self.line}"


@dataclass
class _Context:
    """What a title or a band above says of the rows under it."""

    said: dict[str, str] = field(default_factory=dict)

    def hear(self, text: str) -> bool:
        """Take what a title says; was there anything?"""
        roles, kind, found = roles_of(text), kind_of(text), _class_in(text)
        if len(roles) == 1:
            self.said[Field.ROLE] = text_of_roles(roles)
        if found:
            self.said[Field.CLASS] = found
        if kind and not found:
            self.said[Field.KIND] = kind
        return bool(roles or kind or found)


def text_of_roles(roles: frozenset[str]) -> str:
    """Roles as the table of the page writes them."""
    words = {"mentor": "наставник", "mentee": "наставляемый"}
    return " и ".join(words[role] for role in ("mentor", "mentee") if role in roles)


def _class_in(text: str) -> str:
    if written := class_written(text):
        return "" if text.strip().isdigit() else written
    found = _CLASS_INSIDE.search(text)
    if not found or "класс" not in text.lower():
        return ""
    return class_written(found[1] + found[2]) or ""


def people_of(table: Table, *, title: str, sheet: int) -> list[Written]:
    """People of a table in their order; totals, signatures and empty rows are left out."""
    context = _Context()
    for text in (title, *table.above, *table.name_headers):
        context.hear(text)
    found: list[Written] = []
    for line in table.lines:
        if _is_band(line):
            context.hear(" ".join(line.filled))
            continue
        if _TOTALS.match(line.filled[0]) and len(line.filled) <= 3:  # noqa: PLR2004 -- a total or a signature
            continue
        found.extend(_of_line(line, table, context.said, sheet))
    return found


def _is_band(line: Line) -> bool:
    """«Наставники», «7 «Б» класс» alone in a row, merged or not: says something of the rows under it."""
    if len(line.filled) != 1:
        return False
    text = line.filled[0]
    return not looks_like_person(text) and (line.is_band or bool(roles_of(text) or _class_in(text) or kind_of(text)))


def _of_line(line: Line, table: Table, context: Mapping[str, str], sheet: int) -> Iterator[Written]:
    texts, token = _texts(line, table)
    lacks = table.holds(Field.CLASS) and Field.CLASS not in texts
    if not any(texts.get(one) for one in (Field.FULL_NAME, *_PARTS)):
        if len(texts) > 1:  # something is said of somebody without a name: told, not lost
            yield Written(
                sheet, line.number, 0, _settled({Field.FULL_NAME: "", **texts}, context, lacks_class=lacks), token
            )
        return
    items = [item for item in _ITEM.split(texts.get(Field.FULL_NAME, "")) if item.strip()]
    if len(items) > 1 and all(looks_like_person(_NUMBERED.sub("", item)) for item in items):
        for part, item in enumerate(items, 1):
            yield Written(
                sheet, line.number, part, _settled({**texts, Field.FULL_NAME: item}, context, lacks_class=lacks)
            )
        return
    yield Written(sheet, line.number, 0, _settled(texts, context, lacks_class=lacks), token)


def _texts(line: Line, table: Table) -> tuple[dict[str, str], str]:
    texts: dict[str, str] = {}
    token = ""
    for column, text in zip(table.columns, line.cells, strict=False):
        if column.field is Field.TOKEN:
            token = text
        if column.field in DROPPED or not text or text in {"-", "–", "—"}:
            continue
        texts[column.field] = f"{texts[column.field]}; {text}" if column.field in texts else text
    return texts, token


def _settled(texts: Mapping[str, str], context: Mapping[str, str], *, lacks_class: bool) -> dict[str, str]:
    """Name in three parts; what stood beside it in its cell; what the titles say; of a birthday the month alone."""
    said = {key: " ".join(text.split()) if key not in _FREE else without_contacts(text) for key, text in texts.items()}
    whole = said.pop(Field.FULL_NAME, None)
    if whole is not None:
        said.update(_name_and_rest(_NUMBERED.sub("", whole), said))
    elif said.get(Field.LAST) and not said.get(Field.FIRST) and (name := name_of(said[Field.LAST])):
        said |= {Field.LAST: name.last, Field.FIRST: name.first, Field.PATRONYMIC: name.patronymic}
    typed = said.get(Field.CLASS, "")
    if typed and class_written(typed) is None and kind_of(typed) and Field.POSITION not in said:
        said[Field.POSITION] = said.pop(Field.CLASS)  # «учитель химии» in a column «Класс или должность»
    for key, text in context.items():
        said.setdefault(key, text)
    if lacks_class and not said.get(Field.POSITION):
        said.setdefault(Field.CLASS, "")
    if born := born_of(said.get(Field.BIRTH, "")):
        said[Field.BIRTH] = born.words
    return {
        str(key): text[: LONGEST.get(Field(key), USUAL)] for key, text in said.items() if text or key in _KEPT_EMPTY
    }


def _name_and_rest(whole: str, said: Mapping[str, str]) -> dict[str, str]:
    """«Иванова Анна, 7Б», «Иванова Анна (7 «Б»)», «Белова Т. И., учитель химии»."""
    head, _, rest = _split(whole)
    name = name_of(head)
    if name is None and (inside := _CLASS_INSIDE.search(whole)):  # «Иванова Анна 7Б»
        head, rest = whole[: inside.start()], whole[inside.start() :]
        name = name_of(head)
    found: dict[str, str] = {}
    if name is None:
        return {Field.LAST: whole.strip()}
    found = {Field.LAST: name.last, Field.FIRST: name.first, Field.PATRONYMIC: name.patronymic}
    for piece in (piece.strip(" ()") for piece in re.split(r"[,;()]", rest)):
        if not piece:
            continue
        if (class_name := class_written(piece)) and Field.CLASS not in said:
            found[Field.CLASS] = class_name
        elif born_of(piece) and Field.BIRTH not in said:
            found[Field.BIRTH] = piece
        elif kind_of(piece) and Field.POSITION not in said:
            found[Field.POSITION] = piece
    return found


def _split(whole: str) -> tuple[str, str, str]:
    match = re.search(r"[,;(]", whole)
    if match is None:
        return whole, "", ""
    return whole[: match.start()].strip(), match[0], whole[match.start() :]
