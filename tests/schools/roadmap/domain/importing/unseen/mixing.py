"""Roadmaps mixed at random from a seed: other words and orders of columns, numbers, stages, merges."""

import functools
import random
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO

from xlsxwriter import Workbook

from tests.schools.roadmap.domain.importing.unseen import word
from tests.schools.roadmap.domain.importing.unseen.pool import Item
from tests.schools.roadmap.domain.importing.unseen.scoring import Unseen
from tests.schools.roadmap.domain.importing.unseen.word import Cell, paragraph

HEADINGS = {
    "number": ("№", "№ п/п", "№ п\\п", "п/п", "N", "№ пункта"),
    "text": (
        "Мероприятие",
        "Мероприятия",
        "Наименование мероприятия",
        "Содержание работы",
        "Планируемые мероприятия",
        "Основные мероприятия",
        "Что сделать",
        "Вид деятельности",
        "Мероприятия (действия)",
        "Наименование работ",
    ),
    "deadline": (
        "Срок",
        "Сроки",
        "Сроки реализации",
        "Дата",
        "Дата проведения",
        "Срок исполнения",
        "Период",
        "Сроки выполнения",
        "Когда",
        "Время проведения",
    ),
    "responsible": (
        "Ответственный",
        "Ответственные",
        "Ответственные лица",
        "Исполнитель",
        "Исполнители",
        "Кто отвечает",
        "Ответственный исполнитель",
        "ФИО ответственного",
    ),
    "result": (
        "Результат",
        "Ожидаемый результат",
        "Планируемые результаты",
        "Итоговый документ",
        "Вид документа",
        "Подтверждающий документ",
        "Форма отчётности",
        "Итог",
    ),
}
TEXTS = (
    "Анкетирование", "Создание рабочей группы", "Круглый стол «Наставник: кто он?»", "Тренинг для старшеклассников",
    "Акция «Спасибо, наставник!»", "Разместить положение на сайте", "Семинар-практикум для педагогов",
    "Совместное посещение музея", "Ведение раздела «Наставничество» на школьном сайте", "Консультации психолога",
    "Подготовить пакет локальных актов: положение, приказ, план", "Встреча с родителями будущих десятиклассников",
    "Проведение мастер-классов силами наставников", "День открытых дверей для партнёров",
    "Выставка совместных работ", "Заседание школьного штаба", "Экскурсия на предприятие «Ключевской завод»",
    "Обновление банка программ", "Диагностика адаптации пятиклассников", "Мониторинг процесса реализации",
    "Методический час «Ошибки наставника»", "Праздник «Мы вместе»", "Публикация историй успеха в группе школы",
    "Рефлексия в парах", "Оформление портфолио наставника", "Сбор обратной связи от участников",
)  # fmt: skip
DEADLINES = (
    "сентябрь", "Октябрь 2025", "до 15.11.2025", "10.09–15.09.2025", "в течение года", "1 раз в четверть", "постоянно",
    "ежемесячно", "ноябрь – декабрь", "Май 2026 г.", "по мере необходимости", "до 1 июня 2026 года", "III четверть",
    "февраль-март", "в течение учебного года", "последняя неделя мая", "25 декабря 2025", "ежеквартально",
)  # fmt: skip
PEOPLE = (
    "Куратор", "Завуч", "Заместитель директора по УВР", "Педагог-психолог", "Классные руководители", "Рябинина О. П.",
    "Рабочая группа", "Наставники", "Администрация", "Библиотекарь", "Директор, куратор", "Светлова Л.В., методист",
)  # fmt: skip
RESULTS = (
    "Приказ", "Протокол", "Справка", "Фотоотчёт", "Список участников", "Положение утверждено", "Анкеты обработаны",
    "Пост в группе школы", "Программа", "Обучено не менее 10 наставников", "База данных", "План составлен",
)  # fmt: skip
STAGES = (
    "Организационный", "Подготовка условий", "Основной этап", "Информационная работа", "Методическое сопровождение",
    "Аналитический этап",
)  # fmt: skip
FIELDS = ("number", "text", "deadline", "responsible", "result")
Table = list[Sequence[Cell | str]]


def mixed(seed: int) -> Unseen:
    """The roadmap of a seed: always the same."""
    chance = random.Random(seed)
    columns = _columns(chance)
    staged = chance.choice(("rows", "rows", "column", "none", "cells"))
    items = _items(chance, columns, staged)
    write = chance.choice((_word, _word, _word, _excel, _page, _pasted))
    rows = _rows(chance, columns, items, staged)
    content, name = write(chance, rows, len(columns) + (staged == "column"))
    return Unseen(f"mixed_{seed}_{staged}_{write.__name__}", name, content, tuple(items))


def _columns(chance: random.Random) -> list[str]:
    columns = ["text", "deadline"]
    columns += [name for name in ("responsible", "result") if chance.random() < 0.8]
    chance.shuffle(columns)
    if chance.random() < 0.7:
        columns.insert(0, "number")
    return columns


def _items(chance: random.Random, columns: list[str], staged: str) -> list[Item]:
    items = []
    texts = chance.sample(TEXTS, chance.randint(6, len(TEXTS)))
    cuts = sorted(chance.sample(range(1, len(texts)), 2))
    stages = chance.sample(STAGES, 3)
    pattern = chance.choice(("{all}", "{all}.", "{stage}.{row}", "{stage}.{row}.", "{all})"))
    for at, text in enumerate(texts):
        stage = sum(at >= cut for cut in cuts)
        row = at - ([0, *cuts][stage]) + 1
        item = Item(
            text,
            chance.choice(DEADLINES),
            chance.choice(PEOPLE),
            chance.choice(RESULTS),
            "" if staged == "none" else stages[stage],
            pattern.format(all=at + 1, stage=stage + 1, row=row) if "number" in columns else "",
        )
        absent = {name: "" for name in ("responsible", "result") if name not in columns}
        items.append(replace(item, **absent))
    return items


def _rows(chance: random.Random, columns: list[str], items: list[Item], staged: str) -> Table:
    head = [chance.choice(HEADINGS[name]) for name in columns]
    if staged == "column":
        head.insert(
            int("number" in columns), chance.choice(("Этап", "Этапы", "Направление", "Раздел", "Этап реализации"))
        )
    rows: Table = [head]
    seen = ""
    label = chance.choice(("{n}. {title}", "{title}", "Раздел {n}. {title}"))
    for item in items:
        cells: list[Cell | str] = [str(getattr(item, name)) for name in columns]
        new = item.stage != seen
        if staged in ("rows", "cells") and new:
            title = label.format(n=len({i.stage for i in items[: items.index(item) + 1]}), title=item.stage)
            where = columns.index("text")
            lone = [Cell(title if at == where else "", bold=True) for at in range(len(columns))]
            rows.append([Cell(title, span=len(columns), bold=True)] if staged == "rows" else lone)
        if staged == "column":
            cells.insert(int("number" in columns), Cell(item.stage, down="restart") if new else Cell(down="continue"))
        seen = item.stage
        rows.append(cells)
    return rows


def _word(chance: random.Random, rows: Table, width: int) -> tuple[bytes, str]:
    blocks = [word.approval()] if chance.random() < 0.5 else []
    blocks.append(word.title())
    merged = any(isinstance(cell, Cell) and cell.down for row in rows for cell in row)
    cut = chance.randrange(4, len(rows)) if chance.random() < 0.4 and not merged else len(rows)
    again = [rows[0]] if chance.random() < 0.5 else []
    blocks.append(word.table(rows[:cut], width))
    if rows[cut:]:
        blocks += [paragraph(chance.choice(("", "Продолжение таблицы"))), word.table([*again, *rows[cut:]], width)]
    return word.document(*blocks), "карта.docx"


def _plain(rows: Table) -> list[list[Cell]]:
    return [[cell if isinstance(cell, Cell) else Cell(cell) for cell in row] for row in rows]


def _excel(chance: random.Random, rows: Table, width: int) -> tuple[bytes, str]:
    out = BytesIO()
    book = Workbook(out)
    sheet = book.add_worksheet("Карта")
    sheet.write(0, 0, "Дорожная карта на 2025/2026 учебный год")
    bold = book.add_format({"bold": True})
    starts: dict[int, tuple[int, str]] = {}
    top = chance.randint(1, 3)
    laid = _plain(rows)
    for at, row in enumerate(laid, start=top):
        for column, cell in enumerate(row):
            if cell.span > 1:
                sheet.merge_range(at, 0, at, width - 1, cell.text, bold)
            elif cell.down == "restart":
                starts[column] = (at, cell.text)
                sheet.write(at, column, cell.text)
            elif cell.down == "continue":
                last = at + 1 - top >= len(laid) or laid[at + 1 - top][column].down != "continue"
                if last:
                    sheet.merge_range(starts[column][0], column, at, column, starts[column][1])
            elif cell.text:
                sheet.write(at, column, cell.text, bold if cell.bold else None)
    book.close()
    return out.getvalue(), "карта.xlsx"


def _page(chance: random.Random, rows: Table, width: int) -> tuple[bytes, str]:
    tag = chance.choice(("td", "th"))
    laid = _plain(rows)
    lines = []
    for at, row in enumerate(laid):
        cells = []
        for column, cell in enumerate(row):
            if cell.down == "continue":
                continue
            below = laid[at + 1 :]
            down = next(
                (n for n, r in enumerate(below) if len(r) <= column or r[column].down != "continue"), len(below)
            )
            spans = f' rowspan="{down + 1}"' if cell.down else f' colspan="{cell.span}"' if cell.span > 1 else ""
            text = f"<b>{cell.text}</b>" if cell.bold else f"<p>{cell.text}</p>"
            name = tag if at == 0 else "td"
            cells.append(f"<{name}{spans}>{text}</{name}>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    encoding = chance.choice(("utf-8", "cp1251"))
    page = f"<html><head><meta charset={encoding}></head><body><h1>Дорожная карта</h1><table>{''.join(lines)}</table>"
    return page.encode(encoding), "карта.html"


def _pasted(chance: random.Random, rows: Table, width: int) -> tuple[bytes, str]:
    lines = []
    for row in _plain(rows):
        texts = [cell.text for cell in row]
        lines.append(texts[0] if row[0].span > 1 else "\t".join(texts))
    return "\n".join(["Дорожная карта на 2025/2026 учебный год", *lines]).encode(), "карта.txt"


MIXED = tuple(functools.partial(mixed, seed) for seed in range(80))
