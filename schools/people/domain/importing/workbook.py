"""Excel workbooks: every visible sheet, with merged cells told and dates as a school writes them."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile

from lxml import etree
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from schools.people.domain.importing.sheet import MAX_COLUMNS, MAX_ROWS, Line, Sheet, UnreadablePeople
from tenants.domain.file_guard import BROKEN, FileRefused, OfficeKind, check_office_file

MAX_MERGES = 6000
MAX_MERGED_CELLS = 200_000
LONGEST_CELL = 1000
FIRST_YEAR = 1900
EXACT = 1e15
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})$")
_SPACES = re.compile(r"[ \t\u00a0\u2007\u202f\u200b\ufeff]+")
Corner = tuple[int, int]


def read_workbook(data: bytes, filename: str) -> list[Sheet]:
    """Visible sheets with something on them. Raises ``FileRefused`` (the gate) and ``UnreadablePeople``."""
    if check_office_file(data, filename) is not OfficeKind.XLSX:
        raise FileRefused(
            f"Файл «{filename}» не прочитан: это документ Word, а не книга Excel.",
            "Скопируйте в нём таблицу и вставьте её в поле «Столбцы из Excel».",
        )
    try:
        _check_extent(data, filename)
        return _sheets(data)
    except (CalamineError, etree.XMLSyntaxError, *BROKEN) as error:
        raise _broken(filename) from error
    except BaseException as error:
        # a panic of the Rust reader is no Exception, and a damaged file must not take the worker down
        if type(error).__name__ != "PanicException":
            raise
        raise _broken(filename) from error


def clean(text: str) -> str:
    """A cell's text without spare spaces; line breaks stay, they part the lists inside a cell."""
    lines = (_SPACES.sub(" ", line).strip() for line in text[:LONGEST_CELL].replace("\r", "\n").split("\n"))
    return "\n".join(line for line in lines if line).replace("\x00", "")


def _sheets(data: bytes) -> list[Sheet]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    found = []
    for position, meta in enumerate(book.sheets_metadata):
        if meta.typ == SheetTypeEnum.WorkSheet and meta.visible == SheetVisibleEnum.Visible:
            lines = _lines(book.get_sheet_by_index(position))
            if lines:
                found.append(Sheet(meta.name, lines, position))
    return found


def _lines(sheet: CalamineSheet) -> tuple[Line, ...]:
    rows = sheet.to_python(skip_empty_area=False)
    merged = list(sheet.merged_cell_ranges or [])[:MAX_MERGES]
    texts = [[clean(_text(value)) for value in row[:MAX_COLUMNS]] for row in rows[:MAX_ROWS]]
    bands = set()
    for (top, left), (bottom, right) in merged:
        if top == bottom and right > left:
            bands.add(top)
        elif bottom > top and left == right and top < len(texts) and left < len(texts[top]):
            _fill_down(texts, texts[top][left], column=left, first=top + 1, last=bottom)
    found = []
    for number, row in enumerate(texts, 1):
        filled = sum(map(bool, row))
        if filled:
            found.append(Line(number, tuple(row), is_band=number - 1 in bands and filled == 1))
    return tuple(found)


def _fill_down(texts: list[list[str]], value: str, *, column: int, first: int, last: int) -> None:
    """A class or a role that is merged over several people belongs to each of them."""
    for row in texts[first : last + 1]:
        if column < len(row) and any(row):
            row[column] = row[column] or value


def _text(value: object) -> str:
    """A cell's value as the school would write it; a date without a time of day is a plain date."""
    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < EXACT else f"{value:.10g}"
    if isinstance(value, dt.datetime | dt.date):
        return value.strftime("%d.%m.%Y") if value.year >= FIRST_YEAR else ""
    return str(value)


def _check_extent(data: bytes, filename: str) -> None:
    """One filled cell at the far corner would make the reader hold the whole empty sheet in memory."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                _check_sheet(archive.read(name), filename)


def _check_sheet(part: bytes, filename: str) -> None:
    merged = 0
    for _, element in etree.iterparse(
        io.BytesIO(part),
        events=("end",),
        tag=("{*}row", "{*}mergeCell"),
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
    ):
        if etree.QName(element).localname == "mergeCell":
            merged += _area(str(element.get("ref") or ""))
        is_far = any(len(cell) and _is_far(str(cell.get("r") or f"A{element.get('r') or 1}")) for cell in element)
        if is_far or merged > MAX_MERGED_CELLS:
            raise UnreadablePeople(
                f"Файл «{filename}» не прочитан: на листе больше {MAX_ROWS} строк или 200 столбцов.",
                "Оставьте в книге лист с людьми, удалите лишние строки и столбцы и загрузите снова.",
            )
        element.clear()


def _area(reference: str) -> int:
    """How many cells a merged range covers: each of them is made when the file is written back."""
    corners = [_REFERENCE.match(corner) for corner in reference.split(":")]
    if len(corners) != 2 or None in corners:  # noqa: PLR2004 -- the first and the last cell
        return 0
    (left, top), (right, bottom) = ((_column(found[1]), int(found[2])) for found in corners if found)
    return (abs(right - left) + 1) * (abs(bottom - top) + 1)


def _is_far(reference: str) -> bool:
    match = _REFERENCE.match(reference)
    return not match or int(match[2]) > MAX_ROWS or _column(match[1]) > 200  # noqa: PLR2004 -- as the refusal says


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _broken(filename: str) -> UnreadablePeople:
    return UnreadablePeople(
        f"Файл «{filename}» не прочитан: его содержимое повреждено.",
        "Откройте его в Excel, сохраните под новым именем и загрузите новый файл.",
    )
