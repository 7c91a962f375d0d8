"""Excel workbooks: every visible sheet as one table, with merged ranges."""

# ruff: noqa: PLR2004 -- weights and thresholds, found by trying on real and made-up roadmaps, stand where they act

import datetime as dt
import io
import re

from lxml import etree
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from schools.roadmap.domain.importing.ooxml import Package, attribute, broken, local_name
from schools.roadmap.domain.importing.raw import Merge, RawCell, RawDocument, RawRow, RawTable, UnreadableRoadmap
from schools.roadmap.domain.importing.words import clean_cell

MAX_ROWS = 5000
MAX_COLUMNS = 200
MAX_MERGES = 3000
REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})$")
Corner = tuple[int, int]


def read_xlsx(data: bytes, filename: str) -> RawDocument:
    """``data`` has passed ``check_office_file``. Raises ``UnreadableRoadmap`` for damage and for sheets too large."""
    _check_extent(Package(data, filename))
    try:
        return RawDocument(tuple(_sheets(data)), "xlsx")
    except (CalamineError, OSError, ValueError, OverflowError, IndexError) as error:
        raise broken(filename) from error
    except BaseException as error:
        # a panic of the Rust reader is no Exception, and a damaged file must not take the worker down
        if type(error).__name__ != "PanicException":
            raise
        raise broken(filename) from error


def _sheets(data: bytes) -> list[RawTable]:
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    shown = [
        sheet.name
        for sheet in workbook.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
    ]
    return [table for name in shown if (table := _table(workbook.get_sheet_by_name(name))).rows]


def _table(sheet: CalamineSheet) -> RawTable:
    values = sheet.to_python(skip_empty_area=False)
    merged = list(sheet.merged_cell_ranges or [])[:MAX_MERGES]
    owners = {
        (row, start[1]): (start, end)
        for start, end in merged
        for row in range(start[0], min(end[0], len(values) - 1) + 1)
    }
    width = max((len(row) for row in values), default=0)
    used = max((index + 1 for row in values for index, value in enumerate(row) if value != ""), default=0)
    rows = []
    for number, row in enumerate(values):
        cells = _cells(number, [clean_cell(_text(value)) for value in row[: min(width, used)]], owners)
        if any(cell.text or cell.merge is Merge.CONTINUES for cell in cells):
            rows.append(RawRow(number + 1, cells))
    vertical = any(start[0] != end[0] for start, end in merged)
    return RawTable(tuple(rows), title=sheet.name, merges_kept=vertical)


def _cells(row: int, texts: list[str], owners: dict[Corner, tuple[Corner, Corner]]) -> tuple[RawCell, ...]:
    cells, column = [], 0
    while column < len(texts):
        span, merge = 1, Merge.NONE
        owner = owners.get((row, column))
        if owner:
            (top, left), (bottom, right) = owner
            span = max(1, min(right, len(texts) - 1) - left + 1)
            if bottom > top:
                merge = Merge.STARTS if row == top else Merge.CONTINUES
        cells.append(RawCell("" if merge is Merge.CONTINUES else texts[column], column, span, merge))
        column += span
    return tuple(cells)


def _text(value: object) -> str:
    """A cell's value as the school would write it; a date without a time of day is a plain date."""
    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.10g}"
    if isinstance(value, dt.datetime | dt.date):
        return value.strftime("%d.%m.%Y") if value.year >= 1900 else ""
    return str(value)


def _check_extent(package: Package) -> None:
    """One filled cell at the far corner would make the reader hold the whole empty sheet in memory."""
    for name in sorted(package.names):
        if not name.startswith("xl/worksheets/") or not name.endswith(".xml"):
            continue
        stream = io.BytesIO(package.archive.read(name))
        try:
            for _, element in etree.iterparse(
                stream, events=("end",), resolve_entities=False, no_network=True, huge_tree=False
            ):
                if local_name(element) == "row":
                    if any(_is_far(_reference(cell, element)) for cell in element if len(cell)):
                        raise _too_large(package.filename)
                    element.clear()
        except etree.XMLSyntaxError as error:
            raise broken(package.filename) from error


def _reference(cell: etree._Element, row: etree._Element) -> str:
    return attribute(cell, "r") or f"A{attribute(row, 'r') or 1}"


def _is_far(reference: str) -> bool:
    match = REFERENCE.match(reference)
    if not match:
        return True
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) > MAX_ROWS or column > MAX_COLUMNS


def _too_large(filename: str) -> UnreadableRoadmap:
    return UnreadableRoadmap(
        f"Файл «{filename}» не прочитан: на листе больше {MAX_ROWS} строк или {MAX_COLUMNS} столбцов.",
        "Оставьте в книге лист с дорожной картой, удалите лишние строки и столбцы и загрузите снова.",
    )
