"""DOCX and XLSX of a roadmap, opened again."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import openpyxl
import pytest
from django.conf import LazySettings
from django.test import Client
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from schools.roadmap.domain.importing import read_document, recognise
from schools.roadmap.domain.importing.roles import Role
from schools.roadmap.models import Baseline, Roadmap, Stage
from schools.roadmap.services.remember import remember_columns
from tenants.current import school_open
from tests.cast import ANNA, Actor
from tests.schools.roadmap.outlook_cases import COLUMNS, MOMENT, YEAR, own, own_plan, typical

pytestmark = pytest.mark.django_db
BASE = "/2026-27/karta/"
SignIn = Callable[[Actor], Client]


@pytest.fixture(autouse=True)
def _november(settings: LazySettings) -> None:
    settings.CLOCK_STARTS_AT = datetime(2026, 11, 10, 3, tzinfo=UTC)


def _file(client: Client, roadmap: int, kind: str) -> bytes:
    answer = client.get(f"{BASE}{roadmap}/tablica.{kind}")
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith(f'attachment; filename="karta-2026-27.{kind}"')
    return answer.content


def _docx(client: Client, roadmap: int) -> Any:
    return Document(io.BytesIO(_file(client, roadmap, "docx")))


def test_word_shows_the_schools_own_columns_and_rows(browser_of: SignIn, db: None) -> None:
    document = _docx(browser_of(ANNA), own())
    table = document.tables[0]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert tuple(rows[0]) == COLUMNS
    assert rows[1] == ["Этап 1. Готовимся"] * 5  # one cell over the whole width, in the words of the file
    assert rows[2] == ["1.1", "Собрать группу", "до 15.10.2026", "актовый зал", "куратор"]
    assert rows[4] == ["2. Работаем"] * 5
    assert rows[5][:2] == ["2.1", "Встречи"]
    assert len(rows) == 9


def test_word_lies_on_its_side_and_repeats_the_heading(browser_of: SignIn, db: None) -> None:
    document = _docx(browser_of(ANNA), own())
    section = document.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    head, *rest = document.tables[0].rows
    assert head._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rest)


def test_the_corner_names_the_order_and_the_last_amendment(browser_of: SignIn, db: None) -> None:
    client, roadmap = browser_of(ANNA), own()
    assert _docx(client, roadmap).paragraphs[0].text == "ПРОЕКТ"
    with school_open(1):
        Roadmap.objects.filter(pk=roadmap).update(order_number="118", order_date=date(2026, 9, 5), status="approved")
        kept = {"roadmap_id": roadmap, "frozen_at": MOMENT, "content": {}, "digest": "0" * 64}
        Baseline.objects.create(number=1, order_number="118", order_date=date(2026, 9, 5), **kept)
    lines = [line.text for line in _docx(client, roadmap).paragraphs[:3]]
    assert lines == ["УТВЕРЖДЕНО", "приказом от 05.09.2026 № 118", "Лесная СОШ"]
    with school_open(1):
        Baseline.objects.create(number=2, order_number="140", order_date=date(2026, 10, 20), **kept)
    assert _docx(client, roadmap).paragraphs[2].text == "(в редакции приказа от 20.10.2026 № 140)"


def test_a_column_of_stages_is_one_cell_down_the_side(browser_of: SignIn, db: None) -> None:
    roadmap = own()
    with school_open(1):
        Roadmap.objects.update(columns=["Этап", "Мероприятие", "Сроки", "Ответственные"])
    rows = [[cell.text for cell in row.cells] for row in _docx(browser_of(ANNA), roadmap).tables[0].rows]
    assert rows[0][:4] == ["Этап", "Мероприятие", "Сроки", "Ответственные"]
    assert [row[0] for row in rows[1:]] == ["Этап 1. Готовимся"] * 2 + ["2. Работаем"] * 4
    assert rows[1][1] == "1.1 Собрать группу"  # no column of numbers: the number stands before the words


def test_what_a_column_holds_is_remembered_from_the_import(browser_of: SignIn, db: None) -> None:
    roadmap, headers = own(), ["Пункт плана", "Наша забота", "К какому дню"]
    with school_open(1):
        Roadmap.objects.update(columns=headers)
        roles = [Role("number"), Role("activity"), Role("deadline")]
        remember_columns("0" * 32, headers=headers, roles=roles, at=MOMENT)
    rows = [[cell.text for cell in row.cells] for row in _docx(browser_of(ANNA), roadmap).tables[0].rows]
    assert rows[0][:3] == headers
    assert rows[2][:3] == ["1.1", "Собрать группу", "до 15.10.2026"]


@pytest.mark.parametrize("make", [own, typical], ids=["own", "typical"])
def test_what_was_given_out_is_read_back_the_same(browser_of: SignIn, make: Callable[[], int], db: None) -> None:
    roadmap = make()
    read = recognise(read_document(_file(browser_of(ANNA), roadmap, "docx"), "karta.docx"), YEAR)
    with school_open(1):
        stages = list(Stage.objects.filter(roadmap=roadmap).prefetch_related("activities"))
        rows = [one for stage in stages for one in stage.activities.all() if not one.is_heading]
    assert [one.title for one in read.stages] == [stage.title for stage in stages]
    found = [(one.number, one.text, one.deadline_phrase, one.responsible) for one in read.activities]
    assert found == [(one.number, one.text, one.deadline_phrase, one.responsible) for one in rows]


def _sheet(client: Client, roadmap: int) -> Any:
    return openpyxl.load_workbook(io.BytesIO(_file(client, roadmap, "xlsx")))


def test_excel_has_dates_as_dates_and_a_heading_that_stays(browser_of: SignIn, db: None) -> None:
    sheet = _sheet(browser_of(ANNA), own())["Дорожная карта"]
    heads = [cell.value for cell in sheet[4]]
    assert heads == ["Этап", *COLUMNS, "Первая дата срока", "Последняя дата срока", "Сделано", "Состояние"]
    assert sheet.freeze_panes == "A5"
    assert sheet.auto_filter.ref == "A4:J10"
    assert sheet.print_title_rows == "$4:$4"
    row = sheet[5]
    assert row[6].value == datetime(2026, 10, 15)  # noqa: DTZ001 - a day
    assert row[6].number_format == "dd.mm.yyyy"
    assert row[9].value == "Просрочено"


def test_a_text_that_looks_like_a_formula_stays_a_text(browser_of: SignIn, db: None) -> None:
    content = _file(browser_of(ANNA), own(), "xlsx")
    cell = openpyxl.load_workbook(io.BytesIO(content))["Дорожная карта"]["C6"]
    assert (cell.data_type, cell.value) == ("s", '=HYPERLINK("http://x.example")')
    assert cell.hyperlink is None
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_targets_are_numbers_on_their_own_sheet(browser_of: SignIn, db: None) -> None:
    sheet = _sheet(browser_of(ANNA), own())["Показатели"]
    assert [cell.value for cell in sheet[1]] == ["Показатель", "Единица", "Как считается", "2026"]
    assert sheet["D2"].value == 12.5
    assert own_plan().indicators[0]["targets"] == {"2026": "12.5"}
