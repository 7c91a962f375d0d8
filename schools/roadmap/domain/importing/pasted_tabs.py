"""Text with TABs: rows as Excel and Word copy them, and one cell a line as text converters write them."""

# ruff: noqa: PLR2004 -- weights and thresholds, found by trying on real and made-up roadmaps, stand where they act

import re

from schools.roadmap.domain.importing.alignment import Profile, profile
from schools.roadmap.domain.importing.headers import header_strength
from schools.roadmap.domain.importing.item_numbers import read_number
from schools.roadmap.domain.importing.likeness import is_deadline_like, is_number, is_people_like
from schools.roadmap.domain.importing.raw import Paragraph, RawCell, RawRow, RawTable, row_of
from schools.roadmap.domain.importing.stage_titles import STAGE_WORD
from schools.roadmap.domain.importing.words import clean_cell, plain

INSIDE = "\x1e"
QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=\t|$)')
QUOTED_CELL = re.compile(r'(?:(?<=\t)|(?<=\n)|\A)"(?:[^"]|"")*"(?=\t|\n|\Z)')
OPENS_CELL = re.compile(r"^[ ]*\t")
STAGE_LINE = re.compile(r"^\s*(?:этап|раздел|направление|блок|модуль|[IVX]{1,4}[.) ]|\d{1,2}[.)]\s*[А-ЯЁ])", re.I)
Blocks = tuple[Paragraph | RawTable, ...]


def read_tabs(text: str) -> Blocks:
    """The paragraphs before, between and after, and the tables between them."""
    lines = text.split("\n")
    opening = [line for line in lines if OPENS_CELL.match(line)]
    one_cell = [line for line in opening if line.strip().count("\t") == 0]
    tabbed = [line for line in lines if "\t" in line.strip()]
    if len(one_cell) > 3 * len(tabbed):
        return _cell_a_line(lines)
    return _row_a_line(text)


def _cell_a_line(lines: list[str]) -> Blocks:
    """A TAB opens a cell, lines without one continue it, an empty line before a TAB closes the row."""
    blocks: list[Paragraph | RawTable] = []
    rows: list[list[str]] = []
    gap, inside = True, False
    for line in lines:
        if OPENS_CELL.match(line):
            if gap:
                rows.append([])
            rows[-1].append(line.strip())
            gap, inside = False, True
        elif not line.strip():
            gap = True
        elif inside and not (gap and _is_heading(line)):
            rows[-1][-1] += "\n" + line.strip()
            gap = False
        else:
            blocks.extend(_table(rows))
            blocks.append(Paragraph(clean_cell(line)))
            rows, gap, inside = [], True, False
    blocks.extend(_table(rows))
    return tuple(blocks)


def _is_heading(line: str) -> bool:
    return bool(re.match(r"\s*[А-ЯЁ]", line)) and len(line.split()) > 3


def _table(rows: list[list[str]]) -> list[RawTable]:
    if not rows:
        return []
    width = _usual_width([len(row) for row in rows])
    joined: list[list[str]] = []
    for row in rows:
        torn = joined and len(joined[-1]) < width and len(joined[-1]) + len(row) <= width and len(joined[-1]) > 2
        if torn and not is_number(row[0]):
            joined[-1].extend(row)
        else:
            joined.append(list(row))
    return [RawTable(tuple(_row(row, number, width) for number, row in enumerate(joined, 1)))]


def _usual_width(widths: list[int]) -> int:
    repeated = [width for width in set(widths) if widths.count(width) >= 2]
    return max(set(widths), key=lambda width: (widths.count(width), width)) if repeated else max(widths)


def _row(texts: list[str], number: int, width: int) -> RawRow:
    """In a short row of a converted table the last cell was merged to the right edge."""
    row = row_of([clean_cell(text) for text in texts], number)
    if len(texts) >= width or not texts or len(texts) > 2:
        return row
    last = row.cells[-1]
    return RawRow(number, (*row.cells[:-1], RawCell(last.text, last.column, width - last.column)))


def _row_a_line(text: str) -> Blocks:
    """Rows end with a line; a line with too few cells continues the row above (a cell of several paragraphs)."""
    lines = [_cells(line) for line in _logical_lines(text)]
    width = _width(lines)
    last = profile([cells[-1] for cells in lines if len(cells) == width])
    blocks: list[Paragraph | RawTable] = []
    rows: list[list[str]] = []
    for index, cells in enumerate(lines):
        if not any(cell.strip() for cell in cells):
            continue
        following = lines[index + 1] if index + 1 < len(lines) else []
        if rows and _continues(rows[-1], cells, following, width) and (len(rows[-1]) < width or _suits(cells[0], last)):
            rows[-1][-1] += "\n" + cells[0]
            rows[-1].extend(cells[1:])
        elif len(cells) == 1 and not (rows and _belongs(cells[0], following)):
            blocks.extend(_rows_table(rows, width))
            blocks.append(Paragraph(clean_cell(cells[0])))
            rows = []
        else:
            rows.append(cells)
    blocks.extend(_rows_table(rows, width))
    return tuple(blocks)


def _rows_table(rows: list[list[str]], width: int) -> list[RawTable]:
    return [RawTable(tuple(_row(row, number, width) for number, row in enumerate(rows, 1)))] if rows else []


def _belongs(text: str, following: list[str]) -> bool:
    """A line of its own inside a table is a section's title when rows go on below it."""
    return len(following) > 1 or _is_stage(text)


def _is_stage(text: str) -> bool:
    return bool(STAGE_LINE.match(text) or STAGE_WORD.match(plain(text)))


def _width(lines: list[list[str]]) -> int:
    headers = [len(cells) for cells in lines if header_strength([cell for cell in cells if cell.strip()]) >= 1.5]
    widths = [len(cells) for cells in lines if len(cells) > 1]
    return max(headers) if headers else _usual_width(widths)


def _continues(row: list[str], cells: list[str], following: list[str], width: int) -> bool:
    first = cells[0].strip()
    if len(row) + len(cells) - 1 > width or not first or (is_number(first) and len(cells) > 1):
        return False
    if header_strength([cell for cell in row if cell.strip()]) >= 1.5:
        return len(row) < width
    if len(row) < width:
        return len(row) > 1 and not _is_stage(first)
    if _is_stage(first) or not row[-1].strip():
        return False
    if re.match(r"[а-яё•·–—-]", first) or (is_people_like(first) and is_people_like(row[-1])):
        return True
    return not (
        len(following) > 1
        and (read_number(following[0]).depth > 0 or not following[0].strip())
        and len(first.split()) > 2
    )


def _suits(text: str, last: Profile) -> bool:
    """A second paragraph of the last column is of its kind: where deadlines or people stand, a title does not."""
    if last.deadline > 0.6:
        return is_deadline_like(text)
    return last.people <= 0.6 or is_people_like(text) or text[:1].islower()


def _cells(line: str) -> list[str]:
    cells: list[str] = []
    position = 0
    while True:
        quoted = QUOTED.match(line, position)
        if quoted and (INSIDE in quoted[1] or "\t" in quoted[1] or '""' in quoted[1]):
            cells.append(quoted[1].replace('""', '"').replace(INSIDE, "\n"))
            position = quoted.end()
        else:
            end = line.find("\t", position)
            end = len(line) if end < 0 else end
            cells.append(line[position:end])
            position = end
        if position >= len(line):
            return cells
        position += 1


def _logical_lines(text: str) -> list[str]:
    """Physical lines, but a cell that Excel quoted for its line breaks stays whole (its breaks wait as INSIDE)."""
    return QUOTED_CELL.sub(lambda cell: cell[0].replace("\n", INSIDE), text).split("\n")
