"""Tables as schools keep them: title rows, bands, merged cells, several sheets, lists in a cell."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from openpyxl import Workbook

from schools.people.domain.importing.columns import understand
from schools.people.domain.importing.entry import Defaults, Judged, judge
from schools.people.domain.importing.reading import read_source
from schools.people.domain.importing.rows import Written, people_of
from schools.people.domain.importing.sheet import Sheet, UnreadablePeople

DEFAULTS = Defaults(date(2026, 11, 22))
Rows = list[list[object]]


def book(sheets: dict[str, Rows], merged: tuple[str, ...] = ()) -> bytes:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for title, rows in sheets.items():
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(row)
        for area in merged:
            sheet.merge_cells(area)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def people(sheets: list[Sheet]) -> list[Written]:
    return [
        one
        for sheet in sheets
        for one in people_of(understand(sheet.lines, {}), title=sheet.title, sheet=sheet.position)
    ]


def judged(sheets: list[Sheet]) -> list[Judged]:
    return [judge(one.said, DEFAULTS) for one in people(sheets)]


def pasted(text: str) -> list[Judged]:
    return judged(read_source(text.encode(), "x", "pasted"))


def brief(found: list[Judged]) -> list[tuple[str, str, str, str]]:
    return [
        (one.entry.name.full, one.entry.kind, one.entry.class_name, "+".join(sorted(one.entry.roles))) for one in found
    ]


def test_names_in_three_columns_under_title_rows() -> None:
    data = book(
        {
            "Лист1": [
                ["МБОУ СОШ"],
                ["Список наставляемых на 2026/27 учебный год"],
                [],
                ["Класс", "Отчество", "Фамилия", "Имя", "Год рождения"],
                ["5 «В»", "Ильинична", "Лапина", "Вера", 2015],
            ]
        },
        merged=("A1:E1", "A2:E2"),
    )
    found = judged(read_source(data, "x.xlsx", "xlsx"))
    assert brief(found) == [("Лапина Вера Ильинична", "pupil", "5 «В»", "mentee")]
    assert (found[0].entry.birth_year, found[0].entry.birth_month) == (2015, None)


def test_several_sheets_say_the_role_by_their_titles() -> None:
    data = book(
        {
            "Наставники": [["ФИО", "Должность", "Стаж"], ["Белова Татьяна Ивановна", "учитель химии", "с 01.09.2019"]],
            "Наставляемые": [["Ученик", "Класс"], ["Орлов Иван", "8а"]],
        }
    )
    found = judged(read_source(data, "x.xlsx", "xlsx"))
    assert brief(found) == [
        ("Белова Татьяна Ивановна", "teacher", "", "mentor"),
        ("Орлов Иван", "pupil", "8 «А»", "mentee"),
    ]
    assert found[0].entry.teaching_since == date(2019, 9, 1)


def test_bands_and_merged_cells_speak_for_the_rows_under_them() -> None:
    rows: Rows = [
        ["Класс", "ФИО", "Роль"],
        ["7 «Б»", "Лапина Вера Ильинична", "наставляемый"],
        [None, "Дымов Лев Олегович", "наставляемый"],
        ["9 «А» класс", None, None],
        [None, "Юдин Глеб Ильич", "наставник"],
    ]
    found = judged(read_source(book({"Л": rows}, merged=("A2:A3", "A4:C4")), "x.xlsx", "xlsx"))
    assert [line[2] for line in brief(found)] == ["7 «Б»", "7 «Б»", "9 «А»"]


def test_a_list_in_one_cell_is_several_people() -> None:
    data = book({"Л": [["Класс", "Наставляемые"], ["7Б", "1. Лапина Вера Ильинична\n2. Дымов Лев Олегович"]]})
    found = people(read_source(data, "x.xlsx", "xlsx"))
    assert [(one.place, one.said["last"]) for one in found] == [("0-2-1", "Лапина"), ("0-2-2", "Дымов")]


def test_a_class_beside_the_name_in_one_cell() -> None:
    assert brief(pasted("Иванова Анна, 7Б\nПетров Пётр Ильич (8 «А»)\nСедова Майя 9в")) == [
        ("Иванова Анна", "pupil", "7 «Б»", ""),
        ("Петров Пётр Ильич", "pupil", "8 «А»", ""),
        ("Седова Майя", "pupil", "9 «В»", ""),
    ]


def test_columns_without_headings_are_told_by_their_values() -> None:
    found = pasted("Белова Татьяна Ивановна\tучитель химии\tнаставник\t5 лет\nАнна Иванова\t7б\tнаставляемый\t\n")
    assert brief(found) == [
        ("Белова Татьяна Ивановна", "teacher", "", "mentor"),
        ("Иванова Анна", "pupil", "7 «Б»", "mentee"),
    ]
    assert found[0].entry.teaching_since == date(2021, 9, 1)


def test_semicolons_of_a_csv_and_its_mark_are_read() -> None:
    data = "\ufeffФамилия;Имя;Класс;Роль\nЛапина;Вера;7Б;наставляемая\n".encode()
    assert brief(judged(read_source(data, "x.csv", "csv"))) == [("Лапина Вера", "pupil", "7 «Б»", "mentee")]


def test_contacts_and_private_columns_are_never_in_what_is_kept() -> None:
    text = (
        "ФИО\tКласс\tТел.\tПочта родителя\tДиагноз\tЗапрос\n"
        "Лапина Вера\t7Б\t+7 913 111-22-33\tmama@post.example\tх\tфизика, звонить 8 913 111 22 33"
    )
    (one,) = people(read_source(text.encode(), "x", "pasted"))
    assert "913" not in str(one.said)
    assert "mama" not in str(one.said)
    assert one.said["request"] == "физика, звонить"


def test_totals_signatures_and_repeated_headings_are_no_people() -> None:
    text = (
        "№\tФИО\tКласс\n1\t2\t3\n1\tЛапина Вера\t7Б\n№\tФИО\tКласс\n2\tДымов Лев\t8А\nИтого: 2\nДиректор\tЕршов Е. И.\n"
    )
    assert [one.entry.name.last for one in pasted(text)] == ["Лапина", "Дымов"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Лапина Вера\t\tнаставляемый\t05.2012", "нет класса. Впишите, например, 7 «Б»."),
        ("Лапина Вера\t17Б\tнаставляемый\t", "«17Б» не класс. Впишите класс от 1 до 11 и букву, например 7 «Б»."),
        ("Лапина\t7Б\tнаставляемый\t", "нет имени. Впишите имя."),
        ("Лапина В.\t7Б\tнаставляемый\t", "имя сокращено до «В.». Впишите имя целиком: оно нужно для согласия."),
        ("Лапина Вера\t7Б\t\t", "не сказано, наставник это или наставляемый. Выберите роль."),
        (
            "Лапина Вера\t7Б\tнаставляемый\t05.1950",
            "год рождения 1950 не подходит ученику. Проверьте год, например 05.2012.",
        ),
        ("Лапина Вера\tвыпускник\tнаставляемый\t", "выпускник не может быть наставляемым. Выберите роль «наставник»."),
    ],
)
def test_each_fault_is_said_with_its_row_and_remedy(row: str, said: str) -> None:
    (one, _other) = pasted(f"ФИО\tКласс\tРоль\tДата рождения\n{row}\nДымов Лев\t8А\tнаставник\t01.2010\n")
    assert [fault.in_row(2) for fault in one.faults] == [f"Строка 2: {said}"]


def test_an_endless_text_is_refused() -> None:
    with pytest.raises(UnreadablePeople, match="слишком велик"):
        read_source(("Лапина Вера\n" * 20_000).encode(), "x", "pasted")


def test_a_cell_in_the_far_corner_is_refused() -> None:
    workbook = Workbook()
    workbook.worksheets[0]["XFD90000"] = "x"
    out = io.BytesIO()
    workbook.save(out)
    with pytest.raises(UnreadablePeople, match="больше 5000 строк"):
        read_source(out.getvalue(), "x.xlsx", "xlsx")


def test_an_endless_merged_range_is_refused() -> None:
    data = io.BytesIO()
    small = io.BytesIO(book({"Л": [["ФИО"], ["Лапина Вера"]]}, merged=("A1:B1",)))
    with zipfile.ZipFile(small) as source, zipfile.ZipFile(data, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b"A1:B1", b"A1:XFD1048576"))
    with pytest.raises(UnreadablePeople, match="больше 5000 строк"):
        read_source(data.getvalue(), "x.xlsx", "xlsx")
