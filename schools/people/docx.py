"""The personal file of one person as DOCX: who he is, roles and everything that happened, without measures of support.

Layout as the house's documents: A4, Times New Roman 12, margins 30/15/20/20 mm.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO

import docx
from docx.document import Document as DocxFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

FACE, BODY, TITLE = "Times New Roman", Pt(12), Pt(14)


@dataclass(frozen=True, slots=True)
class PersonalFile:
    """The words of the file: facts as (name, value), happenings by school year as (day, sentence)."""

    school: str
    name: str
    facts: Sequence[tuple[str, str]]
    years: Sequence[tuple[str, Sequence[tuple[str, str]]]]
    made: str


def render_personal_file(file: PersonalFile) -> bytes:
    """The file's bytes; its properties carry the school and no user."""
    page: DocxFile = docx.Document()
    _dress(page, file)
    _line(page, file.school, centred=True)
    _line(page, "Участие в программе наставничества", size=TITLE, bold=True, centred=True)
    _line(page, file.name, size=TITLE, bold=True, centred=True)
    _table(page, None, file.facts, widths=(60, 105))
    for title, lines in file.years:
        _line(page, f"{title} учебный год", bold=True)
        _table(page, ("Дата", "Что было"), lines, widths=(40, 125))
    _line(page, file.made)
    held = BytesIO()
    page.save(held)
    return held.getvalue()


def _dress(page: DocxFile, file: PersonalFile) -> None:
    section = page.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)
    style = page.styles["Normal"]
    style.font.name, style.font.size = FACE, BODY
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FACE)
    about = page.core_properties
    about.author, about.title, about.comments = file.school, "Участие в программе наставничества", ""


def _line(page: DocxFile, text: str, *, size: Pt = BODY, bold: bool = False, centred: bool = False) -> None:
    paragraph = page.add_paragraph()
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold, size
    paragraph.paragraph_format.space_after = Pt(6)
    paragraph.paragraph_format.keep_with_next = bold
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _table(
    page: DocxFile, head: tuple[str, str] | None, rows: Iterable[tuple[str, str]], *, widths: tuple[int, int]
) -> None:
    table = page.add_table(rows=0, cols=2)
    table.style, table.autofit = "Table Grid", False
    for number, cells in enumerate([head, *rows] if head else rows):
        row = table.add_row()
        for cell, text, width in zip(row.cells, cells, widths, strict=True):
            cell.width = Mm(width)
            cell.text = text
            cell.paragraphs[0].runs[0].bold = bool(head) and number == 0 if text else None
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)  # LibreOffice reads the grid, Word the cells
    if head:
        repeated = table.rows[0]._tr.get_or_add_trPr()
        repeated.append(repeated.makeelement(qn("w:tblHeader"), {qn("w:val"): "true"}))
    page.add_paragraph()
