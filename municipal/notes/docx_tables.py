"""Tables of the DOCX: a header row that repeats on every page, rows that are never torn."""

from collections.abc import Sequence

from docx.document import Document as DocxFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Emu, Length, Mm, Pt
from docx.table import Table, _Cell, _Row

from municipal.notes.domain.composed import AnnexTable
from municipal.notes.table_widths import widths_mm
from tenants.paper.docx_styles import TABLE_SIZE

ALIGN = WD_ALIGN_PARAGRAPH


def add_table(file: DocxFile, table: AnnexTable, width: int) -> None:
    """Append the table, ``width`` EMU wide."""
    bold_last = bool(table.total)
    rows = [*table.rows, *([table.total] if table.total else [])]
    drawn: Table = file.add_table(rows=1 + len(rows), cols=len(table.columns), style="Table Grid")
    drawn.autofit = False
    widths = [Mm(size) for size in widths_mm(table, Emu(width).mm)]
    for column, size in zip(drawn.columns, widths, strict=True):
        column.width = size
    centred = [column.is_number for column in table.columns]
    head, *body = drawn.rows
    _mark(head, "w:tblHeader")
    _fill(head, tuple(column.title for column in table.columns), widths, [True] * len(widths), is_bold=True)
    for place, (row, texts) in enumerate(zip(body, rows, strict=True)):
        _fill(row, texts, widths, centred, is_bold=bold_last and place == len(rows) - 1)
    file.add_paragraph().paragraph_format.space_after = Pt(0)


def _fill(row: _Row, texts: Sequence[str], widths: Sequence[Length], centred: Sequence[bool], *, is_bold: bool) -> None:
    _mark(row, "w:cantSplit")
    for cell, text, width, is_centred in zip(row.cells, texts, widths, centred, strict=True):
        cell.width = width
        _write(cell, text, is_bold=is_bold, is_centred=is_centred)


def _write(cell: _Cell, text: str, *, is_bold: bool, is_centred: bool) -> None:
    line = cell.paragraphs[0]
    line.paragraph_format.line_spacing = 1.0
    line.alignment = ALIGN.CENTER if is_centred else ALIGN.LEFT
    run = line.add_run(text)
    run.font.size = TABLE_SIZE
    run.bold = is_bold


def _mark(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))
