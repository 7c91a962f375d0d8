"""Documents made for the tests: the same grid as a Word file, an Excel book or a pasted text.

In a grid «<» joins a cell to its left neighbour and «^» to the cell above it.
"""

import io
from collections.abc import Sequence

import xlsxwriter
from docx import Document
from docx.document import Document as DocumentType

from schools.roadmap.domain.deadline import Period
from schools.roadmap.domain.importing import ImportedRoadmap, read_document, read_pasted, recognise

Grid = Sequence[Sequence[str]]
YEAR = Period.parse("2025-09-01..2026-08-31")
LEFT, UP = "<", "^"


def word(*blocks: str | Grid) -> bytes:
    """A .docx with paragraphs (strings) and tables (grids) in order."""
    document = Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
        else:
            add_table(document, block)
    return saved(document)


def saved(document: DocumentType) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def add_table(document: DocumentType, grid: Grid) -> None:
    width = max(len(row) for row in grid)
    table = document.add_table(len(grid), width)
    for top, left, bottom, right, text in areas(grid):
        cell = table.cell(top, left)
        if (top, left) != (bottom, right):
            cell = cell.merge(table.cell(bottom, right))
        cell.text = text


def areas(grid: Grid) -> list[tuple[int, int, int, int, str]]:
    """Every cell with the last row and column that its merge covers."""
    found = []
    for top, row in enumerate(grid):
        for left, text in enumerate(row):
            if text in (LEFT, UP):
                continue
            right = left
            while right + 1 < len(row) and row[right + 1] == LEFT:
                right += 1
            bottom = top
            while bottom + 1 < len(grid) and left < len(grid[bottom + 1]) and grid[bottom + 1][left] == UP:
                bottom += 1
            found.append((top, left, bottom, right, text))
    return found


def excel(**sheets: Grid) -> bytes:
    """An .xlsx; numbers stay numbers."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    for name, grid in sheets.items():
        sheet = book.add_worksheet(name)
        for top, left, bottom, right, text in areas(grid):
            if (top, left) != (bottom, right):
                sheet.merge_range(top, left, bottom, right, text)
            elif text:
                sheet.write(top, left, text)
    book.close()
    return stream.getvalue()


def pasted(grid: Grid) -> str:
    """The grid as Excel and Word put it on the clipboard: merged cells are empty."""
    return "\n".join("\t".join("" if text in (LEFT, UP) else text for text in row) for row in grid)


def from_word(
    *blocks: str | Grid, period: Period = YEAR, own_name: str | None = None, own_kind: str | None = None
) -> ImportedRoadmap:
    return recognise(read_document(word(*blocks), "карта.docx"), period, own_name=own_name, own_kind=own_kind)


def from_excel(grid: Grid, period: Period = YEAR) -> ImportedRoadmap:
    return recognise(read_document(excel(План=grid), "карта.xlsx"), period)


def from_text(text: str, period: Period = YEAR) -> ImportedRoadmap:
    return recognise(read_pasted(text), period)


def stages(roadmap: ImportedRoadmap) -> list[tuple[str, str]]:
    return [(stage.number, stage.title) for stage in roadmap.stages]


def numbers(roadmap: ImportedRoadmap) -> list[str]:
    return [activity.number for activity in roadmap.activities]


def texts(roadmap: ImportedRoadmap) -> list[str]:
    return [activity.text for activity in roadmap.activities]


def phrases(roadmap: ImportedRoadmap) -> list[str]:
    return [activity.deadline_phrase for activity in roadmap.activities]


def people(roadmap: ImportedRoadmap) -> list[str]:
    return [activity.responsible for activity in roadmap.activities]


def results(roadmap: ImportedRoadmap) -> list[str]:
    return [activity.expected_result for activity in roadmap.activities]


def stage_of_each(roadmap: ImportedRoadmap) -> list[int | None]:
    return [activity.stage for activity in roadmap.activities]


def codes(roadmap: ImportedRoadmap) -> list[str]:
    return [warning.code for warning in roadmap.warnings]
