"""Sheets as DOCX: what an office edits before printing. Every sheet begins a page of its own."""

from __future__ import annotations

from io import BytesIO

import docx
from docx.document import Document as DocxFile
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from tenants.paper.docx_styles import INDENT, TABLE_SIZE, dress, set_properties
from tenants.paper.sheet import CLAUSE, FIELD, HEADING, ITEM, Bundle, Grid, Line, Sheet, Signature

ALIGN = WD_ALIGN_PARAGRAPH
SIZE, WIDTH = Pt(12), Mm(180)
CORNER = Mm(90)


def render_docx(bundle: Bundle) -> bytes:
    """The file's bytes; its properties name the school, no user or machine."""
    file: DocxFile = docx.Document()
    dress(file)
    set_properties(file, title=bundle.title, author=bundle.author, dated=bundle.dated)
    section = file.sections[0]
    section.left_margin, section.right_margin = Mm(20), Mm(10)
    section.top_margin = section.bottom_margin = Mm(15)
    normal = file.styles["Normal"]
    normal.font.size, normal.paragraph_format.line_spacing = SIZE, 1.0
    for number, sheet in enumerate(bundle.sheets):
        _sheet(file, sheet, is_first=number == 0)
    held = BytesIO()
    file.save(held)
    return held.getvalue()


def _sheet(file: DocxFile, sheet: Sheet, *, is_first: bool) -> None:
    title_before = not sheet.head
    for place, text in enumerate(sheet.head):
        line = _paragraph(file, text)
        if sheet.to_right:
            line.paragraph_format.left_indent = CORNER
        else:
            line.alignment = ALIGN.CENTER
        line.paragraph_format.page_break_before = place == 0 and not is_first
    title = file.add_heading(sheet.title, level=1)
    title.alignment = ALIGN.CENTER
    title.paragraph_format.page_break_before = title_before and not is_first
    clause = 0
    for piece in sheet.pieces:
        if isinstance(piece, Grid):
            _grid(file, piece)
            continue
        clause += piece.look == CLAUSE
        _line(file, piece, clause)
    for signature in sheet.signatures:
        _signature(file, signature)


def _paragraph(file: DocxFile, text: str) -> Paragraph:
    line: Paragraph = file.add_paragraph(text)
    line.paragraph_format.space_after = Pt(2)
    return line


def _line(file: DocxFile, piece: Line, clause: int) -> None:
    if piece.look == HEADING:
        line = file.add_heading(piece.text, level=2)
        line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(4)
        for run in line.runs:
            run.font.size = SIZE
        return
    if piece.look == FIELD:
        line = _paragraph(file, f"{piece.name}: {piece.text}")
        line.alignment = ALIGN.LEFT
        return
    before = {ITEM: "– ", CLAUSE: f"{clause}. "}.get(piece.look, "")
    line = _paragraph(file, before + piece.text)
    line.paragraph_format.first_line_indent = INDENT
    line.alignment = ALIGN.LEFT if "____" in piece.text else ALIGN.JUSTIFY  # a line to write on is not stretched


def _grid(file: DocxFile, grid: Grid) -> None:
    caption = _paragraph(file, grid.title)
    caption.paragraph_format.space_before = Pt(6)
    caption.paragraph_format.keep_with_next = True
    table = file.add_table(rows=1 + len(grid.rows), cols=len(grid.columns), style="Table Grid")
    for row, texts in zip(table.rows, (grid.columns, *grid.rows), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            run = cell.paragraphs[0].add_run(text)
            run.font.size = TABLE_SIZE
            run.bold = texts is grid.columns
    _size_columns(table, grid)
    _paragraph(file, "")


def _size_columns(table: object, grid: Grid) -> None:
    """«Да» and «Нет» are narrow, the rest share what is left."""
    narrow = [name in {"Да", "Нет"} for name in grid.columns]
    wide = (WIDTH - Mm(14) * sum(narrow)) // max(1, len(narrow) - sum(narrow))
    for column, is_narrow in zip(table.columns, narrow, strict=True):  # type: ignore[attr-defined]  # the same
        column.width = Mm(14) if is_narrow else wide
    table.autofit = False  # type: ignore[attr-defined]  # python-docx has no types
    for row in table.rows:  # type: ignore[attr-defined]  # the same
        for cell, is_narrow in zip(row.cells, narrow, strict=True):
            cell.width = Mm(14) if is_narrow else wide


def _signature(file: DocxFile, signature: Signature) -> None:
    line = _paragraph(file, f"{signature.position}\t\t {signature.name}")
    layout = line.paragraph_format
    layout.space_before, layout.keep_together = Pt(18), True
    layout.tab_stops.add_tab_stop(Mm(85))
    layout.tab_stops.add_tab_stop(Mm(130), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)
