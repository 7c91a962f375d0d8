"""Files that are damaged, foreign, empty or hostile: a Russian refusal, never a fault."""

import io
import random
import zipfile

import pytest
import xlsxwriter

from schools.roadmap.domain.importing import UnreadableRoadmap, read_document, read_pasted, recognise
from tenants.domain.errors import Refusal
from tests.schools.roadmap.domain.importing.making import LEFT, UP, YEAR, Grid, codes, excel, from_word, phrases, word

GRID: Grid = [
    ["№", "Мероприятие", "Срок", "Ответственный"],
    ["1. Подготовка", LEFT, LEFT, LEFT],
    ["1.1", "Издать приказ", "сентябрь", "Директор"],
    ["1.2", "Собрать анкеты", UP, "Куратор"],
]


def refused(data: bytes, name: str = "карта.docx") -> Refusal:
    with pytest.raises(Refusal) as caught:
        recognise(read_document(data, name), YEAR)
    return caught.value


@pytest.mark.parametrize("good", [word(GRID), excel(План=GRID)], ids=["docx", "xlsx"])
def test_two_thousand_mutations_give_a_refusal_or_a_roadmap(good: bytes) -> None:
    chance = random.Random(7)
    for _ in range(1000):
        data = bytearray(good)
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            recognise(read_document(bytes(data), "карта.docx"), YEAR)
        except Refusal as refusal:
            assert refusal.what.endswith(".")


@pytest.mark.parametrize(
    "part", ["word/document.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"]
)
def test_mutations_inside_the_parts_give_a_refusal_or_a_roadmap(part: str) -> None:
    good = word(GRID) if part.startswith("word") else excel(План=GRID)
    chance = random.Random(part)
    for _ in range(300):
        stream = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(good)) as old, zipfile.ZipFile(stream, "w") as new:
            for name in old.namelist():
                content = bytearray(old.read(name))
                if name == part:
                    for _ in range(chance.randint(1, 5)):
                        content[chance.randrange(len(content))] = chance.choice(b"<>/=\"'0129aZ&: \x00\xff")
                new.writestr(name, bytes(content))
        try:
            recognise(read_document(stream.getvalue(), "карта"), YEAR)
        except Refusal:
            continue


def test_a_document_without_a_table_says_so() -> None:
    refusal = refused(word("Дорожная карта", "Таблица будет позже."))
    assert refusal.what == "В файле нет таблицы с мероприятиями, дорожная карта не загружена."


@pytest.mark.parametrize("grid", [[["", ""], ["", ""]], [GRID[0]], [["Имя", "Телефон"], ["Иванов И.И.", "12-34"]]])
def test_an_empty_table_says_so(grid: Grid) -> None:
    assert "дорожная карта не загружена" in refused(word(grid)).what


def test_csv_in_windows_1251_is_refused_with_a_way_out() -> None:
    data = "№;Мероприятие;Срок\n1;Издать приказ;сентябрь\n".encode("cp1251")
    refusal = refused(data, "карта.csv")
    assert "Windows-1251" in refusal.what
    assert "Книга Excel (.xlsx)" in refusal.remedy


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv_in_unicode_is_read(encoding: str) -> None:
    data = "№;Мероприятие;Срок\n1;Издать приказ;сентябрь\n2;Собрать анкеты;май\n".encode(encoding)
    roadmap = recognise(read_document(data, "карта.csv"), YEAR)
    assert phrases(roadmap) == ["сентябрь", "май"]


@pytest.mark.parametrize("text", ["", "  \n\t\n ", "Просто письмо без плана.\nС уважением, школа."])
def test_a_pasted_text_without_a_plan_says_so(text: str) -> None:
    with pytest.raises(UnreadableRoadmap, match=r"не (?:вставлена|загружена)"):
        recognise(read_pasted(text), YEAR)


def test_a_filled_cell_at_the_far_corner_is_refused_before_memory_is_spent() -> None:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet()
    sheet.write(0, 0, "Мероприятие")
    sheet.write(1_048_575, 16_383, "далеко")
    book.close()
    assert "больше 5000 строк" in refused(stream.getvalue(), "книга.xlsx").what


def test_empty_formatted_rows_far_below_do_no_harm() -> None:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet()
    for row, texts in enumerate([["Мероприятие", "Срок"], ["Издать приказ", "сентябрь"]]):
        sheet.write_row(row, 0, texts)
    sheet.write_blank(900_000, 3, None, book.add_format({"bold": True}))
    book.close()
    assert phrases(recognise(read_document(stream.getvalue(), "книга.xlsx"), YEAR)) == ["сентябрь"]


def test_hidden_sheets_are_not_read() -> None:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    shown, hidden = book.add_worksheet("План"), book.add_worksheet("Черновик")
    for sheet, text in ((shown, "Издать приказ"), (hidden, "Старое дело")):
        sheet.write_row(0, 0, ["Мероприятие", "Срок"])
        sheet.write_row(1, 0, [text, "сентябрь"])
    hidden.hide()
    book.close()
    roadmap = recognise(read_document(stream.getvalue(), "книга.xlsx"), YEAR)
    assert [activity.text for activity in roadmap.activities] == ["Издать приказ"]


def test_a_list_of_people_beside_the_plan_is_left_out_and_said() -> None:
    people = [["Наставник", "Наставляемый"], ["Орлова Р.Т.", "Сомов П.К."], ["Белкина О.О.", "Ершов В.В."]]
    roadmap = from_word(GRID, "Список пар", people)
    assert len(roadmap.activities) == 2
    assert "table_skipped" in codes(roadmap)
