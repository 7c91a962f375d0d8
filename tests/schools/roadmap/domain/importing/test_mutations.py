"""One plan, spoilt at random in the ways that schools spoil plans: every activity is still found, with its deadline."""

import random

import pytest

from schools.roadmap.domain.importing import read_document, read_pasted, recognise
from tests.schools.roadmap.domain.importing.making import LEFT, YEAR, Grid, excel, pasted, word

HEAD = ["№ п/п", "Мероприятие", "Сроки", "Ответственный", "Результат"]
PLAN = {
    "Подготовка условий": [
        ("Издать приказ о назначении куратора", "до 10 сентября", "Директор", "Приказ"),
        ("Обновить положение о наставничестве", "сентябрь 2025", "Заместитель директора", "Положение"),
        ("Открыть раздел на сайте", "октябрь", "Администратор сайта Ветров Д.Д.", "Раздел сайта"),
    ],
    "Формирование пар": [
        ("Провести анкетирование наставляемых", "сентябрь – октябрь", "Педагог-психолог", "Сводная таблица"),
        ("Закрепить пары приказом", "до 15.10.2025", "Директор", "Приказ о парах"),
        ("Организовать обучение наставников", "ноябрь", "Методист", "Списки обученных"),
    ],
    "Работа и итоги": [
        ("Проводить встречи пар", "ежемесячно", "Наставники", "Дневники встреч"),
        ("Собрать отчёты наставников", "апрель – май 2026", "Куратор", "Отчёты"),
        ("Подвести итоги на педсовете", "май", "Куратор", "Протокол"),
    ],
}
EXPECTED = {text: time for rows in PLAN.values() for text, time, _, _ in rows}


def spoilt(chance: random.Random) -> list[Grid]:
    """Tables of one document: with or without headings, numbers, merged sections; cut by pages; rows shifted."""
    numbering = chance.choice(["column", "glued", "absent"])
    sections = chance.choice(["merged", "alone", "word"])
    grid: list[list[str]] = []
    head = HEAD if numbering == "column" else HEAD[1:]
    width = len(head)
    for place, (title, rows) in enumerate(PLAN.items(), 1):
        name = f"Этап {place}. {title}" if sections == "word" else f"{place}. {title}"
        grid.append([name, *([LEFT] if sections == "merged" else [""]) * (width - 1)])
        for item, row in enumerate(rows, 1):
            number = f"{place}.{item}{chance.choice(['', '.'])}"
            cells = list(row)
            if numbering == "glued":
                cells[0] = f"{number} {cells[0]}"
            grid.append([number, *cells] if numbering == "column" else cells)
    return _in_pages(grid, head, chance)


def _in_pages(grid: list[list[str]], head: list[str], chance: random.Random) -> list[Grid]:
    if chance.random() < 0.4:
        row = chance.randrange(1, len(grid))
        if LEFT not in grid[row] and all(grid[row]):
            grid[row] = ["", *grid[row]]  # pushed to the right by a stray cell
            grid = [line if index == row else [*line, LEFT if LEFT in line else ""] for index, line in enumerate(grid)]
            head = [*head, "Примечание"]
    if chance.random() < 0.3:
        return [grid]
    repeated = chance.random() < 0.5
    cuts = sorted(chance.sample(range(2, len(grid) - 1), chance.randint(0, 2)))
    pages = [grid[start:end] for start, end in zip([0, *cuts], [*cuts, len(grid)], strict=True)]
    if chance.random() < 0.3:
        return [[head, *[row for page in pages for row in ([head, *page] if repeated else page)]]]
    return [[head, *page] if repeated or index == 0 else page for index, page in enumerate(pages)]


@pytest.mark.parametrize("seed", range(120))
def test_every_activity_survives(seed: int) -> None:
    chance = random.Random(seed)
    tables = spoilt(chance)
    source = chance.choice(["word", "excel", "text"]) if len(tables) == 1 else "word"
    if source == "word":
        raw = read_document(word("Дорожная карта", *tables), "карта.docx")
    elif source == "excel":
        raw = read_document(excel(План=tables[0]), "карта.xlsx")
    else:
        raw = read_pasted(pasted(tables[0]))
    roadmap = recognise(raw, YEAR)
    assert {activity.text: activity.deadline_phrase for activity in roadmap.activities} == EXPECTED
    assert [stage.title for stage in roadmap.stages] == list(PLAN)
