"""Rows and tables of an import as they are kept between two pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from schools.people.domain.importing.columns import Table, key_of
from schools.people.domain.importing.matching import Decided, Outcome
from schools.people.domain.importing.rows import Written

WAITING = frozenset({Outcome.WRONG, Outcome.ASK})


def row_document(decided: Decided, choice: str) -> dict[str, Any]:
    """What the page shows of a row."""
    written = decided.written
    return {
        "place": written.place,
        "sheet": written.sheet,
        "line": written.line,
        "part": written.part,
        "token": written.token,
        "said": dict(written.said),
        "choice": choice,
        "outcome": decided.outcome.value,
        "name": decided.entry.name.full,
        "kind": decided.entry.kind,
        "class": decided.entry.class_name,
        "roles": sorted(decided.entry.roles),
        "faults": [list(fault) for fault in decided.faults],
        "notes": decided.notes,
        "changes": decided.said,
        "person": decided.person_id,
        "asked": [[one.id, one.words, one.why] for one in decided.asked],
    }


def row_written(row: Mapping[str, Any]) -> Written:
    """A kept row as it was written in the file, with what the curator mended."""
    return Written(row["sheet"], row["line"], row["part"], row["said"], row["token"])


def table_document(table: Table, *, title: str, sheet: int, by_hand: bool) -> dict[str, Any]:
    """What is kept of a sheet: the columns."""
    return {
        "sheet": sheet,
        "title": title,
        "header_row": table.header_row,
        "key": key_of([column.header for column in table.columns]),
        "by_hand": by_hand,
        "columns": [
            {"header": one.header, "field": one.field.value, "sure": one.is_sure, "sample": one.sample}
            for one in table.columns
        ],
    }


def without_people(table: Mapping[str, Any]) -> dict[str, Any]:
    """A table whose samples are forgotten."""
    return {**table, "columns": [{**column, "sample": ""} for column in table["columns"]]}
