"""The form as counted and as typed, put together: what the curator typed stands over what was counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from municipal.indicators.editions import Edition, Field
from municipal.indicators.facts import UNFILLED, Cell, Facts, OrganisationKind, PublicationFact, cell_of
from municipal.indicators.payload import cell_from_document, cell_to_document
from tenants.domain.school_year import Season

# The campaign, the school's kind and the person who signs give these; nobody types them.
GIVEN = frozenset({"A1", "A2", "A5"})
SIGNED_BY = "A5"


@dataclass(frozen=True, slots=True)
class Draft:
    """What the curator typed: cells by line, words by the code of a check, answers by the id of a remark."""

    cells: Mapping[str, Cell] = field(default_factory=dict)
    explanations: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)

    def with_changes(self, changes: Changes) -> Draft:
        """The draft after ``changes``; an emptied word is dropped."""
        cells = {code: cell for code, cell in {**self.cells, **changes.cells}.items() if cell is not None}
        return Draft(
            cells,
            _filled({**self.explanations, **changes.explanations}),
            _filled({**self.answers, **changes.answers}),
        )


@dataclass(frozen=True, slots=True)
class Changes:
    """One saving. A cell of None goes back to what the registers say."""

    cells: Mapping[str, Cell | None] = field(default_factory=dict)
    explanations: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.cells or self.explanations or self.answers)


def _filled(words: Mapping[str, str]) -> dict[str, str]:
    return {code: text.strip() for code, text in words.items() if text.strip()}


@dataclass(frozen=True, slots=True)
class Ask:
    """Which form is filled in: its edition and season, for whom, as of which day."""

    edition: Edition
    season: Season
    organisation: OrganisationKind
    as_of: date

    @property
    def lines(self) -> tuple[Field, ...]:
        """The lines this school is asked, in the order of the form."""
        return self.edition.fields_for(self.season, self.organisation)


def merged(counted: Cell, typed: Cell | None) -> Cell:
    """One line: typed over counted. A typed value equal to the counted one is no override."""
    if typed is None:
        return counted
    if typed.value is None:
        return replace(typed, computed=counted.computed)
    same = typed.value == counted.value
    return cell_of(
        typed.value,
        reason=typed.reason,
        computed=counted.computed,
        parts=typed.parts or (counted.parts if same else {}),
    )


def assembled(
    ask: Ask,
    *,
    counted: Mapping[str, Cell],
    draft: Draft,
    publications: tuple[PublicationFact, ...] = (),
    submitted_by: str = "",
) -> Facts:
    """The whole form. ``submitted_by`` (position with initials) is empty until the form is handed in."""
    cells = {
        line.code: merged(counted.get(line.code, UNFILLED), None if line.code in GIVEN else draft.cells.get(line.code))
        for line in ask.lines
    }
    if submitted_by:
        cells[SIGNED_BY] = cell_of(submitted_by)
    return Facts(
        edition=ask.edition.edition,
        season=ask.season,
        organisation=ask.organisation,
        as_of=ask.as_of,
        cells=cells,
        publications=publications,
        submitted_by=submitted_by,
        explanations=dict(draft.explanations),
    )


def cells_to_rows(cells: Mapping[str, Cell]) -> dict[str, Any]:
    """Typed cells as plain data for a JSON column."""
    return {code: cell_to_document(cell) for code, cell in cells.items()}


def cells_from_rows(ask: Ask, rows: Mapping[str, Any]) -> dict[str, Cell]:
    """Typed cells back; a line that the form does not have is left behind."""
    lines = {line.code: line for line in ask.lines}
    return {code: cell_from_document(lines[code], row) for code, row in rows.items() if code in lines}
