"""A composed note: sections of paragraphs with their figures, annexes, and the values behind every figure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from municipal.notes.domain.spans import Figure, Span, plain_text
from municipal.notes.domain.values.value import Value


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, the unit a methodist edits. ``key`` is the same in every composition of the note
    («coverage», «targets.each@MENTEES_PUPILS_10_19_SHARE»), whichever rules fired; ``rules`` say which did.

    ``kind``: sentence, finding, recommendation, prompt (shown on the page, never printed), empty (nothing fired).
    """

    key: str
    section: str
    kind: str
    rules: tuple[str, ...]
    spans: tuple[Span, ...]
    is_item: bool = False
    tone: str = ""
    addressee: str = ""
    term: str = ""

    @property
    def text(self) -> str:
        return plain_text(self.spans)

    @property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(span for span in self.spans if isinstance(span, Figure))


@dataclass(frozen=True, slots=True)
class Section:
    code: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    is_number: bool = True


@dataclass(frozen=True, slots=True)
class AnnexTable:
    """Rows of ready text; ``total`` is the last row, set apart. Column 0 heads its row."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Annex:
    """«Приложение № 1». Without a table ``remark`` says why."""

    code: str
    number: int
    title: str
    tables: tuple[AnnexTable, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Composed:
    """The whole note. ``values`` maps a figure's key to its value with sources (none in a copy for the region)."""

    kind: str
    number: int
    title: str
    municipality: str
    note_date: date
    is_region_copy: bool
    sections: tuple[Section, ...]
    annexes: tuple[Annex, ...]
    values: Mapping[str, Value]
    thresholds: Mapping[str, int]

    @property
    def blocks(self) -> Iterator[Block]:
        for section in self.sections:
            yield from section.blocks

    @property
    def printed_values(self) -> dict[str, Value]:
        """The values behind the figures of the text: all that a stored note needs."""
        return {figure.key: self.values[figure.key] for block in self.blocks for figure in block.figures}

    def block(self, key: str) -> Block | None:
        return next((block for block in self.blocks if block.key == key), None)
