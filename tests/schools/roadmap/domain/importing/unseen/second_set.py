"""The set-aside roadmaps drawn after the importer was mended by the first ones, and scored last."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from itertools import groupby

from xlsxwriter import Workbook

from tests.schools.roadmap.domain.importing.unseen import word
from tests.schools.roadmap.domain.importing.unseen.pool import PUPILS, STAGES, TEACHERS, Item, numbered
from tests.schools.roadmap.domain.importing.unseen.scoring import Unseen
from tests.schools.roadmap.domain.importing.unseen.word import Cell, paragraph, run

TEXTS = dict(zip(STAGES, range(len(STAGES)), strict=True))


def _five(item: Item) -> list[Cell | str]:
    return [item.number, item.text, item.deadline, item.responsible, item.result]


def short_tail_about_approval() -> Unseen:
    """A page break cut off two rows, both about approving papers; signatures stand in a table of their own below."""
    tail = (
        Item("Утверждение отчёта о реализации программы", "июнь 2026", "Директор школы", "Приказ"),
        Item("Согласование плана на следующий год", "до 20.06.2026", "Заместитель директора", "План"),
    )
    items = numbered((*(replace(i, stage="") for i in PUPILS), *tail), "{all}")
    header = ["№ п/п", "Наименование мероприятия", "Срок", "Ответственный", "Планируемый результат"]
    stamps = word.table([["Разработал:\nзаместитель директора", "_____________", "О. П. Рябинина"]], 3)
    content = word.document(
        word.approval(),
        word.title(),
        word.table([header, *(_five(i) for i in items[:-2])], 5),
        paragraph(inner='<w:r><w:br w:type="page"/></w:r>'),
        word.table([_five(i) for i in items[-2:]], 5),
        stamps,
    )
    return Unseen("short_tail_about_approval", "a.docx", content, items)


def one_person_down_many_rows() -> Unseen:
    """One responsible over a whole stage, one result over two rows, the stage in the number column, no stage rows."""
    rows: list[Sequence[Cell | str]] = [["Этап", "Содержание работы", "Дата", "Итоги", "ФИО, должность"]]
    items: list[Item] = []
    below = Cell(down="continue")
    for stage, group in groupby(PUPILS, key=lambda i: i.stage):
        members = list(group)
        for at, item in enumerate(members):
            here = replace(item, responsible="Берёзкина А. И., куратор", result=members[at - at % 2].result)
            items.append(here)
            rows.append(
                [
                    below if at else Cell(f"{TEXTS[stage] + 1}. {stage}", down="restart"),
                    here.text,
                    here.deadline,
                    below if at % 2 else Cell(here.result, down="restart"),
                    below if at else Cell(here.responsible, down="restart"),
                ]
            )
    return Unseen("one_person_down_many_rows", "b.docx", word.document(word.title(), word.table(rows, 5)), tuple(items))


def stages_as_paragraphs_between_tables() -> Unseen:
    """Every stage is a heading in the text with a table of its own; only the first table has headings."""
    items = numbered(PUPILS)
    blocks = [word.title()]
    for position, (stage, group) in enumerate(groupby(items, key=lambda i: i.stage), start=1):
        heading = [["№", "Мероприятие", "Период", "Исполнитель", "Документ"]] if position == 1 else []
        blocks.append(paragraph(f"{position} этап. {stage}", bold=True))
        blocks.append(word.table([*heading, *(_five(i) for i in group)], 5))
    return Unseen("stages_as_paragraphs_between_tables", "c.docx", word.document(*blocks), items)


def numbers_glued_and_columns_joined() -> Unseen:
    """Numbers are glued to the texts; deadline and people share a column; a column of participants in the middle."""
    items = [replace(i, stage="", result="") for i in numbered(PUPILS, "{all}.")]
    rows: list[Sequence[Cell | str]] = [["Мероприятия", "Категория участников", "Сроки, ответственные"]]
    rows += [[f"{i.number} {i.text}", "Обучающиеся 5–9 классов", f"{i.deadline}\n{i.responsible}"] for i in items]
    return Unseen(
        "numbers_glued_and_columns_joined", "d.docx", word.document(word.title(), word.table(rows, 3)), tuple(items)
    )


def header_over_three_levels() -> Unseen:
    """Two heading rows, a wide heading over two columns, a first column without a name, stages in capitals."""
    items: list[Item] = []
    rows: list[Sequence[Cell | str]] = [
        [
            Cell("", down="restart"),
            Cell("Мероприятие и его содержание", down="restart"),
            Cell("Реализация", span=2),
            Cell("Ожидаемый эффект", down="restart"),
        ],
        [Cell(down="continue"), Cell(down="continue"), "Сроки", "Ответственные", Cell(down="continue")],
    ]
    for stage, group in groupby(numbered(PUPILS, "{all}"), key=lambda i: i.stage):
        rows.append(word.row([Cell(stage.upper(), span=5, bold=True)]))
        for item in group:
            items.append(replace(item, stage=stage.upper()))
            rows.append(_five(item))
    return Unseen("header_over_three_levels", "e.docx", word.document(word.title(), word.table(rows, 5)), tuple(items))


def revisions_inside_rows() -> Unseen:
    """Words in many runs, a field of page numbers, an inserted row, a deleted row, a cell moved, hyperlinks, tabs."""
    items = numbered(TEACHERS, "{all}.")
    split = paragraph(inner="".join(run(part) for part in items[0].text.partition(" ")))
    link = paragraph(inner=f'<w:hyperlink w:anchor="x">{run(items[1].text)}</w:hyperlink>')
    tabbed = paragraph(inner=run(items[2].text) + "<w:r><w:tab/></w:r>")
    mark = '<w:{0} w:id="5" w:author="А" w:date="2025-09-01T00:00:00Z"/>'
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    moved = paragraph(
        inner=f'<w:moveFrom w:id="7" w:author="А">{run("Завуч")}</w:moveFrom>' + run(items[3].responsible)
    )
    rows = [
        word.row(
            ["№ п.п.", "Формы и виды работы", "Сроки проведения", "Ответственный", "Отчётные материалы"], repeats=True
        ),
        word.row([items[0].number, Cell(xml=split), *_five(items[0])[2:]]),
        word.row([items[1].number, Cell(xml=link), *_five(items[1])[2:]], properties=mark.format("ins")),
        word.row([items[2].number, Cell(xml=tabbed), *_five(items[2])[2:]]),
        word.row(["4.", "Снятое мероприятие", "май", "Никто", "Ничего"], properties=mark.format("del")),
        word.row([*_five(items[3])[:3], Cell(xml=moved), items[3].result]),
        word.row([*_five(items[4])[:4], Cell(xml=paragraph(inner=run(items[4].result) + field))]),
        word.row([*(word.Cell(xml=word.control(paragraph(str(text)))) for text in _five(items[5]))]),
    ]
    return Unseen("revisions_inside_rows", "f.docx", word.document(word.title(), word.table(rows, 5)), items)


def page_made_of_styles() -> Unseen:
    """Saved by Word as a web page: styles of Word in every cell, lists drawn by spans, UTF-8 without a declaration."""
    rows = [
        "".join(f"<td><p class=MsoNormal><b><span lang=RU>{t}</span></b></p></td>" for t in ("Когда", "Что", "Кто"))
    ]
    items = tuple(replace(i, stage="", number="", result="") for i in PUPILS)
    for item in items:
        text = item.text.replace("«", "&laquo;").replace("»", "&raquo;")
        cells = (item.deadline, text, item.responsible)
        rows.append(
            "".join(
                f'<td style="border:1pt"><p class=MsoNormal\nalign=left><span>{c}<o:p></o:p></span></p></td>'
                for c in cells
            )
        )
    body = "".join(f"<tr>{row}</tr>\n" for row in rows)
    title = "<p>Дорожная карта на 2025/2026 учебный год</p>"
    page = f'<html xmlns:o="urn:o"><body lang=RU>{title}<table>{body}</table></body></html>'
    return Unseen("page_made_of_styles", "g.htm", page.encode(), items)


def book_by_months() -> Unseen:
    """A sheet whose first two columns are empty, numbers as figures, hidden sheet, a footer of signatures."""
    out = BytesIO()
    book = Workbook(out)
    hidden = book.add_worksheet("Черновик")
    hidden.write_row(0, 0, ["№", "Мероприятие", "Срок"])
    hidden.write_row(1, 0, ["1", "Старое мероприятие из прошлого плана", "май 2021"])
    hidden.hide()
    sheet = book.add_worksheet("Карта")
    sheet.activate()
    sheet.set_first_sheet()
    sheet.write(0, 2, "Дорожная карта по наставничеству, 2025/2026 уч. год")
    sheet.write_row(2, 2, ["№", "Мероприятие", "Срок исполнения", "Ответственное лицо", "Отметка о выполнении"])
    items = [replace(i, result="", stage="") for i in numbered(PUPILS, "{all}")]
    for at, item in enumerate(items, start=3):
        sheet.write(at, 2, int(item.number))
        sheet.write_row(at, 3, [item.text, item.deadline, item.responsible, "выполнено"])
    sheet.write(len(items) + 4, 3, "Директор ____________ Л. В. Светлова")
    book.close()
    return Unseen("book_by_months", "h.xlsx", out.getvalue(), tuple(items))


def pasted_with_lists_inside() -> Unseen:
    """Pasted from Word: a cell of several paragraphs breaks the line, a vertical merge leaves an empty cell."""
    items = [replace(i, stage="") for i in numbered(PUPILS, "{all}.")]
    lines = ["№\tМероприятие\tСрок\tОтветственные\tРезультат"]
    items[3] = replace(items[3], responsible="Классные руководители\nКуратор программы")
    for item in items:
        lines.append("\t".join((item.number, item.text, item.deadline, item.responsible, item.result)))
    return Unseen("pasted_with_lists_inside", "i.txt", "\n".join(lines).encode(), tuple(items))


SECOND: tuple[Callable[[], Unseen], ...] = (
    short_tail_about_approval,
    one_person_down_many_rows,
    stages_as_paragraphs_between_tables,
    numbers_glued_and_columns_joined,
    header_over_three_levels,
    revisions_inside_rows,
    page_made_of_styles,
    book_by_months,
    pasted_with_lists_inside,
)
