"""Pasted text and CSV: tables copied from Word or Excel, tables drawn with «|» or «;», numbered lines."""

# ruff: noqa: PLR2004 -- weights and thresholds, found by trying on real and made-up roadmaps, stand where they act

import csv
import re

from schools.roadmap.domain.importing.html_reader import has_table, read_html
from schools.roadmap.domain.importing.pasted_cells import read_cells
from schools.roadmap.domain.importing.pasted_lines import read_lines
from schools.roadmap.domain.importing.pasted_tabs import read_tabs
from schools.roadmap.domain.importing.raw import RawDocument, RawTable, UnreadableRoadmap, row_of
from schools.roadmap.domain.importing.words import clean_cell

MAX_CHARACTERS = 1_000_000
MAX_ROWS = 5000


def read_pasted(text: str) -> RawDocument:
    """Whatever was pasted: markup of a page, cells parted by TAB (as Word and Excel copy them), «|», «;» or «,»,
    a cell a line under headings a line each, or plain numbered lines.

    Raises ``UnreadableRoadmap`` for an empty or endless text.
    """
    text = (
        text.replace("\ufeff", "").replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\x00", "")
    )
    if not text.strip():
        raise UnreadableRoadmap(
            "Таблица не вставлена: текст пуст.", "Скопируйте таблицу в Word или Excel и вставьте её сюда."
        )
    if len(text) > MAX_CHARACTERS or text.count("\n") > 4 * MAX_ROWS:
        raise UnreadableRoadmap(
            "Текст не прочитан: он слишком велик для дорожной карты.", "Вставьте только таблицу с мероприятиями."
        )
    if has_table(text):
        return read_html(text)
    if "\t" in text:
        return RawDocument(read_tabs(text), "text")
    table = _bars(text) or _separated(text)
    return RawDocument((table,) if table else read_cells(text) or read_lines(text), "text")


def _bars(text: str) -> RawTable | None:
    """«| № | Мероприятие | Срок |»: the table of messengers and wikis."""
    lines = [line.strip() for line in text.split("\n")]
    rows = [
        line.strip("|").split("|") for line in lines if line.count("|") >= 2 and not re.fullmatch(r"[|\s:+-]+", line)
    ]
    if len(rows) < 2:
        return None
    return RawTable(tuple(row_of([clean_cell(cell) for cell in row], number) for number, row in enumerate(rows, 1)))


def _separated(text: str) -> RawTable | None:
    """CSV by «;» or «,»: taken only where nearly every row has as many cells as the first full one."""
    for separator in ";,":
        try:
            rows = [
                row
                for row in csv.reader(
                    text.split("\n") if '"' not in text else text.splitlines(keepends=True), delimiter=separator
                )
            ]
        except csv.Error:
            continue
        rows = [row for row in rows if any(cell.strip() for cell in row)]
        width = max((len(row) for row in rows), default=0)
        same = sum(1 for row in rows if len(row) == width)
        if width >= 3 and same >= 2 and same >= 0.8 * len(rows):
            return RawTable(
                tuple(row_of([clean_cell(cell) for cell in row], number) for number, row in enumerate(rows, 1))
            )
    return None


def read_text_file(data: bytes, filename: str) -> RawDocument:
    """A .csv or .txt file in UTF-8 (or UTF-16 with its mark, as Excel's «Текст Юникод»).

    Other encodings are refused: read in the wrong one, names would be spoilt without anybody noticing.
    """
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableRoadmap(
            f"Файл «{filename}» не прочитан: его текст не в кодировке Юникод (похоже на Windows-1251).",
            "Откройте файл в Excel, выберите «Сохранить как», тип «Книга Excel (.xlsx)», и загрузите книгу "
            "или скопируйте таблицу и вставьте её текстом.",
        ) from error
    document = read_pasted(text)
    if not document.tables:
        raise no_table(filename)
    return RawDocument(document.blocks, "csv")


def no_table(filename: str) -> UnreadableRoadmap:
    """The refusal for a document in which no plan of activities was found."""
    return UnreadableRoadmap(
        f"В файле «{filename}» нет таблицы с мероприятиями, дорожная карта не загружена.",
        "Проверьте, тот ли файл выбран. Если мероприятия записаны не таблицей, вставьте их "
        "текстом, по одному в строке.",
    )
