"""Every figure's twin outside the page: a workbook with a sheet a chart.

Cells are written as text, the way the page prints them («нет данных», «84 %»): a sheet says exactly what the
figure says, and a school's name that begins with «=» stays a name.
"""

from collections.abc import Sequence
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from dashboards.figures.model import ChartModel, Column, Row, TableModel

SHEET_NAME_LETTERS = 31
FORBIDDEN_IN_SHEET_NAMES = str.maketrans("", "", "[]:*?/\\'")
WIDEST = 60
PADDING = 2


def workbook(charts: Sequence[ChartModel], *, heading: str) -> bytes:
    """XLSX with a contents sheet and a sheet a chart: the finding, the subtitle, the table, the note, the schools."""
    out = BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    )
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    _write(book.add_worksheet("Содержание"), 0, _contents(charts), bold, heading=heading)
    for chart in charts:
        _chart_sheet(book.add_worksheet(_sheet_name(chart)), chart, bold, wrapped)
    book.close()
    return out.getvalue()


def _contents(charts: Sequence[ChartModel]) -> TableModel:
    rows = tuple(Row((_sheet_name(chart), chart.title)) for chart in charts)
    return TableModel("Содержание", (Column("Лист"), Column("Вывод")), rows)


def _chart_sheet(sheet: Worksheet, chart: ChartModel, bold: Format, wrapped: Format) -> None:
    sheet.write_string(0, 0, chart.title, bold)
    sheet.write_string(1, 0, chart.subtitle)
    at = _write(sheet, 3, chart.table, bold)
    if chart.note:
        sheet.merge_range(at + 1, 0, at + 1, max(len(chart.table.columns) - 1, 1), "", wrapped)
        sheet.write_string(at + 1, 0, chart.note, wrapped)
        at += 2
    if chart.behind:
        _write(sheet, at + 1, chart.behind, bold, heading=chart.behind.caption)


def _write(sheet: Worksheet, at: int, table: TableModel, bold: Format, *, heading: str = "") -> int:
    """Write the table from the row ``at``; the row after it comes back."""
    if heading:
        sheet.write_string(at, 0, heading, bold)
        at += 1
    for x, column in enumerate(table.columns):
        sheet.write_string(at, x, column.title, bold)
        longest = max((len(row.cells[x]) for row in table.rows), default=0)
        sheet.set_column(x, x, min(max(longest, len(column.title)) + PADDING, WIDEST))
    for y, row in enumerate(table.rows, start=at + 1):
        for x, cell in enumerate(row.cells):
            sheet.write_string(y, x, cell)
    return at + 1 + len(table.rows)


def _sheet_name(chart: ChartModel) -> str:
    return f"{chart.number}. {chart.table.caption}".translate(FORBIDDEN_IN_SHEET_NAMES)[:SHEET_NAME_LETTERS].rstrip()
