"""Set-aside Word files, first part: merges, stages, continuations, tables split and doubled."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from tests.schools.roadmap.domain.importing.unseen import word
from tests.schools.roadmap.domain.importing.unseen.pool import PUPILS, STAGES, TEACHERS, Item, numbered
from tests.schools.roadmap.domain.importing.unseen.scoring import Unseen
from tests.schools.roadmap.domain.importing.unseen.word import Cell, paragraph

ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII")
MANY = ("№ п/п", "Мероприятие", "Сроки", "Ответственные", "Результат")


def _five(item: Item) -> list[Cell | str]:
    return [item.number, item.text, item.deadline, item.responsible, item.result]


def classic_with_a_page_break() -> Unseen:
    """Stamps, stages as full-width rows, «Продолжение таблицы» and a second table with the header again."""
    items = numbered(PUPILS)
    rows: list[Sequence[Cell | str]] = []
    for position, (stage, group) in enumerate(groupby(items, key=lambda i: i.stage), start=1):
        rows.append([Cell(f"Этап {position}. {stage}", span=5, bold=True)])
        rows.extend(_five(item) for item in group)
    cut = 11
    content = word.document(
        word.approval(),
        word.title(),
        word.table([word.row(MANY, repeats=True), *rows[:cut]], 5),
        paragraph("Продолжение таблицы"),
        word.table([MANY, *rows[cut:]], 5),
        paragraph("Исполнитель: Светлова Л. В., тел. 2-14-15"),
    )
    return Unseen("classic_with_a_page_break", "карта.docx", content, items)


def stages_down_the_first_column() -> Unseen:
    """«Наименование этапа» goes down over its rows; one responsible and one deadline over two rows; no numbers."""
    items: list[Item] = []
    rows: list[Sequence[Cell | str]] = [
        ["Наименование этапа", "Мероприятия", "Содержание деятельности", "Сроки", "Ответственный"]
    ]
    for stage, group in groupby(PUPILS, key=lambda i: i.stage):
        first: Item | None = None
        for item in (replace(i, content=f"Содержание: {i.result.lower()}", result="") for i in group):
            if first is None:
                first = item
                rows.append(
                    [
                        Cell(stage, down="restart"),
                        item.text,
                        item.content,
                        Cell(item.deadline, down="restart"),
                        Cell(item.responsible, down="restart"),
                    ]
                )
            else:
                below = Cell(down="continue")
                rows.append([below, item.text, item.content, below, below])
            items.append(replace(item, deadline=first.deadline, responsible=first.responsible))
    content = word.document(word.approval(), word.title(" «ученик – ученик»"), word.table(rows, 5))
    return Unseen("stages_down_the_first_column", "план.docx", content, tuple(items))


def deadline_first_and_numbers_drawn_by_word() -> Unseen:
    """Numbers are list marks of Word; «Срок» stands before the activity; stages span all columns but the first."""
    rows: list[Sequence[Cell | str]] = [
        ["№", "Срок исполнения", "Наименование мероприятия", "Исполнители", "Ожидаемый результат"]
    ]
    items: list[Item] = []
    for position, (stage, group) in enumerate(groupby(PUPILS, key=lambda i: i.stage), start=1):
        rows.append([ROMAN[position], Cell(stage, span=4, bold=True)])
        for item in group:
            items.append(item)
            rows.append(
                [
                    Cell(xml=word.numbered_paragraph(level=0)),
                    item.deadline,
                    item.text,
                    item.responsible,
                    item.result,
                ]
            )
    content = word.document(word.title(), word.table(rows, 5))
    # The numbers are whatever Word would draw; a person sees them, but nothing is lost without them.
    return Unseen("deadline_first_and_numbers_drawn_by_word", "dk.docx", content, tuple(items))


def two_models_and_indicators() -> Unseen:
    """A table for pupils, one for teachers under headings in text, and indicators by years at the end."""
    pupils = tuple(replace(i, stage="Модель «ученик – ученик»") for i in numbered(PUPILS, "{all}.")[:8])
    teachers = tuple(replace(i, stage="Модель «учитель – учитель»") for i in numbered(TEACHERS, "{all}."))
    header = ("№", "Содержание мероприятия", "Срок реализации", "Ответственный исполнитель", "Ожидаемые результаты")
    years = ("№", "Наименование показателя", "Единица измерения", "2025", "2026", "2027")
    content = word.document(
        word.title(),
        paragraph("Раздел 1. Модель «ученик – ученик»", bold=True),
        word.table([header, *(_five(i) for i in pupils)], 5),
        paragraph("Раздел 2. Модель «учитель – учитель»", bold=True),
        word.table([header, *(_five(i) for i in teachers)], 5),
        paragraph("Целевые показатели"),
        word.table(
            [
                years,
                ["1", "Доля обучающихся, вошедших в программы наставничества", "%", "10", "20", "30"],
                ["2", "Доля педагогов – молодых специалистов с наставником", "%", "50", "70", "100"],
            ],
            6,
        ),
    )
    return Unseen("two_models_and_indicators", "две модели.docx", content, (*pupils, *teachers), indicators=2)


def header_in_two_rows() -> Unseen:
    """«Сроки» over «начало | окончание», a row of column numbers, every stage a row merged across."""
    items: list[Item] = []
    rows: list[Sequence[Cell | str]] = [
        [
            Cell("№\nп/п", down="restart"),
            Cell("Наименование мероприятия", down="restart"),
            Cell("Сроки", span=2),
            Cell("Ответственный", down="restart"),
            Cell("Вид документа", down="restart"),
        ],
        [
            Cell(down="continue"),
            Cell(down="continue"),
            "начало",
            "окончание",
            Cell(down="continue"),
            Cell(down="continue"),
        ],
        ["1", "2", "3", "4", "5", "6"],
    ]
    for position, stage in enumerate(STAGES):
        rows.append([Cell(f"{position + 1}. {stage}", span=6)])
        for item in (i for i in numbered(PUPILS, "{stage}.{row}") if i.stage == stage):
            starts, ends = f"0{position % 8 + 1}.10.2025", f"{position + 11}.11.2025"
            items.append(replace(item, deadline=f"{starts} – {ends}"))
            rows.append([item.number, item.text, starts, ends, item.responsible, item.result])
    content = word.document(word.approval(), word.title(), word.table(rows, 6))
    return Unseen("header_in_two_rows", "карта 2.docx", content, tuple(items))


def cut_without_a_second_header() -> Unseen:
    """The table is cut in three by hand; between the parts stands a line of text; the parts repeat no header."""
    items = numbered(PUPILS, "{all})")
    staged = tuple(replace(i, stage="") for i in items)
    header = ("№", "Мероприятия", "Дата проведения", "Ответственные", "Итоговый документ")
    content = word.document(
        word.title(),
        word.table([header, *(_five(i) for i in staged[:6])], 5),
        paragraph(""),
        word.table([_five(i) for i in staged[6:12]], 5),
        paragraph("Дорожная карта (продолжение)"),
        word.table([[*_five(i), ""] for i in staged[12:]], 6),
    )
    return Unseen("cut_without_a_second_header", "карта 3.docx", content, staged)
