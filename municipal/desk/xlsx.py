"""Accepted forms as one table: a school a row, a line of the form a column."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import xlsxwriter

from municipal.indicators.editions import Field, FieldType, load_edition
from municipal.indicators.facts import Cell, CellState
from municipal.indicators.wording import shown
from municipal.submissions.queries import AcceptedForm
from tenants.domain.school_year import Season

# Texts of schools are never formulas, links or numbers to Excel (security.md § 2, T19).
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def summary_table(forms: Sequence[AcceptedForm], *, edition: str, season: Season, title: str) -> bytes:
    """An XLSX file: counts are numbers, everything else is text as the form shows it; «нет данных» is said in words."""
    fields = [line for line in load_edition(edition).fields.values() if line.season in (None, season)]
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, _OPTIONS) as book:
        sheet = book.add_worksheet("Принятые отчёты")
        bold, wrapped = book.add_format({"bold": True}), book.add_format({"bold": True, "text_wrap": True})
        sheet.write_string(0, 0, f"Мониторинг «{title}»: принятые отчёты, {len(forms)}", bold)
        sheet.write_row(2, 0, ["Школа", *(line.code for line in fields)], bold)
        sheet.write_row(3, 0, ["", *(line.title for line in fields)], wrapped)
        sheet.set_column(0, 0, 32)
        sheet.set_column(1, len(fields), 16)
        sheet.freeze_panes(4, 1)
        for number, form in enumerate(forms, 4):
            sheet.write_string(number, 0, form.short_name)
            for column, line in enumerate(fields, 1):
                _write(sheet, number, column, line, form)
    return buffer.getvalue()


def _write(sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, line: Field, form: AcceptedForm) -> None:
    if not line.is_asked(form.facts.season, form.kind):
        sheet.write_string(row, column, "—")
        return
    cell = form.facts.cell(line.code)
    if line.type is FieldType.COUNT and cell.count is not None:
        sheet.write_number(row, column, cell.count)
    else:
        sheet.write_string(row, column, _text(cell))


def _text(cell: Cell) -> str:
    return "не применяется" if cell.state is CellState.EXEMPT else shown(cell.value)
