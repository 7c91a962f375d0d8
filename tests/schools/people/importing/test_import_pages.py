"""The pages of the import: a file in, rows mended on the spot, people written, the file back."""

from __future__ import annotations

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import Workbook, load_workbook

from schools.people.models import MentorCard, PeopleImport, Person
from schools.people.queries.imports import said_apart
from schools.people.services.different import say_different
from schools.people.services.import_people import LOST_AFTER, claim, order_writing, start_pasted
from schools.people.services.import_people_work import carry_on
from schools.people.tasks import carry_on_import
from tenants.current import school_open
from tests.schools.people.conftest import in_school
from tests.schools.rooms import NOW, TODAY, page, words

START = "/2025-26/lyudi/iz-excel/"
ROWS: list[list[object]] = [
    ["Список участников наставничества"],
    ["№", "ФИО", "Класс", "Роль", "Дата рождения", "Телефон"],
    [1, "Иванова Анна Петровна", "7Б", "наставляемый", "14.05.2012", "8 913 000-00-01"],
    [2, "Петров Иван Ильич", "", "наставляемый", "02.2012", ""],
    [3, "Лапин Олег", "10 «А»", "наставник", "03.2009", ""],
]


def book(rows: list[list[object]]) -> bytes:
    workbook = Workbook()
    for row in rows:
        workbook.worksheets[0].append(row)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def upload(client: Client, data: bytes, name: str = "люди.xlsx") -> str:
    answer = client.post(START, {"way": "file", "f-file": SimpleUploadedFile(name, data)})
    assert answer.status_code == 302
    return str(answer["Location"])


def count() -> int:
    return in_school(Person.objects.count)


def test_a_file_is_looked_through_mended_and_written(anna: Client) -> None:
    before = count()
    address = upload(anna, book(ROWS))
    shown = page(anna, address)
    assert "Добавим 2 человека. Нужно исправить: 1 строка из 3." in shown
    assert "Строка 4: нет класса. Впишите, например, 7 «Б»." in shown
    assert "Не переносим: Телефон." in shown
    assert count() == before
    assert anna.post(address, {"add": "1"}).status_code == 302
    assert count() == before + 2
    assert "Записано: 2 человека." in page(anna, address)
    mended = anna.post(address, {"row": "0-4", "class-0-4": "7б", "last-0-4": "Петров", "choice-0-4": ""}, follow=True)
    assert "Исправлены все строки." in words(mended)
    anna.post(address, {"add": "1"})
    assert count() == before + 3
    assert "Без изменений 3." in page(anna, upload(anna, book(ROWS)))  # an empty cell is no fault now


def test_the_same_file_comes_back_with_what_to_mend_and_brings_no_doubles(anna: Client) -> None:
    address = upload(anna, book(ROWS))
    anna.post(address, {"add": "1"})
    before = count()
    answer = anna.get(f"{address}fayl/")
    sheet = load_workbook(io.BytesIO(answer.content)).worksheets[0]
    assert sheet["G2"].value == "Что исправить"
    assert sheet["G4"].value == "Строка 4: нет класса. Впишите, например, 7 «Б»."
    assert sheet["G3"].value is None
    assert sheet.column_dimensions["H"].hidden
    assert sheet["B3"].value == "Иванова Анна Петровна"
    sheet["C4"] = "7 Б"
    sheet["B3"] = "Ивановна Анна Петровна"  # a letter mended by hand: the hidden number knows her
    out = io.BytesIO()
    sheet.parent.save(out)
    again = upload(anna, out.getvalue())
    shown = page(anna, again)
    assert "Добавим 1 человек и без изменений 2." in shown
    anna.post(again, {"add": "1"})
    assert count() == before + 1
    third = upload(anna, out.getvalue())
    assert "Без изменений 3." in page(anna, third)


def test_formulas_of_a_hostile_file_come_back_as_plain_words(anna: Client) -> None:
    rows = [*ROWS, [4, "Дым Олег", "=cmd|' /C calc'!A0", "наставник", "", ""]]
    address = upload(anna, book(rows))
    sheet = load_workbook(io.BytesIO(anna.get(f"{address}fayl/").content)).worksheets[0]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    pasted = anna.post(START, {"way": "paste", "p-text": "ФИО\tКласс\n=HYPERLINK(1)\t7Б\nДым Олег\t=1+1\n"})
    back = anna.get(f"{pasted['Location']}fayl/")
    sheet = load_workbook(io.BytesIO(back.content)).worksheets[0]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert sheet["B3"].value == "=1+1"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("люди.xlsx", b"MZ" + b"\x00" * 100, "не прочитан"),
        ("люди.csv", "ФИО;Класс\nИванова Анна;7Б\n".encode("cp1251"), "похоже на Windows-1251"),
        ("люди.ods", b"PK\x03\x04" + b"\x00" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", ".ods"),
        ("люди.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), ".xls"),
        ("пусто.csv", b"\n\n", "текст пуст"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_keeps_nothing(anna: Client, name: str, data: bytes, said: str) -> None:
    address = upload(anna, data, name)
    shown = page(anna, address, 422)
    assert said in shown
    with school_open(1):
        assert bytes(PeopleImport.objects.get().data) == b""


def test_a_table_of_something_else_asks_what_its_columns_hold(anna: Client) -> None:
    address = upload(anna, "Товар;Цена\nхлеб;30\nмолоко;80\n".encode(), "не то.csv")
    assert "Людей в файле мы не узнали." in page(anna, address)


def test_columns_said_by_hand_are_remembered_for_the_next_file(anna: Client) -> None:
    rows: list[list[object]] = [
        ["Альфа", "Бета", "Гамма"],
        ["Седова Майя", "7Б", "физика"],
        ["Дымов Лев", "8А", "химия"],
    ]
    address = upload(anna, book(rows))
    sheet = "0"
    said = {f"column-{sheet}": ["name", "class", "request"], "role": "наставляемый", "kind": ""}
    assert anna.post(f"{address}stolbcy/", said).status_code == 302
    assert "Добавим 2 человека." in page(anna, address)
    again = upload(anna, book([*rows, ["Юдин Глеб", "9А", "труд"]]))
    with school_open(1):
        newest = PeopleImport.objects.order_by("-id")[0]
        assert [column["field"] for column in newest.tables[0]["columns"]] == ["name", "class", "request"]
    assert re.search("Проверьте список", page(anna, again))


def test_an_addition_is_taken_back_within_an_hour(anna: Client) -> None:
    before = count()
    address = upload(anna, book(ROWS))
    anna.post(address, {"add": "1"})
    with school_open(1):
        one, other = Person.objects.order_by("-pk").values_list("pk", flat=True)[:2]
        say_different(one, other, actor_id=None, at=NOW)
    said = anna.post(f"{address}otmenit/", follow=True)
    assert "Добавление отменено: 2 человека." in words(said)
    assert count() == before
    with school_open(1):
        assert said_apart() == frozenset()
    assert "Добавим 2 человека" in page(anna, address)


def test_a_closed_import_forgets_the_file_and_the_names(anna: Client) -> None:
    address = upload(anna, book(ROWS))
    anna.post(f"{address}zakonchit/")
    assert anna.get(address).status_code == 404
    with school_open(1):
        kept = PeopleImport.objects.get()
        assert (bytes(kept.data), kept.rows, kept.source_name) == (b"", [], "")
        assert "Иванова" not in str(kept.tables)


def _many(number: int) -> str:
    letters = "бвгдзклмнп"
    names = (
        "".join(letters[int(digit)] + "о" for digit in f"{place:04}").capitalize() + "в" for place in range(number)
    )
    return "Фамилия\tИмя\tКласс\tРоль\n" + "\n".join(f"{name}\tОлег\t7Б\tнаставник" for name in names)


def test_a_large_list_waits_its_turn_and_the_page_costs_the_same_for_ten_and_two_thousand(anna: Client) -> None:
    costs = []
    for number in (10, 2000):
        answer = anna.post(START, {"way": "paste", "p-text": _many(number)})
        address = str(answer["Location"])
        if number > 10:
            waiting = page(anna, address)
            assert "Читаем список" in waiting
            assert "<progress" in waiting
            partly = anna.get(f"{address}?zhdem=1", headers={"hx-request": "true"})
            assert "<html" not in words(partly)
            page(anna, f"{address}?zhdem=9")  # nobody took the work: the page does it
        with CaptureQueriesContext(connection) as queries:
            assert "Добавить" in page(anna, address)
        costs.append(len(queries))
    assert costs[0] == costs[1] <= 15


@pytest.mark.usefixtures("school")
def test_the_task_does_the_work_once() -> None:
    number = start_pasted(_many(300), actor_id=1, at=NOW)
    assert carry_on_import(1, number)
    assert not carry_on_import(1, number)
    order_writing(number)
    assert carry_on_import(1, number)
    assert Person.objects.count() == 300


@pytest.mark.usefixtures("school")
def test_work_that_somebody_holds_is_left_and_lost_work_is_taken_again() -> None:
    number = start_pasted(_many(3), actor_id=1, at=NOW)
    assert claim(number, at=NOW) is not None
    assert not carry_on(number, at=NOW, today=TODAY)
    assert carry_on(number, at=NOW + LOST_AFTER, today=TODAY)
    assert PeopleImport.objects.get(pk=number).state == "ready"


def test_a_person_alike_is_asked_about_and_the_answer_is_kept(anna: Client) -> None:
    address = upload(anna, book(ROWS))
    anna.post(address, {"add": "1"})
    before = count()
    rows: list[list[object]] = [ROWS[1], [1, "Иванова А. П.", "7Б", "наставник", "", ""]]
    again = upload(anna, book(rows))
    shown = page(anna, again)
    assert "Строка 2: похожий человек уже есть. Это он или другой?" in shown
    assert "у одного инициалы, у другого полное имя" in shown
    known = in_school(lambda: Person.objects.get(last_name="Иванова").pk)
    anna.post(again, {"row": "0-2", "choice-0-2": str(known)})
    assert "изменим 1 запись" in page(anna, again).lower()
    anna.post(again, {"add": "1"})
    assert count() == before
    assert in_school(MentorCard.objects.filter(person_id=known).count) == 1
