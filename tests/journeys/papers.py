"""Papers that people bring along: a school's roadmap in Word, in words of our own."""

from __future__ import annotations

from pathlib import Path

import docx

COLUMNS = ("№", "Мероприятие", "Срок", "Ответственный", "Ожидаемый результат")
STAGES = {
    "Этап 1. Готовимся к году": (
        ("1", "Собрать рабочую группу и распределить участки", "до 15 сентября", "Директор", "Приказ о группе"),
        ("2", "Рассказать родителям о наставничестве на собрании", "октябрь", "Куратор", "Протокол собрания"),
    ),
    "Этап 2. Пары работают": (
        ("3", "Провести первые встречи пар", "до 1 ноября", "Наставники", "Отметки о встречах"),
        ("4", "Открыть выставку работ пар в библиотеке", "когда будет готово", "Куратор", "Фотографии"),
    ),
}
UNCLEAR = "когда будет готово"


def write_roadmap(file: Path) -> None:
    """A table with five columns and two stages; one deadline is in words that mean no day."""
    document = docx.Document()
    document.add_heading("Дорожная карта наставничества Луговской школы на 2026/27 учебный год", level=1)
    table = document.add_table(rows=1, cols=len(COLUMNS))
    for cell, title in zip(table.rows[0].cells, COLUMNS, strict=True):
        cell.text = title
    for stage, activities in STAGES.items():
        cells = table.add_row().cells
        cells[0].merge(cells[-1]).text = stage
        for activity in activities:
            for cell, text in zip(table.add_row().cells, activity, strict=True):
                cell.text = text
    document.save(str(file))


def text_of(file: Path) -> str:
    """All words of a Word file, tables included, spaces made plain."""
    document = docx.Document(str(file))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join("\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells]).split())
