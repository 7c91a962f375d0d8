"""A plan written without a table: one activity a line, its parts divided by a dash, a semicolon or a bar."""

import re

from schools.roadmap.domain.importing.item_numbers import read_number, split_number
from schools.roadmap.domain.importing.likeness import is_deadline_like
from schools.roadmap.domain.importing.raw import Paragraph, RawCell, RawRow, RawTable, row_of
from schools.roadmap.domain.importing.words import clean_cell

DIVIDER = re.compile(r"\s+[–—-]\s+|\s*[;|]\s*|\s*,\s*(?=срок|до \d|отв)", re.I)
LABEL = re.compile(r"^(?:сроки?|ответственн\w+|отв\.?)\s*[:–—-]?\s*", re.I)
IN_BRACKETS = re.compile(r"\(([^()]{3,60})\)")
STAGE_WORD = re.compile(r"^\s*(?:этап|раздел|направление|блок|модуль|\w+ этап)\b", re.I)


def read_lines(text: str) -> tuple[Paragraph | RawTable, ...]:
    """Numbered lines and lines with a deadline become rows (text, deadline, people), the others stay paragraphs."""
    blocks: list[Paragraph | RawTable] = []
    rows: list[RawRow] = []
    for line in (clean_cell(line) for line in text.split("\n")):
        if not line:
            continue
        row = _row(line, len(rows) + 1)
        if row:
            rows.append(row)
        else:
            blocks.append(Paragraph(line))
    if rows:
        blocks.append(RawTable(tuple(rows)))
    return tuple(blocks)


def _row(line: str, number: int) -> RawRow | None:
    parts = [part for part in DIVIDER.split(line) if part]
    found = next((index for index in range(1, len(parts)) if is_deadline_like(LABEL.sub("", parts[index]))), 0)
    item, rest = split_number(line)
    if found:
        people = LABEL.sub("", "; ".join(parts[found + 1 :]))
        return row_of(
            [line[: line.find(parts[found], len(parts[0]))].rstrip(" –—-;|,"), LABEL.sub("", parts[found]), people],
            number,
        )
    inside = IN_BRACKETS.search(line)
    if inside and item.depth and is_deadline_like(inside[1]):
        return row_of(
            [line[: inside.start()].rstrip(), inside[1], LABEL.sub("", line[inside.end() :].strip(" ,;.–—-"))], number
        )
    if STAGE_WORD.match(line) or item.is_roman:
        return RawRow(number, (RawCell(line, 0, 3),))
    if item.depth and rest and not read_number(line).depth:
        return row_of([line, "", ""], number)
    return None
