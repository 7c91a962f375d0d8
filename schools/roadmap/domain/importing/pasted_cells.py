"""A table pasted with every cell on a line of its own, as phones and PDF viewers copy it."""

from collections.abc import Iterator, Sequence

from schools.roadmap.domain.importing.alignment import profile, suits
from schools.roadmap.domain.importing.blocks import HEADING_STRENGTH
from schools.roadmap.domain.importing.headers import assign_roles, header_strength
from schools.roadmap.domain.importing.likeness import is_number
from schools.roadmap.domain.importing.raw import Paragraph, RawCell, RawRow, RawTable, row_of
from schools.roadmap.domain.importing.roles import Role
from schools.roadmap.domain.importing.stage_titles import STAGE_WORD
from schools.roadmap.domain.importing.words import clean_cell, plain

WIDEST, NARROWEST = 8, 3
MOST_LINES = 5000
JOINED_LINE = 0.4  # what a second line in a cell costs: lines are parted where both readings fit


def read_cells(text: str) -> tuple[Paragraph | RawTable, ...]:
    """The headings one a line, then the rows under them; an empty tuple where no such headings are found."""
    lines = [line for line in (clean_cell(line) for line in text.split("\n")) if line]
    start, width = _headings(lines)
    if not width or len(lines) > MOST_LINES:
        return ()
    headings = lines[start : start + width]
    roles = [column.role for column in assign_roles([(i, i + 1) for i in range(width)], headings)]
    table = [row_of(headings, 1)]
    for row in _rows(lines[start + width :], headings, roles):
        number = len(table) + 1
        table.append(RawRow(number, (RawCell(row[0], 0, width),)) if len(row) == 1 else row_of(row, number))
    return (*map(Paragraph, lines[:start]), RawTable(tuple(table)))


def _headings(lines: Sequence[str]) -> tuple[int, int]:
    """Where the headings begin and how many there are; no headings: (0, 0)."""
    for start in range(min(len(lines), 60)):
        stage = next(
            (i for i, line in enumerate(lines[start : start + WIDEST]) if STAGE_WORD.match(plain(line))), WIDEST
        )
        widths = range(min(stage, WIDEST, len(lines) - start), NARROWEST - 1, -1)
        found = {width: header_strength(list(lines[start : start + width])) for width in widths}
        width = max(found, key=lambda one: (found[one], -one), default=0)
        if width and found[width] >= max(HEADING_STRENGTH, 0.75 * width):
            return start, width
    return 0, 0


def _rows(lines: Sequence[str], headings: Sequence[str], roles: Sequence[Role]) -> Iterator[list[str]]:
    """Rows of the table; a row of one text is a section's heading."""
    section: list[str] = []
    for line in (*lines, ""):
        if line and not STAGE_WORD.match(plain(line)):
            section.append(line)
            continue
        yield from _section_rows(section, headings, roles)
        section = []
        if line:
            yield [line]


def _section_rows(lines: list[str], headings: Sequence[str], roles: Sequence[Role]) -> Iterator[list[str]]:
    width = len(roles)
    if roles[0] is Role.NUMBER:
        starts = [index for index, line in enumerate(lines) if is_number(line)]
        yield from ([line] for line in lines[: starts[0] if starts else len(lines)])
        groups = [lines[left:right] for left, right in zip(starts, [*starts[1:], len(lines)], strict=False)]
    else:
        groups = [lines[left : left + width] for left in range(0, len(lines), width)]
    for group in groups:
        if set(map(plain, group)) <= set(map(plain, headings)):
            continue  # the headings again, after a page break
        yield group if len(group) == width else _laid(group, roles)


def _laid(group: list[str], roles: Sequence[Role]) -> list[str]:
    """More lines than columns, or fewer: the lines in order, put into the columns that they suit best."""
    width = len(roles)
    best: dict[tuple[int, int], tuple[float, list[str]]] = {(0, -1): (0.0, [""] * width)}
    for done, line in enumerate(group):
        fits = [suits(profile([line]), role) for role in roles]
        for place in range(width):
            options = [
                (score + fits[place] - (JOINED_LINE if before == place else 0), cells)
                for before in range(-1, place + 1)
                if (found := best.get((done, before)))
                for score, cells in [found]
            ]
            if options:
                score, cells = max(options, key=lambda option: option[0])
                text = "\n".join(part for part in (cells[place], line) if part)
                best[done + 1, place] = (score, [*cells[:place], text, *cells[place + 1 :]])
    return max(best[len(group), place] for place in range(width) if (len(group), place) in best)[1]
