"""Tables cut into blocks: a block is a row of headings (one, two or none) and the rows that stand under it."""

# ruff: noqa: PLR2004 -- weights and thresholds, found by trying on real and made-up roadmaps, stand where they act

import re
from collections import Counter
from dataclasses import dataclass, field

from schools.roadmap.domain.importing.headers import assign_roles, header_strength, names_columns, role_of
from schools.roadmap.domain.importing.likeness import is_number
from schools.roadmap.domain.importing.lines import Line
from schools.roadmap.domain.importing.roles import Column, Role
from schools.roadmap.domain.importing.words import plain, years_in

HEADING_STRENGTH = 1.5
LATER_STRENGTH = 2.4  # below the first headings a row must look much more like headings to count as new ones
SUB_ROLES = frozenset({Role.START, Role.END, Role.YEAR, Role.MONTH, Role.NUMBER})
SUB_WORD = re.compile(
    r"^(?:план|факт|начало|окончание|дата|месяц|с|по|фио|должность|срок|отв\w*|[iv]+ кв\w*|\d кв\w*)$"
)


@dataclass
class Block:
    """``columns`` is empty for a block without headings; ``assumed`` is a row taken for headings without any proof."""

    table: int
    columns: tuple[Column, ...] = ()
    headings: list[Line] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    merges_kept: bool = False
    assumed: Line | None = None

    @property
    def has(self) -> frozenset[Role]:
        return frozenset(column.role for column in self.columns)

    def column(self, role: Role) -> int:
        """The index of the first column with the role, -1 for none."""
        return next((index for index, column in enumerate(self.columns) if column.role is role), -1)


def cut(lines: list[Line], *, merges_kept: bool) -> list[Block]:
    """Blocks of one table in order; repeated headings and rows of column numbers are dropped."""
    blocks: list[Block] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        known = blocks[-1] if blocks and blocks[-1].headings else None
        if known and _repeats(line, known):
            index += 1
        elif _is_heading(line, known):
            headings = _heading_rows(lines, index)
            blocks.append(_block(headings, merges_kept=merges_kept))
            index += len(headings)
            continue
        elif _is_column_numbers(line, first=not blocks or not blocks[-1].lines):
            index += 1
        else:
            if not blocks:
                blocks.append(Block(line.table, merges_kept=merges_kept))
            blocks[-1].lines.append(line)
            index += 1
    return blocks


def _is_heading(line: Line, known: Block | None) -> bool:
    strength = header_strength(line.filled)
    if known is None:
        return strength >= HEADING_STRENGTH or (line.repeats_as_header and strength > 0)
    return strength >= LATER_STRENGTH and strength >= 0.75 * len(line.filled) and names_columns(line.filled)


def _repeats(line: Line, known: Block) -> bool:
    """The same headings again after a page break, perhaps with one cell spoilt."""
    here = {plain(text) for text in line.filled}
    return any(
        len(here & {plain(text) for text in heading.filled}) * 3 >= 2 * len(here) for heading in known.headings
    ) and (
        len(here) > 1 or plain(line.filled[0]) in {plain(text) for heading in known.headings for text in heading.filled}
    )


def _heading_rows(lines: list[Line], index: int) -> list[Line]:
    rows = [lines[index]]
    if index + 1 < len(lines) and _is_second_row(lines[index], lines[index + 1]):
        rows.append(lines[index + 1])
    return rows


def _is_second_row(first: Line, second: Line) -> bool:
    """«начало» and «окончание» under «Сроки», years under «Значение показателя»: short words under wide cells."""
    texts = [plain(text) for text in second.filled]
    if len(texts) < 2 or any(len(text) > 40 or (is_number(text) and not years_in(text)) for text in texts):
        return False
    if any(above in first.filled for above in second.above if above):
        return True  # it is merged with the headings above
    known = sum(1 for text in texts if SUB_WORD.match(text) or _is_sub_role(text))
    is_under = len(texts) < len(first.filled) or len(second.cells) > len(first.cells)
    return known * 2 >= len(texts) and is_under


def _is_sub_role(text: str) -> bool:
    role, weight = role_of(text)
    return role in SUB_ROLES and weight >= 0.9


def _is_column_numbers(line: Line, *, first: bool) -> bool:
    """The row «1 2 3 4 5» that official forms put under the headings."""
    texts = [text.strip(" .") for text in line.filled]
    if len(texts) < 3 or not all(text.isdigit() and len(text) <= 2 for text in texts):
        return False
    figures = [int(text) for text in texts]
    return figures == sorted(set(figures)) and (first or figures[0] == 1) and len(texts) >= len(line.cells) - 1


def _block(headings: list[Line], *, merges_kept: bool) -> Block:
    finest = max(headings, key=lambda line: (len(line.cells), line.row))
    texts = []
    for left, right in finest.spans:
        parts = [
            cell.text or above
            for line in headings
            for cell, above in zip(line.cells, line.above, strict=True)
            if cell.column < right and left < cell.end
        ]
        texts.append(" ".join(dict.fromkeys(part for part in parts if part)))
    return Block(headings[0].table, assign_roles(finest.spans, texts), headings, merges_kept=merges_kept)


def usual_spans(lines: list[Line]) -> list[tuple[int, int]]:
    """Grid columns of the rows' most frequent shape, richer shapes winning over poorer ones of equal frequency."""
    shapes: Counter[tuple[tuple[int, int], ...]] = Counter(tuple(line.spans) for line in lines if len(line.filled) > 1)
    if not shapes:
        return lines[0].spans if lines else []
    return list(max(shapes.items(), key=lambda item: (item[1], len(item[0])))[0])
