"""The roadmap as XLSX: the school's columns, dates as dates, a header that stays in sight, filters.

Texts of schools are never formulas, links or numbers to Excel (security.md § 2, T19): every one is written as text.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from io import BytesIO
from typing import Any

import xlsxwriter

from schools.roadmap.domain.printed import Kind, PrintedRoadmap, PrintedRow
from schools.roadmap.export.docx_table import approval_lines, period_line
from tenants.domain.plain_text import plain

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_HEAD = 4  # rows above the headings
_CELL_LIMIT = 32_000  # Excel holds 32 767 signs in a cell
_WIDTH = 170  # signs of all columns of the school together
_OWN = (("Первая дата срока", 13), ("Последняя дата срока", 13), ("Сделано", 13), ("Состояние", 17))


def render_xlsx(roadmap: PrintedRoadmap, *, dated: date) -> bytes:
    """The file's bytes; ``dated`` is the day on which the states hold."""
    held = BytesIO()
    with xlsxwriter.Workbook(held, _OPTIONS) as book:
        book.set_properties({"title": plain(roadmap.title), "author": plain(roadmap.organisation), "comments": ""})
        _plan(book, roadmap, dated)
        if roadmap.indicators:
            _indicators(book, roadmap)
    return held.getvalue()


class _Looks:
    def __init__(self, book: Any) -> None:
        box = {"text_wrap": True, "valign": "top", "border": 1, "font_name": "Times New Roman", "font_size": 11}
        self.title = book.add_format({"bold": True, "font_size": 14, "font_name": "Times New Roman"})
        self.note = book.add_format({"font_name": "Times New Roman", "font_size": 11})
        self.head = book.add_format(box | {"bold": True, "align": "center", "valign": "vcenter", "bg_color": "#E3EFE9"})
        self.text = book.add_format(box)
        self.group = book.add_format(box | {"bold": True})
        self.day = book.add_format(box | {"num_format": "dd.mm.yyyy", "align": "center"})
        self.number = book.add_format(box | {"align": "center"})


def _plan(book: Any, roadmap: PrintedRoadmap, dated: date) -> None:
    sheet, looks = book.add_worksheet("Дорожная карта"), _Looks(book)
    _text(sheet, 0, 0, roadmap.title, looks.title)
    _text(sheet, 1, 0, " ".join(approval_lines(roadmap)), looks.note)
    _text(sheet, 2, 0, f"{period_line(roadmap)}. Состояние на {dated:%d.%m.%Y}.", looks.note)
    adds_stage = roadmap.stage_column is None
    columns = [("Этап", 24.0)] * adds_stage
    columns += [(one.title, max(6.0, _WIDTH * one.share / 100)) for one in roadmap.columns]
    columns += [(title, float(width)) for title, width in _OWN]
    for place, (title, width) in enumerate(columns):
        sheet.set_column(place, place, width)
        _text(sheet, _HEAD - 1, place, title, looks.head)
    rows = [row for row in roadmap.rows if row.kind is not Kind.STAGE]
    for at, row in enumerate(rows, _HEAD):
        _row(sheet, at, row, roadmap, looks, adds_stage=adds_stage)
    _fit(sheet, len(rows), len(columns))


def _row(sheet: Any, at: int, row: PrintedRow, roadmap: PrintedRoadmap, looks: _Looks, *, adds_stage: bool) -> None:
    source = row.source
    if source is None:
        return
    look = looks.group if row.kind is Kind.GROUP else looks.text
    texts = [roadmap.stages[source.stage]] * adds_stage + list(row.cells)
    for place, text in enumerate(texts):
        _text(sheet, at, place, text, look)
    first = len(texts)
    days = (source.due_on[0], source.due_on[-1]) if source.due_on else (None, None)
    for place, day in enumerate((*days, source.done_on), first):
        _day(sheet, at, place, day, looks)
    _text(sheet, at, first + len(_OWN) - 1, source.state, look)


def _fit(sheet: Any, rows: int, columns: int) -> None:
    """The header stays in sight and on every printed page; a page as wide as the table."""
    sheet.freeze_panes(_HEAD, 0)
    sheet.autofilter(_HEAD - 1, 0, _HEAD - 1 + rows, columns - 1)
    sheet.repeat_rows(_HEAD - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.5)
    sheet.set_footer("&C&P из &N")


def _indicators(book: Any, roadmap: PrintedRoadmap) -> None:
    sheet, looks = book.add_worksheet("Показатели"), _Looks(book)
    heads = (("Показатель", 60), ("Единица", 14), ("Как считается", 50), *((year, 12) for year in roadmap.years))
    for place, (title, width) in enumerate(heads):
        sheet.set_column(place, place, width)
        _text(sheet, 0, place, title, looks.head)
    for at, one in enumerate(roadmap.indicators, 1):
        for place, text in enumerate((one.title, one.unit, one.formula)):
            _text(sheet, at, place, text, looks.text)
        for place, year in enumerate(roadmap.years, 3):
            _aim(sheet, at, place, one.targets.get(year, ""), looks)
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _text(sheet: Any, row: int, column: int, text: str, look: Any) -> None:
    sheet.write_string(row, column, plain(text)[:_CELL_LIMIT], look)


def _day(sheet: Any, row: int, column: int, day: date | None, looks: _Looks) -> None:
    if day is None:
        sheet.write_blank(row, column, None, looks.text)
    else:
        sheet.write_datetime(row, column, day, looks.day)


def _aim(sheet: Any, row: int, column: int, text: str, looks: _Looks) -> None:
    try:
        number = Decimal(text.replace(",", "."))
    except InvalidOperation:
        _text(sheet, row, column, text, looks.text)
        return
    if number.is_finite():
        sheet.write_number(row, column, float(number), looks.number)
    else:
        _text(sheet, row, column, text, looks.text)
