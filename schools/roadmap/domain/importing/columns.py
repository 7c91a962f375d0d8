"""Columns as a curator sees them and assigns their meaning by hand, and how a school's assignment is known again."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from schools.roadmap.domain.importing.blocks import Block, usual_spans
from schools.roadmap.domain.importing.guessing import column_texts
from schools.roadmap.domain.importing.roles import Column, Role
from schools.roadmap.domain.importing.words import one_line, plain

ASSIGNABLE = (
    Role.NUMBER,
    Role.STAGE,
    Role.ACTIVITY,
    Role.CONTENT,
    Role.DEADLINE,
    Role.START,
    Role.END,
    Role.RESPONSIBLE,
    Role.RESULT,
    Role.OTHER,
)
UNNAMED = "#"  # begins the key of a table without headings: it says nothing about the next file
SAMPLES = 2
SAMPLE_LENGTH = 60
FEWEST_ROWS = 2

Assigned = Mapping[str, tuple[Role, ...]]


@dataclass(frozen=True)
class TableColumns:
    """The columns of a table (and of its continuations): ``key`` stands for its headings, ``samples`` show its cells.

    ``is_assigned`` says that the roles were given by hand, now or for an earlier file with the same headings.
    """

    key: str
    table: int
    headers: tuple[str, ...]
    roles: tuple[Role, ...]
    samples: tuple[str, ...]
    is_assigned: bool = False

    @property
    def is_named(self) -> bool:
        """The table has headings by which the next file can be known."""
        return not self.key.startswith(UNNAMED)

    @property
    def is_plan(self) -> bool:
        return Role.ACTIVITY in self.roles


def key_of(columns: Sequence[Column], table: int) -> str:
    """The same for the same headings in the same order, whatever their case, spaces and е/ё."""
    headers = [plain(column.header) for column in columns]
    if not any(headers):
        return f"{UNNAMED}{table}"
    return hashlib.sha256("\n".join(headers).encode()).hexdigest()[:32]


def bare_columns(block: Block) -> tuple[Column, ...]:
    """Columns of which nothing is known but where they stand."""
    return tuple(Column(*span, "", Role.OTHER, 0.0) for span in usual_spans(block.lines))


def with_roles(columns: Sequence[Column], roles: Sequence[Role]) -> tuple[Column, ...]:
    """The columns with the roles that a person gave them, or as they are where these are of another table."""
    if len(columns) != len(roles):
        return tuple(columns)
    return tuple(
        replace(column, role=role, confidence=1.0, also=column.also if column.role is role else None)
        for column, role in zip(columns, roles, strict=True)
    )


def columns_to_show(block: Block, columns: Sequence[Column], *, is_assigned: bool) -> TableColumns:
    texts = column_texts(block.lines, [(column.left, column.right) for column in columns])
    samples = (
        "; ".join(one_line(text, SAMPLE_LENGTH) for text in [text for text in column if text][:SAMPLES])
        for column in texts
    )
    return TableColumns(
        key_of(columns, block.table),
        block.table,
        tuple(one_line(column.header) for column in columns),
        tuple(column.role if column.role in ASSIGNABLE else Role.OTHER for column in columns),
        tuple(samples),
        is_assigned,
    )


def may_be_a_plan(block: Block, columns: Sequence[Column]) -> bool:
    """Enough rows and columns that a curator could find her plan in them."""
    full = [line for line in block.lines if len(line.filled) > 1]
    return len(columns) > 1 and len(full) >= FEWEST_ROWS
