"""What an import understood: the preview that a curator checks before anything is stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from schools.roadmap.domain.deadline import Deadline
from schools.roadmap.domain.importing.columns import TableColumns
from schools.roadmap.domain.importing.roles import Role


class Severity(StrEnum):
    """INFO: nothing to do; CHECK: look before saving; PROBLEM: something was not understood or is surely stale."""

    INFO = "info"
    CHECK = "check"
    PROBLEM = "problem"


@dataclass(frozen=True)
class ImportWarning:
    """``code`` is for machines and tests, ``message`` for the curator; ``row`` counts from 1 within ``table``."""

    code: str
    message: str
    severity: Severity = Severity.CHECK
    table: int | None = None
    row: int | None = None


@dataclass(frozen=True)
class ImportedStage:
    """A section of the plan; ``position`` counts from 1, ``number`` is empty where the document gives none."""

    number: str
    title: str
    position: int
    note: str = ""


@dataclass(frozen=True)
class ImportedActivity:
    """One activity. ``stage`` is the position of its stage (None before the first one), ``group`` a sub-heading.

    ``deadline_phrase`` is the cell as written; ``deadline_inherited`` says that it came from the cell above, and
    ``deadline_guessed`` that no merge proves it. ``problems`` are codes of the warnings about this row. ``raw`` are
    the cells of the source row.
    """

    number: str
    stage: int | None
    text: str
    content: str
    deadline_phrase: str
    deadline: Deadline
    responsible: str
    expected_result: str
    table: int
    row: int
    group: str = ""
    deadline_inherited: bool = False
    deadline_guessed: bool = False
    extra: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    raw: tuple[str, ...] = ()


@dataclass(frozen=True)
class ImportedGroup:
    """A heading among activities («5.1 Контроль …» above 5.1.1): it has no deadline and is not itself an activity."""

    number: str
    title: str
    stage: int | None
    table: int
    row: int


@dataclass(frozen=True)
class ImportedIndicator:
    """``targets`` by calendar year (a school year counts by its first); None where the cell holds no figure."""

    number: str
    title: str
    formula: str
    unit: str
    targets: Mapping[int, Decimal | None]
    table: int
    row: int
    raw: tuple[str, ...] = ()


@dataclass(frozen=True)
class RecognisedColumn:
    table: int
    position: int
    header: str
    role: Role
    confidence: float


@dataclass(frozen=True)
class RawLine:
    """A row that became neither a stage nor an activity nor an indicator, kept as it was."""

    table: int
    row: int
    cells: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class ImportedRoadmap:
    """``title`` is the document's own heading, one line; tables and rows count from 1.

    ``tables`` are the columns of every table that is a plan or might be one, for a person to mend.
    """

    title: str
    stages: tuple[ImportedStage, ...]
    groups: tuple[ImportedGroup, ...]
    activities: tuple[ImportedActivity, ...]
    indicators: tuple[ImportedIndicator, ...]
    columns: tuple[RecognisedColumn, ...]
    warnings: tuple[ImportWarning, ...]
    unrecognised: tuple[RawLine, ...]
    tables: tuple[TableColumns, ...] = ()

    def stage_of(self, activity: ImportedActivity) -> ImportedStage | None:
        return self.stages[activity.stage - 1] if activity.stage else None
