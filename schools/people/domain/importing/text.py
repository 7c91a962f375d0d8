"""CSV files and columns pasted from Excel."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from schools.people.domain.importing.sheet import MAX_COLUMNS, MAX_ROWS, Line, Sheet, UnreadablePeople
from schools.people.domain.importing.workbook import clean

MAX_CHARACTERS = 1_000_000


def read_csv(data: bytes, filename: str) -> list[Sheet]:
    """A .csv in UTF-8, or UTF-16 with its mark («Текст Юникод»); another encoding is refused, names would be spoilt."""
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadablePeople(
            f"Файл «{filename}» не прочитан: его текст не в кодировке Юникод (похоже на Windows-1251).",
            "Откройте файл в Excel, выберите «Сохранить как», тип «Книга Excel (.xlsx)», и загрузите книгу "
            "или скопируйте столбцы и вставьте их текстом.",
        ) from error
    return read_pasted(text)


def read_pasted(text: str) -> list[Sheet]:
    """Cells parted by TAB as Excel copies them, or by «;» or «,»; a list of names one a line also counts.

    Raises ``UnreadablePeople`` for an empty or endless text.
    """
    text = text.replace("\ufeff", "").replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    if not text.strip():
        raise UnreadablePeople("Столбцы не прочитаны: текст пуст.", "Скопируйте столбцы в Excel и вставьте их сюда.")
    if len(text) > MAX_CHARACTERS or text.count("\n") > 2 * MAX_ROWS:
        raise UnreadablePeople(
            "Столбцы не прочитаны: текст слишком велик.", f"Вставьте не больше {MAX_ROWS} строк за один раз."
        )
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=_separator(text)))
    except csv.Error as error:
        raise UnreadablePeople(
            "Столбцы не прочитаны: в тексте перепутаны кавычки.", "Скопируйте столбцы в Excel ещё раз и вставьте."
        ) from error
    return [Sheet("", _lines(rows))]


def _lines(rows: Sequence[Sequence[str]]) -> tuple[Line, ...]:
    cleaned = ((number, tuple(clean(cell) for cell in row[:MAX_COLUMNS])) for number, row in enumerate(rows, 1))
    return tuple(Line(number, cells) for number, cells in cleaned if any(cells))[:MAX_ROWS]


def _separator(text: str) -> str:
    """TAB before anything; a comma only where lines agree on how many there are: «Иванова Анна, 7Б» has one too."""
    if "\t" in text:
        return "\t"
    lines = [line for line in text.split("\n") if line.strip()][:50]
    if sum(";" in line for line in lines) * 2 > len(lines):
        return ";"
    counts = {line.count(",") for line in lines}
    return "," if len(counts) == 1 and counts != {0} else "\t"
