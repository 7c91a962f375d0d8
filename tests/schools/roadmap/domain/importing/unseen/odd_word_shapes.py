"""Set-aside Word files, second part: revisions, content controls, nested tables, lists in cells."""

from collections.abc import Sequence
from dataclasses import replace

from tests.schools.roadmap.domain.importing.unseen import word
from tests.schools.roadmap.domain.importing.unseen.pool import PUPILS, TEACHERS, Item, numbered
from tests.schools.roadmap.domain.importing.unseen.scoring import Unseen
from tests.schools.roadmap.domain.importing.unseen.word import Cell, paragraph, run

HEADER = ("№ п/п", "Мероприятие", "Срок", "Ответственный", "Планируемый результат")


def _five(item: Item) -> list[Cell | str]:
    return [item.number, item.text, item.deadline, item.responsible, item.result]


def revised_and_controlled() -> Unseen:
    """Tracked changes, hidden text, content controls around rows, cells and the table, footnotes, a table in a cell."""
    items = tuple(replace(i, stage="") for i in numbered(PUPILS, "{all}."))
    revised = paragraph(inner=word.deleted("до 01.06.2024") + word.inserted(items[1].deadline))
    hidden = paragraph(inner=run(items[2].text) + run(" (черновик, не печатать)", "<w:vanish/>"))
    soft = paragraph(inner=run(items[3].text[:9]) + "<w:r><w:softHyphen/></w:r>" + run(items[3].text[9:]))
    inner_table = word.table([[items[4].responsible]], 1) + paragraph("")
    footnote = paragraph(inner=run(items[5].result) + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    removed = word.row(
        ["99.", "Мероприятие, от которого отказались", "март", "Завуч", "Нет"],
        properties='<w:del w:id="9" w:author="А" w:date="2025-09-01T00:00:00Z"/>',
    )
    struck = paragraph(inner=run("До 1 апреля ", "<w:strike/>") + run(items[7].deadline))
    rows = [
        word.row(HEADER),
        word.row(_five(items[0])),
        word.row([items[1].number, items[1].text, Cell(xml=revised), items[1].responsible, items[1].result]),
        word.row([items[2].number, Cell(xml=hidden), *_five(items[2])[2:]]),
        word.control(word.row([items[3].number, Cell(xml=soft), *_five(items[3])[2:]])),
        word.row([*_five(items[4])[:3], Cell(xml=inner_table), items[4].result]),
        word.row([*_five(items[5])[:4], Cell(xml=footnote)]),
        removed,
        word.row([items[6].number, Cell(xml=word.control(paragraph(items[6].text))), *_five(items[6])[2:]]),
        word.row([items[7].number, items[7].text, Cell(xml=struck), *_five(items[7])[3:]]),
        word.control("".join(word.row(_five(i)) for i in items[8:11])),
        *(word.row(_five(i)) for i in items[11:]),
    ]
    content = word.document(
        word.approval(), word.title(), word.LANDSCAPE, word.control(word.table(rows, 5)), word.LANDSCAPE
    )
    return Unseen("revised_and_controlled", "правки.docx", content, items)


def lists_in_cells() -> Unseen:
    """Several lines in one cell. One row is one activity, unless its deadlines pair with its lines one to one."""
    items = tuple(replace(i, stage="", number="") for i in PUPILS)
    listed = replace(
        items[0],
        text="Подготовительная работа:\n– изучение нормативных документов;\n– подбор кураторов;\n– издание приказа",
    )
    rows: list[Sequence[Cell | str]] = [
        HEADER[1:],
        _five(listed)[1:],
        *(_five(i)[1:] for i in items[1:6]),
        [
            "\n".join(f"{n}) {i.text}" for n, i in enumerate(items[6:9], start=1)),
            "\n".join(f"{n}) {i.deadline}" for n, i in enumerate(items[6:9], start=1)),
            "\n".join(f"{n}) {i.responsible}" for n, i in enumerate(items[6:9], start=1)),
            "\n".join(f"{n}) {i.result}" for n, i in enumerate(items[6:9], start=1)),
        ],
        *(_five(i)[1:] for i in items[9:]),
    ]
    paired = tuple(replace(i, number=str(n)) for n, i in enumerate(items[6:9], start=1))
    content = word.document(word.title(), word.table(rows, 4))
    return Unseen("lists_in_cells", "списки.docx", content, (listed, *items[1:6], *paired, *items[9:]))


def a_roadmap_within_a_layout_table() -> Unseen:
    """The whole page is one cell of a layout table; the roadmap is a table within it."""
    items = numbered(TEACHERS, "{all}")
    inner = word.table([HEADER, *(_five(i) for i in items)], 5)
    cell = Cell(xml=word.title(" педагогических работников") + inner + paragraph(""))
    return Unseen("a_roadmap_within_a_layout_table", "вложение.docx", word.document(word.table([[cell]], 1)), items)


def stages_as_bold_rows_of_five_cells() -> Unseen:
    """A stage row is not merged: its title stands in the second cell and the rest of the cells are empty."""
    rows: list[Sequence[Cell | str]] = [("п/п", "Что делаем", "Когда", "Кто отвечает", "Что получим")]
    items = numbered(PUPILS, "{stage}.{row}")
    seen = ""
    for item in items:
        if item.stage != seen:
            seen = item.stage
            rows.append([item.number.split(".")[0], Cell(item.stage, bold=True), "", "", ""])
        rows.append(_five(item))
    rows.append(["", "", "", "", ""])
    return Unseen(
        "stages_as_bold_rows_of_five_cells", "x.docx", word.document(word.title(), word.table(rows, 5)), items
    )
