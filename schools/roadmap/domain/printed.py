"""The roadmap as the school's own table: its columns, its rows, what stands above them. Pure: values in, values out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from schools.roadmap.domain.importing.headers import assign_roles
from schools.roadmap.domain.importing.roles import Role
from schools.roadmap.domain.importing.words import plain

_EXTRA = "extra:"
_OWN = (
    Role.NUMBER,
    Role.STAGE,
    Role.ACTIVITY,
    Role.CONTENT,
    Role.DEADLINE,
    Role.RESPONSIBLE,
    Role.RESULT,
)
_USUAL = {
    Role.NUMBER: "№",
    Role.STAGE: "Этап",
    Role.ACTIVITY: "Мероприятие",
    Role.CONTENT: "Содержание",
    Role.DEADLINE: "Срок",
    Role.RESPONSIBLE: "Ответственный",
    Role.RESULT: "Ожидаемый результат",
}
_ENDS = (Role.START, Role.END)
_SHARE = {Role.NUMBER: 5, Role.STAGE: 15, Role.ACTIVITY: 34, Role.CONTENT: 28, Role.DEADLINE: 15}
_SHARE |= {Role.RESPONSIBLE: 18, Role.RESULT: 22}
_SHARE_OF_EXTRA = 14


@dataclass(frozen=True, slots=True)
class PrintedColumn:
    """A column: its heading as the school wrote it, what it holds («extra:…» of the school's own), its share of 100."""

    title: str
    holds: str
    share: float

    @property
    def is_number(self) -> bool:
        return self.holds == Role.NUMBER


class Kind(StrEnum):
    """What a row is: a stage's heading over the whole width, a heading of a group, an activity."""

    STAGE = "stage"
    GROUP = "group"
    ACTIVITY = "activity"


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A row of the roadmap as plain values; ``stage`` is the stage's place, from 0."""

    stage: int
    number: str
    text: str
    content: str
    phrase: str
    responsible: str
    result: str
    is_heading: bool = False
    extra: Mapping[str, str] = field(default_factory=dict)
    due_on: tuple[date, ...] = ()
    done_on: date | None = None
    state: str = ""


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """``cells`` stand under the columns; of a stage or a group only the first one is filled, over the whole width.

    ``stage_rows`` is how many rows the stage's cell spans where the table has a column of stages (0: covered by the
    cell above). ``source`` is None for a stage.
    """

    kind: Kind
    cells: tuple[str, ...]
    source: SourceRow | None = None
    stage_rows: int = 1


@dataclass(frozen=True, slots=True)
class Approval:
    """The order that approved the roadmap, and the last one that amended it (None: not amended)."""

    number: str
    dated: date
    amended_number: str = ""
    amended_on: date | None = None


@dataclass(frozen=True, slots=True)
class PrintedIndicator:
    """An indicator with its targets by year, as the paper states them; ``formula`` is how it is counted."""

    title: str
    unit: str
    formula: str
    targets: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PrintedRoadmap:
    """Everything a file or a printed page of the roadmap says. ``approval`` None: it is a draft."""

    title: str
    organisation: str
    period_from: date
    period_to: date
    approval: Approval | None
    columns: tuple[PrintedColumn, ...]
    rows: tuple[PrintedRow, ...]
    stages: tuple[str, ...] = ()
    indicators: tuple[PrintedIndicator, ...] = ()

    @property
    def years(self) -> tuple[str, ...]:
        """Years for which any indicator has a target."""
        return tuple(sorted({year for one in self.indicators for year in one.targets}))

    @property
    def stage_column(self) -> int | None:
        """The place of the column of stages, where the school's table has one."""
        return next((place for place, one in enumerate(self.columns) if one.holds == Role.STAGE), None)


def columns_of(
    headers: Sequence[str], rows: Sequence[SourceRow], known: Mapping[str, str] | None = None
) -> tuple[PrintedColumn, ...]:
    """The school's columns in their order.

    ``headers`` are the headings as imported (of several tables one after another), ``known`` what the curator said
    that a heading holds. A heading that means nothing here and has no cells of its own is left out; what the rows hold
    and no heading names is added at the end under a usual heading.
    """
    titles = list(dict.fromkeys(filter(None, headers)))
    holds = _meanings(titles, _extra_names(rows), known or {})
    found: dict[str, str] = {}
    for title in titles:
        held = holds.get(title)
        if held in _ENDS:  # a beginning and an end in two columns were read as one deadline
            found.setdefault(Role.DEADLINE, _USUAL[Role.DEADLINE])
        elif held:
            found.setdefault(held, title)
    has_activity = Role.ACTIVITY in found
    for role in _OWN:
        if role not in found and _is_wanted(role, rows):
            found[role] = _USUAL[role]
    return _shared(list(found.items()) if has_activity else _with_activity_in_front(found))


def _meanings(titles: Sequence[str], extras: Mapping[str, str], known: Mapping[str, str]) -> dict[str, str]:
    plainly = [title for title in titles if plain(title) not in extras]
    guessed = assign_roles([(place, place + 1) for place in range(len(plainly))], list(plainly))
    holds = {title: _EXTRA + extras[plain(title)] for title in titles if plain(title) in extras}
    for title, column in zip(plainly, guessed, strict=True):
        role = known.get(plain(title), column.role.value)
        if role in {*_OWN, *_ENDS}:
            holds[title] = role
    return holds


def _extra_names(rows: Iterable[SourceRow]) -> dict[str, str]:
    return {plain(name): name for row in rows for name in row.extra}


def _is_wanted(role: Role, rows: Sequence[SourceRow]) -> bool:
    if role is Role.ACTIVITY:
        return True
    cells = {
        Role.CONTENT: [row.content for row in rows],
        Role.DEADLINE: [row.phrase for row in rows],
        Role.RESPONSIBLE: [row.responsible for row in rows],
        Role.RESULT: [row.result for row in rows],
    }
    return any(cells.get(role, ()))


def _with_activity_in_front(found: Mapping[str, str]) -> list[tuple[str, str]]:
    """An added column of activities comes right after the number and the stage."""
    first = {Role.NUMBER, Role.STAGE}
    return sorted(found.items(), key=lambda pair: (pair[0] not in first, pair[0] != Role.ACTIVITY))


def _shared(pairs: Sequence[tuple[str, str]]) -> tuple[PrintedColumn, ...]:
    weights = [_SHARE[Role(holds)] if not holds.startswith(_EXTRA) else _SHARE_OF_EXTRA for holds, _ in pairs]
    return tuple(
        PrintedColumn(title, holds, 100 * weight / sum(weights))
        for (holds, title), weight in zip(pairs, weights, strict=True)
    )


def rows_of(
    columns: Sequence[PrintedColumn], stages: Sequence[str], rows: Sequence[SourceRow]
) -> tuple[PrintedRow, ...]:
    """The rows under ``columns``: a heading of each stage, or one cell down the side where there is such a column."""
    has_column = any(column.holds == Role.STAGE for column in columns)
    has_numbers = any(column.is_number for column in columns)
    made: list[PrintedRow] = []
    for place, heading in enumerate(stages):
        words = heading
        own = [row for row in rows if row.stage == place]
        if not own:
            continue
        if not has_column and words:
            made.append(PrintedRow(Kind.STAGE, (words, *[""] * (len(columns) - 1))))
        if has_column and has_numbers:  # the number stands beside the stage, not in it
            words = words.removeprefix(f"{own[0].number.rstrip('.')}. ")
        made += [_printed(row, columns, words, len(own) if at == 0 else 0) for at, row in enumerate(own)]
    return tuple(made)


def stage_words(number: str, title: str) -> str:
    """«3. Формирование базы наставников»."""
    return f"{number.rstrip('.')}. {title}" if number else title


def _printed(row: SourceRow, columns: Sequence[PrintedColumn], stage: str, stage_rows: int) -> PrintedRow:
    cells = tuple(_cell(row, column.holds, stage) for column in columns)
    if not any(column.is_number for column in columns) and row.number:
        place = next(place for place, column in enumerate(columns) if column.holds == Role.ACTIVITY)
        cells = (*cells[:place], f"{row.number} {cells[place]}", *cells[place + 1 :])
    return PrintedRow(Kind.GROUP if row.is_heading else Kind.ACTIVITY, cells, row, stage_rows)


def _cell(row: SourceRow, holds: str, stage: str) -> str:
    if holds.startswith(_EXTRA):
        return row.extra.get(holds.removeprefix(_EXTRA), "")
    return {
        Role.NUMBER: row.number,
        Role.STAGE: stage,
        Role.ACTIVITY: row.text,
        Role.CONTENT: row.content,
        Role.DEADLINE: row.phrase,
        Role.RESPONSIBLE: row.responsible,
        Role.RESULT: row.result,
    }[Role(holds)]
