"""What only Word does: list numbers, nested tables, content controls, tracked changes, ragged grids, bold titles."""

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from schools.roadmap.domain.importing import ImportedRoadmap, read_document, recognise
from tests.schools.roadmap.domain.importing.making import (
    YEAR,
    Grid,
    add_table,
    numbers,
    phrases,
    results,
    saved,
    stages,
    texts,
)

HEAD = ["№", "Мероприятие", "Срок", "Ответственный"]
ROWS: Grid = [HEAD, ["1", "Издать приказ", "сентябрь", "Директор"], ["2", "Собрать анкеты", "октябрь", "Куратор"]]


def imported(document) -> ImportedRoadmap:  # type: ignore[no-untyped-def]  # python-docx ships no types
    return recognise(read_document(saved(document), "карта.docx"), YEAR)


def cell(text: str, properties: str = "") -> str:
    runs = f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{runs}</w:p></w:tc>"


def insert_table(document, rows: list[str]) -> None:  # type: ignore[no-untyped-def]
    body = document.element.body
    table = parse_xml(f"<w:tbl {nsdecls('w')}><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>")
    body.insert(len(body) - 1, table)


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def plain(*items: str) -> str:
    return row(*(cell(text) for text in items))


def test_numbers_that_word_draws_itself() -> None:
    document = Document()
    add_table(document, [HEAD, ["", *ROWS[1][1:]], ["", *ROWS[2][1:]]])
    for index in (1, 2):
        document.tables[0].cell(index, 0).paragraphs[0].style = document.styles["List Number"]
    assert numbers(imported(document)) == ["1", "2"]


def test_a_plan_inside_a_frame() -> None:
    document = Document()
    frame = document.add_table(1, 1).cell(0, 0)
    frame.text = "План мероприятий школы"
    inner = frame.add_table(3, 4)
    for top, line in enumerate(ROWS):
        for left, text in enumerate(line):
            inner.cell(top, left).text = text
    roadmap = imported(document)
    assert texts(roadmap) == ["Издать приказ", "Собрать анкеты"]
    assert roadmap.title == "План мероприятий школы"


def test_bold_titles_without_merge_are_stages() -> None:
    document = Document()
    grid = [
        HEAD,
        ["", "Работа с семьями", "", ""],
        ["1", "Собрание", "май", "Куратор"],
        ["2", "Опрос", "июнь", "Психолог"],
    ]
    add_table(document, grid)
    document.tables[0].cell(1, 1).paragraphs[0].runs[0].bold = True
    assert stages(imported(document)) == [("", "Работа с семьями")]


def test_cells_and_rows_in_content_controls() -> None:
    document = Document()
    held = f"<w:sdt><w:sdtContent>{cell('сентябрь')}</w:sdtContent></w:sdt>"
    line = f"<w:sdt><w:sdtContent>{plain('2', 'Собрать анкеты', 'октябрь', 'Куратор')}</w:sdtContent></w:sdt>"
    insert_table(document, [plain(*HEAD), row(cell("1"), cell("Издать приказ"), held, cell("Директор")), line])
    assert phrases(imported(document)) == ["сентябрь", "октябрь"]


def test_deleted_text_and_rows_are_not_read_and_inserted_ones_are() -> None:
    document = Document()
    old = "<w:del w:id='1' w:author='а'><w:r><w:delText>май</w:delText></w:r></w:del>"
    new = "<w:ins w:id='2' w:author='а'><w:r><w:t>июнь</w:t></w:r></w:ins>"
    time = f"<w:tc><w:tcPr/><w:p>{old}{new}</w:p></w:tc>"
    gone = plain("2", "Старое дело", "май", "Завуч").replace(
        "<w:tr>", "<w:tr><w:trPr><w:del w:id='3' w:author='а'/></w:trPr>"
    )
    insert_table(document, [plain(*HEAD), row(cell("1"), cell("Издать приказ"), time, cell("Директор")), gone])
    roadmap = imported(document)
    assert texts(roadmap) == ["Издать приказ"]
    assert phrases(roadmap) == ["июнь"]


def test_columns_whose_borders_moved_between_rows() -> None:
    def wide(*cells: tuple[str, int]) -> str:
        return row(*(cell(text, f"<w:gridSpan w:val='{span}'/>") for text, span in cells))

    document = Document()
    insert_table(
        document,
        [
            wide(("№", 1), ("Мероприятие", 4), ("Сроки", 3), ("Ответственные", 2), ("Результат", 3)),
            wide(("Раздел I. Документы", 13)),
            wide(("1", 2), ("Разработать положение", 3), ("до 15 сентября", 2), ("Директор", 3), ("Положение", 3)),
            wide(("2", 1), ("Издать приказ", 5), ("до 1 октября", 2), ("Директор", 2), ("Приказ", 3)),
            wide(("", 1), ("Раздел II. Работа", 12)),
            wide(("3", 2), ("Проводить встречи", 4), ("еженедельно", 1), ("Наставники", 3), ("Дневник", 3)),
        ],
    )
    roadmap = imported(document)
    assert [title for _, title in stages(roadmap)] == ["Документы", "Работа"]
    assert phrases(roadmap) == ["до 15 сентября", "до 1 октября", "еженедельно"]
    assert results(roadmap) == ["Положение", "Приказ", "Дневник"]


def test_a_merged_cell_after_a_page_break_with_two_columns_joined() -> None:
    document = Document()
    head = ["№", "Содержание", "Сроки", "Результат", "Показатели", "Ответственный"]
    joined = row(
        cell("2"), cell("Мониторинг"), cell("октябрь"), cell("Справка", "<w:gridSpan w:val='2'/>"), cell("Методист")
    )
    insert_table(document, [plain(*head), plain("1", "Приказ", "сентябрь", "Приказ", "100 %", "Директор"), joined])
    roadmap = imported(document)
    assert results(roadmap) == ["Приказ", "Справка"]
    assert [activity.responsible for activity in roadmap.activities] == ["Директор", "Методист"]


@pytest.mark.parametrize("value", ["-5", "0", "99999999999", "три", ""])
def test_senseless_spans_do_no_harm(value: str) -> None:
    document = Document()
    odd = row(cell("1", f"<w:gridSpan w:val='{value}'/>"), cell("Издать приказ"), cell("сентябрь"), cell("Директор"))
    insert_table(document, [plain(*HEAD), odd])
    assert texts(imported(document)) == ["Издать приказ"]
