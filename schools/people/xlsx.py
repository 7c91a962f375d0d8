"""The school's own file given back: a red column «Что исправить» at the right and a hidden number of every row.

Values only: formulas of the file become what they showed, nothing in it can be reckoned or fetched when it is opened.
"""

from __future__ import annotations

import io
import logging
import warnings
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from schools.people.domain.importing.fields import FIX_HEADER, TOKEN_HEADER, Field
from schools.people.domain.importing.reading import read_source
from schools.people.domain.importing.workbook import clean

RED, PALE = "9C1F12", "FDE7E3"
WIDTH = 60
log = logging.getLogger("tropa.people")
_FORMULA = ("=", "+", "-", "@", "\t")
Row = Mapping[str, Any]


def mended_workbook(
    data: bytes, *, name: str, origin: str, key: str, tables: Sequence[Row], rows: Sequence[Row]
) -> bytes:
    """An .xlsx of the school's rows as they were, with what to mend in each. ``data`` passed the gate when it came.

    ``tables`` and ``rows`` are those of the import; text and pasted columns become a plain workbook.
    """
    book = (origin == "xlsx" and _own_book(data)) or _plain(data, name, origin)
    by_sheet: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        by_sheet[row["sheet"]].append(row)
    for table in tables:
        sheet = book[table["title"]] if table["title"] in book.sheetnames else book.worksheets[0]
        if isinstance(sheet, Worksheet):
            _mark(sheet, table, by_sheet[table["sheet"]], key)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _own_book(data: bytes) -> Workbook | None:
    """The school's own workbook; None where its styles or pictures are such that it cannot be written again."""
    try:
        with warnings.catch_warnings(action="ignore"):  # of parts of a workbook that are not kept
            return load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
    except Exception:  # whatever a strange file does to the reader, its rows are given back without their looks
        log.warning("a workbook is given back plain", exc_info=True)
        return None


def _plain(data: bytes, name: str, origin: str) -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    for source in read_source(data, name, origin):
        sheet = book.create_sheet(source.title or "Список")
        for line in source.lines:
            for column, text in enumerate(line.cells, 1):
                if text:
                    _put(sheet, line.number, column, text)
    return book


def _mark(sheet: Worksheet, table: Row, rows: Sequence[Row], key: str) -> None:
    fix, token = _places(table)
    if table["header_row"]:
        _put(sheet, table["header_row"], fix, FIX_HEADER, bold=True)
        _put(sheet, table["header_row"], token, TOKEN_HEADER)
    by_line: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        by_line[row["line"]].append(row)
    for line, here in by_line.items():
        said = " ".join(filter(None, (what_to_mend(row) for row in here)))
        _put(sheet, line, fix, said, bold=False)
        first = here[0]
        if len(here) == 1 and not first["part"]:
            _put(sheet, line, token, first["token"] or f"{key}:{first['place']}")
    sheet.column_dimensions[get_column_letter(fix)].width = WIDTH
    sheet.column_dimensions[get_column_letter(token)].hidden = True


def _places(table: Row) -> tuple[int, int]:
    """Columns of what to mend and of the hidden number, from 1: those of a file that has them already, or new ones."""
    fields = [column["field"] for column in table["columns"]]
    free = len(fields) + 1
    fix = fields.index(Field.FIX) + 1 if Field.FIX in fields else free
    free += fix == free
    token = fields.index(Field.TOKEN) + 1 if Field.TOKEN in fields else free
    return fix, token


def what_to_mend(row: Row) -> str:
    """Everything wrong with a row in one text; empty for a row that is right."""
    if row["outcome"] == "wrong":
        return " ".join(text for _field, text in row["faults"])
    if row["outcome"] == "ask":
        people = "; ".join(f"{words} ({why})" for _id, words, why in row["asked"])
        return f"Строка {row['line']}: похожий человек уже есть: {people}. Ответьте на странице загрузки, он ли это."
    return ""


def _put(sheet: Worksheet, row: int, column: int, text: str, *, bold: bool | None = None) -> None:
    """A text and never a formula; ``bold`` (yes or no) makes it a red remark."""
    cell = sheet.cell(row=row, column=column)
    if isinstance(cell, MergedCell):
        return
    cell.value = clean(text) or None
    if cell.value is not None:
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(_FORMULA)
    if bold is not None:
        cell.font = Font(color=RED, bold=bold)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if text:
            cell.fill = PatternFill("solid", fgColor=PALE)
