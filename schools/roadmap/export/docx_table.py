"""The roadmap as DOCX: the school's own table with its columns, on its own paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any

import docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt

from schools.roadmap.domain.printed import Kind, PrintedIndicator, PrintedRoadmap, PrintedRow
from schools.roadmap.export.docx_page import TABLE_SIZE, TEXT_MM, dress, set_properties
from tenants.domain.plain_text import plain
from tenants.domain.russian import date_numeric, date_words

ALIGN = WD_ALIGN_PARAGRAPH
_CORNER_MM = 85  # a requisite in a corner is about 8 cm wide


def render_docx(roadmap: PrintedRoadmap, *, dated: date) -> bytes:
    """The file's bytes; ``dated`` is the day written into its properties."""
    file = docx.Document()
    dress(file)
    set_properties(file, title=plain(roadmap.title), organisation=plain(roadmap.organisation), dated=dated)
    for line in approval_lines(roadmap):
        _corner(file, line)
    _centred(file, roadmap.organisation, is_bold=False, before=8)
    _centred(file, roadmap.title, is_bold=True, before=6)
    _centred(file, period_line(roadmap), is_bold=False, after=8)
    _plan(file, roadmap)
    if roadmap.indicators:
        _centred(file, "Показатели", is_bold=True, before=12, after=6)
        _indicators(file, roadmap.indicators, roadmap.years)
    held = BytesIO()
    file.save(held)
    return held.getvalue()


def approval_lines(roadmap: PrintedRoadmap) -> tuple[str, ...]:
    """The block in the upper right corner: which order approved the roadmap, or that it is a draft."""
    order = roadmap.approval
    if order is None:
        return ("ПРОЕКТ",)
    lines = ("УТВЕРЖДЕНО", f"приказом от {date_numeric(order.dated)} № {order.number}")
    if order.amended_on is None:
        return lines
    return (*lines, f"(в редакции приказа от {date_numeric(order.amended_on)} № {order.amended_number})")


def period_line(roadmap: PrintedRoadmap) -> str:
    """«Срок действия: с 1 сентября 2025 года по 31 августа 2026 года»."""
    return f"Срок действия: с {date_words(roadmap.period_from)} по {date_words(roadmap.period_to)}"


def _corner(file: Any, text: str) -> None:
    line = file.add_paragraph(plain(text))
    line.paragraph_format.left_indent = Mm(TEXT_MM - _CORNER_MM)


def _centred(file: Any, text: str, *, is_bold: bool, before: int = 0, after: int = 0) -> None:
    line = file.add_paragraph()
    line.alignment = ALIGN.CENTER
    line.paragraph_format.space_before, line.paragraph_format.space_after = Pt(before), Pt(after)
    line.paragraph_format.keep_with_next = True
    line.add_run(plain(text)).bold = is_bold


def _plan(file: Any, roadmap: PrintedRoadmap) -> None:
    columns = roadmap.columns
    grid = _Grid(file, len(roadmap.rows) + 1, [column.share for column in columns])
    grid.head([column.title for column in columns])
    for place, row in enumerate(roadmap.rows, 1):
        _row(grid, place, row, roadmap)
    if roadmap.stage_column is not None:
        _merge_stages(grid, roadmap.rows, roadmap.stage_column)


def _row(grid: _Grid, place: int, row: PrintedRow, roadmap: PrintedRoadmap) -> None:
    if row.kind is Kind.STAGE:
        grid.band(place, row.cells[0])
        return
    for at, (text, column) in enumerate(zip(row.cells, roadmap.columns, strict=True)):
        if at != roadmap.stage_column or row.stage_rows:
            grid.write(place, at, text, is_centred=column.is_number, is_bold=row.kind is Kind.GROUP)


def _merge_stages(grid: _Grid, rows: Sequence[PrintedRow], column: int) -> None:
    for place, row in enumerate(rows, 1):
        if row.stage_rows > 1:
            grid.merge_down(column, place, place + row.stage_rows - 1)


def _indicators(file: Any, indicators: Sequence[PrintedIndicator], years: Sequence[str]) -> None:
    has_unit, has_formula = any(one.unit for one in indicators), any(one.formula for one in indicators)
    heads = ["№", "Показатель", *["Как считается"] * has_formula, *["Единица"] * has_unit, *years]
    shares = [5, 40, *[30] * has_formula, *[12] * has_unit, *[9] * len(years)]
    grid = _Grid(file, len(indicators) + 1, shares)
    grid.head(heads)
    for place, one in enumerate(indicators, 1):
        aims = [one.targets.get(year, "—") for year in years]
        texts = [str(place), one.title, *[one.formula] * has_formula, *[one.unit] * has_unit, *aims]
        for at, text in enumerate(texts):
            grid.write(place, at, text, is_centred=at == 0 or at >= len(texts) - len(years))


class _Grid:
    """A table written cell by cell; python-docx counts the cells anew at every ask, so they are asked for once."""

    def __init__(self, file: Any, rows: int, shares: Sequence[float]) -> None:
        self.table = file.add_table(rows=rows, cols=len(shares), style="Table Grid")
        self.table.autofit = False
        self.table.alignment = WD_TABLE_ALIGNMENT.CENTER
        self.across = len(shares)
        self.cells = self.table._cells
        widths = [Mm(TEXT_MM * share / sum(shares)) for share in shares]
        for column, width in zip(self.table.columns, widths, strict=True):
            column.width = width
        for place, cell in enumerate(self.cells):
            cell.width = widths[place % self.across]
        for row in self.table.rows:
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))

    def head(self, titles: Sequence[str]) -> None:
        """Headings, repeated on every page."""
        self.table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for place, title in enumerate(titles):
            self.write(0, place, title, is_centred=True, is_bold=True)

    def write(self, row: int, column: int, text: str, *, is_centred: bool = False, is_bold: bool = False) -> None:
        """One cell; a line break of the text stays one."""
        line = self.cells[row * self.across + column].paragraphs[0]
        line.alignment = ALIGN.CENTER if is_centred else ALIGN.LEFT
        run = line.add_run(plain(text))
        run.font.size, run.bold = TABLE_SIZE, is_bold

    def band(self, row: int, text: str) -> None:
        """A heading over the whole width that stays with the row below it."""
        first = row * self.across
        self.cells[first].merge(self.cells[first + self.across - 1])
        self.write(row, 0, text, is_centred=True, is_bold=True)
        self.cells[first].paragraphs[0].paragraph_format.keep_with_next = True

    def merge_down(self, column: int, first: int, last: int) -> None:
        """One cell down the side; the covered ones are empty."""
        self.cells[first * self.across + column].merge(self.cells[last * self.across + column])
