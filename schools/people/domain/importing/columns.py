"""Which row is the headings and what the columns hold: by the headings, then by what stands under them."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from schools.people.domain.classes import class_written
from schools.people.domain.first_names import FIRST_NAMES
from schools.people.domain.importing.fields import NAMES, Field, field_of_heading
from schools.people.domain.importing.sheet import Line
from schools.people.domain.importing.values import born_of, is_contact, kind_of, roles_of, without_contacts
from schools.people.domain.names import is_patronymic, name_of

LOOK_AT = 60  # rows by which values are judged
HEADINGS_WITHIN = 25  # title rows above the headings
MOSTLY = 0.6
FEW_TWO = 2
_ITEM_NUMBER = re.compile(r"^\s*\d{1,3}[.)]\s*")
_NAME_ENDS = re.compile(r"[\n,;(\d«]")
_YEARS_OF_WORK = re.compile(r"^\d{1,2}\s*(?:лет|год[а]?|мес\w*\.?)$")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, what it holds, and whether a person said so."""

    header: str
    field: Field
    is_sure: bool = True
    sample: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet understood: title texts above, headings, columns and rows under them."""

    above: tuple[str, ...]
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    header_row: int = 0  # 0: no headings

    @property
    def has_names(self) -> bool:
        """There are people in it."""
        return any(column.field in NAMES for column in self.columns)

    @property
    def name_headers(self) -> tuple[str, ...]:
        """Headings over the names: «Наставляемые» says who they are."""
        return tuple(column.header for column in self.columns if column.field in NAMES)

    def holds(self, field: Field) -> bool:
        """Is there a column of this meaning?"""
        return any(column.field is field for column in self.columns)


def key_of(headers: Sequence[str]) -> str:
    """The same for the same headings in the same order, whatever their case, spaces and ё; empty without headings."""
    plain = [" ".join(header.lower().replace("ё", "е").split()) for header in headers]
    return hashlib.sha256("\n".join(plain).encode()).hexdigest()[:32] if any(plain) else ""


def understand(lines: Sequence[Line], known: dict[str, list[str]]) -> Table:
    """Find the headings and name the columns; ``known`` are columns said by hand before, by the key of headings."""
    at = _headings_at(lines)
    width = max((len(line.cells) for line in lines), default=0)
    header = lines[at] if at is not None else None
    above = tuple(text for line in lines[: at or 0] for text in line.filled)
    under = tuple(lines[at + 1 :] if at is not None else lines)
    under = _without_repeats(under, header)
    headers = [(header.cells[place] if header and place < len(header.cells) else "") for place in range(width)]
    texts = [[line.cells[place] for line in under if place < len(line.cells)][:LOOK_AT] for place in range(width)]
    said = known.get(key_of(headers))
    columns = _said(headers, said) if said and len(said) == width else _guessed(headers, texts)
    shown = tuple(
        Column(one.header, one.field, one.is_sure, _sample(text)) for one, text in zip(columns, texts, strict=True)
    )
    return Table(above, shown, under, header.number if header else 0)


def _sample(texts: Sequence[str]) -> str:
    return next((text.replace("\n", "; ")[:60] for text in texts if text), "")


def _said(headers: Sequence[str], said: Sequence[str]) -> list[Column]:
    return [Column(header, Field(field)) for header, field in zip(headers, said, strict=True)]


def _headings_at(lines: Sequence[Line]) -> int | None:
    """The row where most cells are headings and which names the people, among the first ones."""
    best, found = 0, None
    for place, line in enumerate(lines[:HEADINGS_WITHIN]):
        fields = [field for text in line.cells if (field := field_of_heading(text))]
        enough = len(fields) >= FEW_TWO or (fields and len(line.filled) == 1 and not line.is_band)
        if enough and set(fields) & NAMES and len(fields) * 2 >= len(line.filled) and len(fields) > best:
            best, found = len(fields), place
    return found if found is not None else _unknown_headings_at(lines)


def _unknown_headings_at(lines: Sequence[Line]) -> int | None:
    """Headings of which none is known: the row right above the first person, where no cell looks like a value."""
    looked = lines[:HEADINGS_WITHIN]
    first = next((place for place, line in enumerate(looked) if any(map(looks_like_person, line.cells))), 0)
    above = lines[first - 1] if first else None
    if above is None or len(above.filled) < FEW_TWO or any(map(_field_of_value, above.filled)):
        return None
    return None if any(text.isdigit() for text in above.filled) else first - 1


def _without_repeats(lines: Sequence[Line], header: Line | None) -> tuple[Line, ...]:
    """Headings repeated on every printed page are no people; neither is the row «1 2 3 4» under them."""
    return tuple(
        line
        for line in lines
        if not (header and line.filled == header.filled)
        and not (len(line.filled) > FEW_TWO and line.filled == tuple(map(str, range(1, len(line.filled) + 1))))
    )


def _guessed(headers: Sequence[str], texts: Sequence[Sequence[str]]) -> list[Column]:
    columns = []
    for header, under in zip(headers, texts, strict=True):
        by_heading, by_values = field_of_heading(header), _field_of_values(under)
        columns.append(_one(header, by_heading, by_values, under))
    columns = _single(columns)
    if not any(column.field in NAMES for column in columns):
        columns = _with_parts(columns, texts)
    return columns


def _one(header: str, by_heading: Field | None, by_values: Field | None, under: Sequence[str]) -> Column:
    if by_values is Field.CONTACT:
        return Column(header, Field.CONTACT)
    if by_heading is Field.LAST and by_values is Field.FULL_NAME:
        return Column(header, Field.FULL_NAME)  # «Фамилия» over whole names
    if by_heading is Field.KIND and by_values is Field.ROLE:
        return Column(header, Field.ROLE)
    if by_heading is Field.SKIP and by_values is Field.FULL_NAME:
        return Column(header, Field.FULL_NAME)
    if by_heading is not None:
        return Column(header, by_heading)
    if by_values is not None:
        return Column(header, by_values, is_sure=False)
    return Column(header, Field.SKIP, is_sure=not any(under))


def _single(columns: list[Column]) -> list[Column]:
    """A second column of the same meaning is left out unless its words can be joined or it is never kept."""
    many = {Field.SKIP, Field.CONTACT, Field.PRIVATE, Field.REQUEST, Field.STRENGTHS}
    seen: set[Field] = set()
    found = []
    for column in columns:
        again = column.field in seen and column.field not in many
        found.append(Column(column.header, Field.SKIP, is_sure=False) if again else column)
        seen.add(column.field)
    if Field.FULL_NAME in seen and Field.LAST in seen:
        parts = {Field.LAST, Field.FIRST, Field.PATRONYMIC}
        found = [Column(one.header, Field.SKIP) if one.field in parts else one for one in found]
    return found


def _with_parts(columns: list[Column], texts: Sequence[Sequence[str]]) -> list[Column]:
    """Surname, first name and patronymic without headings: the column of first names tells its neighbours."""
    for place, under in enumerate(texts):
        filled = [text for text in under if text]
        if place == 0 or not filled or _share(filled, _is_first_name) < MOSTLY:
            continue
        columns[place - 1] = Column(columns[place - 1].header, Field.LAST, is_sure=False)
        columns[place] = Column(columns[place].header, Field.FIRST, is_sure=False)
        after = [text for text in texts[place + 1] if text] if place + 1 < len(texts) else []
        if after and _share(after, is_patronymic) > MOSTLY:
            columns[place + 1] = Column(columns[place + 1].header, Field.PATRONYMIC, is_sure=False)
        break
    return columns


def _is_first_name(text: str) -> bool:
    return text.lower().replace("ё", "е") in FIRST_NAMES


def _share(texts: Sequence[str], test: object) -> float:
    assert callable(test)
    return sum(bool(test(text)) for text in texts) / len(texts)


def _field_of_values(texts: Sequence[str]) -> Field | None:
    filled = [text for text in texts if text]
    if not filled:
        return None
    counts = Counter(_field_of_value(text) for text in filled)
    counts.pop(None, None)
    if not counts:
        return None
    if counts[Field.CLASS] and counts[Field.CLASS] + counts[Field.POSITION] >= MOSTLY * len(filled):
        return Field.CLASS  # «7 «Б»» of pupils and «учитель химии» of teachers in one column
    field, number = counts.most_common(1)[0]
    return field if number >= MOSTLY * len(filled) else None


def _field_of_value(text: str) -> Field | None:
    if is_contact(text) and not without_contacts(text):
        return Field.CONTACT
    if len(text) < len("наставляемый и наставник ученик") and roles_of(text):
        return Field.ROLE
    if class_written(text) and not text.isdigit():
        return Field.CLASS
    if _YEARS_OF_WORK.match(text):
        return Field.EXPERIENCE
    if born_of(text) and any(letter.isdigit() for letter in text) and len(text) > len("2012"):
        return Field.BIRTH
    if looks_like_person(text):
        return Field.FULL_NAME
    return Field.POSITION if kind_of(text) else None


def looks_like_person(text: str) -> bool:
    """A name whose parts can be told: a patronymic, a usual first name or initials after a surname."""
    name = name_of(_NAME_ENDS.split(_ITEM_NUMBER.sub("", text), maxsplit=1)[0])
    if name is None:
        return False
    return name.is_short or is_patronymic(name.patronymic) or _is_first_name(name.first)
