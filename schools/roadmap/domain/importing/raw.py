"""A document as it was found: paragraphs and tables in order, nothing understood yet."""

from dataclasses import dataclass
from enum import StrEnum

from tenants.domain.errors import Refusal


class UnreadableRoadmap(Refusal):
    """Nothing of a roadmap could be taken from a file or a pasted text."""


class Merge(StrEnum):
    """How a cell takes part in a vertical merge (``w:vMerge`` in Word)."""

    NONE = "none"
    STARTS = "starts"
    CONTINUES = "continues"


@dataclass(frozen=True)
class RawCell:
    """One cell: ``column`` is its first grid column from 0, ``span`` how many grid columns it covers."""

    text: str
    column: int
    span: int = 1
    merge: Merge = Merge.NONE
    bold: bool = False

    @property
    def end(self) -> int:
        return self.column + self.span


@dataclass(frozen=True)
class RawRow:
    """One row; ``number`` counts from 1 within its table (in Excel: within its sheet)."""

    number: int
    cells: tuple[RawCell, ...]
    repeats_as_header: bool = False


@dataclass(frozen=True)
class RawTable:
    """A table; ``merges_kept`` says that the source still knows which cells were merged vertically."""

    rows: tuple[RawRow, ...]
    title: str = ""
    merges_kept: bool = False


@dataclass(frozen=True)
class Paragraph:
    text: str


@dataclass(frozen=True)
class RawDocument:
    """``blocks`` in reading order; ``source`` is docx, xlsx, csv or text."""

    blocks: tuple[Paragraph | RawTable, ...]
    source: str

    @property
    def tables(self) -> tuple[RawTable, ...]:
        return tuple(block for block in self.blocks if isinstance(block, RawTable))

    @property
    def paragraphs(self) -> tuple[str, ...]:
        return tuple(block.text for block in self.blocks if isinstance(block, Paragraph))


def row_of(texts: list[str], number: int) -> RawRow:
    """A row of plain cells, one grid column each."""
    return RawRow(number, tuple(RawCell(text, column) for column, text in enumerate(texts)))
