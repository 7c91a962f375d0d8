"""The annex to an amending order as DOCX: point, what stood there, what stands now, why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt

from schools.roadmap.domain.baseline import Change
from schools.roadmap.export.docx_page import TABLE_SIZE, TEXT_MM, dress, set_properties
from tenants.domain.plain_text import plain
from tenants.domain.russian import date_numeric

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HEADS = ("Пункт", "Было", "Стало", "Причина")
_SHARES = (10, 34, 34, 22)
_CORNER_MM = 85
ALIGN = WD_ALIGN_PARAGRAPH


@dataclass(frozen=True, slots=True)
class AnnexOrder:
    """The amending order; changes that still wait have none."""

    number: str
    dated: date


def annex_lines(order: AnnexOrder | None) -> tuple[str, ...]:
    """The block in the upper right corner (ГОСТ Р 7.0.97)."""
    if order is None:
        return ("Приложение", "к приказу от ____________ № ______")
    return ("Приложение", f"к приказу от {date_numeric(order.dated)} № {order.number}")


def render_annex(
    changes: Sequence[Change], *, order: AnnexOrder | None, title: str, organisation: str, dated: date
) -> bytes:
    """The file's bytes; ``dated`` is the day written into its properties."""
    file = docx.Document()
    dress(file)
    set_properties(file, title=f"Изменения: {plain(title)}", organisation=plain(organisation), dated=dated)
    for line in annex_lines(order):
        file.add_paragraph(plain(line)).paragraph_format.left_indent = Mm(TEXT_MM - _CORNER_MM)
    _centred(file, "Изменения, которые вносятся в дорожную карту", before=10)
    _centred(file, f"«{plain(title)}»", after=8)
    _table(file, changes)
    held = BytesIO()
    file.save(held)
    return held.getvalue()


def _centred(file: Any, text: str, *, before: int = 0, after: int = 0) -> None:
    line = file.add_paragraph()
    line.alignment = ALIGN.CENTER
    line.paragraph_format.space_before, line.paragraph_format.space_after = Pt(before), Pt(after)
    line.add_run(text).bold = True


def _table(file: Any, changes: Sequence[Change]) -> None:
    table = file.add_table(rows=1, cols=len(HEADS), style="Table Grid")
    table.autofit = False
    for column, share in zip(table.columns, _SHARES, strict=True):
        column.width = Mm(TEXT_MM * share / sum(_SHARES))
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    _fill(table.rows[0], HEADS, is_bold=True)
    for change in changes:
        row = table.add_row()
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        _fill(row, (change.number, change.was, change.became, change.reason), is_bold=False)


def _fill(row: Any, texts: Sequence[str], *, is_bold: bool) -> None:
    for cell, text, share in zip(row.cells, texts, _SHARES, strict=True):
        cell.width = Mm(TEXT_MM * share / sum(_SHARES))
        line = cell.paragraphs[0]
        line.alignment = ALIGN.CENTER if is_bold else ALIGN.LEFT
        run = line.add_run(plain(text))
        run.font.size, run.bold = TABLE_SIZE, is_bold
