"""Rows and stages while they are being put together: what later rows may still change."""

import re
from dataclasses import dataclass, field

from schools.roadmap.domain.importing.deadlines_of_rows import Phrase
from schools.roadmap.domain.importing.item_numbers import ItemNumber
from schools.roadmap.domain.importing.result import (
    ImportedGroup,
    ImportedIndicator,
    ImportedStage,
    ImportWarning,
    RawLine,
    Severity,
)
from schools.roadmap.domain.importing.stage_titles import stage_number
from schools.roadmap.domain.importing.words import one_line, plain

STAGE_PURPOSE = re.compile(r"\n\s*(?=(?:Цель|Цели|Задач[аи])\b)")


@dataclass
class RowDraft:
    """An activity that is not finished: a torn-off tail may still join it, a deadline may still come from above."""

    number: ItemNumber
    stage: int | None
    group: str
    text: str
    content: str
    phrase: Phrase
    responsible: str
    result: str
    extra: dict[str, str]
    table: int
    row: int
    raw: tuple[str, ...]
    has_deadline_column: bool = True
    may_guess: bool = True
    is_continuing: bool = False
    problems: list[str] = field(default_factory=list)


@dataclass
class Draft:
    """The roadmap being put together."""

    rows: list[RowDraft] = field(default_factory=list)
    stages: list[ImportedStage] = field(default_factory=list)
    groups: list[ImportedGroup] = field(default_factory=list)
    indicators: list[ImportedIndicator] = field(default_factory=list)
    warnings: list[ImportWarning] = field(default_factory=list)
    unrecognised: list[RawLine] = field(default_factory=list)

    def open_stage(self, text: str, number: str = "") -> None:
        """Begin a stage; the heading of the current stage, repeated after a page break, begins nothing."""
        parts = STAGE_PURPOSE.split(text, maxsplit=1)
        found, title = stage_number(parts[0])
        if self.stages and plain(self.stages[-1].title) == plain(title):
            return
        self.stages.append(ImportedStage(found or number, title, len(self.stages) + 1, one_line(" ".join(parts[1:]))))

    def add_stage_note(self, text: str) -> None:
        if self.stages:
            last = self.stages[-1]
            self.stages[-1] = ImportedStage(last.number, last.title, last.position, one_line(f"{last.note} {text}"))

    @property
    def stage(self) -> int | None:
        return len(self.stages) or None

    def warn(
        self, code: str, message: str, severity: Severity = Severity.CHECK, *, row: RowDraft | None = None
    ) -> None:
        """Note something for the curator; with a row it is also kept among the row's problems."""
        if row is not None:
            row.problems.append(code)
        table, number = (row.table, row.row) if row else (None, None)
        self.warnings.append(ImportWarning(code, message, severity, table, number))
