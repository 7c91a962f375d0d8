"""Pages of the roadmap: from an empty year to an approved plan."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document
from pytest_django import DjangoAssertNumQueries

from schools.roadmap.domain.deadline import Period
from schools.roadmap.models import Activity, ImportDraft, Occurrence, Roadmap
from schools.roadmap.services.adopt_typical import adopt_typical
from tenants.current import school_open
from tests.cast import ANNA, EGOR, VERA, Actor

pytestmark = pytest.mark.django_db
BASE = "/2026-27/karta/"
YEAR = Period(date(2026, 9, 1), date(2027, 8, 31))
SignIn = Callable[[Actor], Client]


def _docx(rows: list[list[str]]) -> bytes:
    document = Document()
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


ROWS = [
    ["№", "Мероприятие", "Сроки", "Ответственные"],
    ["1", "Составить список наставников", "до 15 октября 2026 г.", "куратор"],
    ["2", "Обсудить планы пар на совещании", "по-разному", "куратор"],
]


def _upload(client: Client, content: bytes, name: str = "karta.docx"):  # type: ignore[no-untyped-def]  # a response
    dates = {"f-starts_on": "2026-09-01", "f-ends_on": "2027-08-31"}
    return client.post(f"{BASE}novaya/", {"way": "file", "f-file": SimpleUploadedFile(name, content), **dates})


def _text(answer) -> str:  # type: ignore[no-untyped-def]  # a response
    return str(answer.content.decode()).replace("\xa0", " ")


def test_without_a_roadmap_the_curator_is_offered_ways_to_get_one(browser_of: SignIn) -> None:
    assert "Выбрать, с чего начать" in _text(browser_of(ANNA).get(BASE))
    assert "Куратор готовит карту" in _text(browser_of(EGOR).get(BASE))


def test_from_a_word_file_to_the_plan(browser_of: SignIn) -> None:
    client = browser_of(ANNA)
    preview = _upload(client, _docx(ROWS))["Location"]
    page = _text(client.get(preview))
    assert "Понято так: 15.10.2026." in page
    assert "Не понято. Впишите срок словами с датой." in page
    answer = client.post(
        preview,
        {
            "save": "1",
            "title": "Карта школы",
            "model": "pupils_r145",
            "row-1": "1",
            "text-1": "Обсудить планы пар на совещании",
            "deadline-1": "до 1 ноября 2026",
            "responsible-1": "куратор",
        },
        follow=True,
    )
    page = _text(answer)
    assert "Карта записана: 2 мероприятия." in page
    assert "до 1 ноября" in page


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"PK\x03\x04 broken", "karta.docx", "karta.docx"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "karta.doc", ".docx"),
        (b"%PDF-1.7 text", "karta.pdf", "Word"),
        ("№;Мероприятие;Срок\n1;Собрание;до 5 мая".encode("cp1251"), "karta.csv", "karta.csv"),
        (b"\0" * (11 << 20), "karta.docx", "10 МБ"),
        (_docx([["", ""]]), "pusto.docx", "не нашлось ни одного мероприятия"),
    ],
    ids=["broken", "old word", "pdf", "cp1251", "too large", "empty table"],
)
def test_a_file_that_cannot_be_read_is_refused_in_words(
    browser_of: SignIn, content: bytes, name: str, said: str
) -> None:
    answer = _upload(browser_of(ANNA), content, name)
    page = _text(answer)
    assert answer.status_code == 422
    assert "Карта не прочитана" in page
    assert said in page
    with school_open(ANNA.school or 0):
        assert (ImportDraft.objects.count(), Roadmap.objects.count()) == (0, 0)


@pytest.fixture
def roadmap(db: None) -> int:
    with school_open(1):
        return adopt_typical("pupils", period=YEAR, actor_id=1, at=datetime(2026, 9, 3, tzinfo=UTC))


def test_the_plan_is_read_in_the_same_number_of_queries_whatever_its_length(
    browser_of: SignIn, roadmap: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = browser_of(ANNA)
    client.get(BASE)
    with django_assert_num_queries(14):
        client.get(BASE)
    with school_open(1):
        _grow(roadmap, to=200)
    with django_assert_num_queries(14):
        assert "из 200 мероприятий" in _text(client.get(BASE))


def _grow(roadmap: int, *, to: int) -> None:
    known = list(Activity.objects.filter(stage__roadmap=roadmap))
    made = Activity.objects.bulk_create(
        Activity(
            stage_id=known[place % len(known)].stage_id,
            position=100 + place,
            text=f"Мероприятие {place}",
            closes_by=known[place % len(known)].closes_by,
        )
        for place in range(to - len(known))
    )
    Occurrence.objects.bulk_create(Occurrence(activity=one, due_on=date(2026, 11, 2)) for one in made)


def test_marking_done_and_proving_show_on_the_page(browser_of: SignIn, roadmap: int) -> None:
    client = browser_of(ANNA)
    with school_open(1):
        one = Activity.objects.filter(stage__roadmap=roadmap).first()
    assert one is not None
    address = f"{BASE}punkt/{one.pk}/"
    client.post(f"{address}podtverzhdenie/", {"title": "Протокол № 1", "url": ""})
    client.post(f"{address}sdelano/", {"done_on": "2026-09-10"})
    page = _text(client.get(address))
    assert "Протокол № 1" in page
    assert "сделано 10.09.2026" in page


def test_the_principal_reads_and_changes_nothing(browser_of: SignIn, roadmap: int) -> None:
    client = browser_of(EGOR)
    assert client.get(BASE).status_code == 200
    assert client.post(f"{BASE}{roadmap}/prikaz/", {"order_number": "1", "order_date": "2026-09-03"}).status_code == 403


def test_the_neighbour_has_no_such_roadmap(browser_of: SignIn, roadmap: int) -> None:
    client = browser_of(VERA)
    assert "ещё нет" in _text(client.get(BASE))
    assert client.get(f"{BASE}{roadmap}/").status_code == 200  # her own empty year, whatever number she types
    assert client.get(f"{BASE}punkt/1/").status_code == 404


def test_approval_freezes_the_order_on_the_page(browser_of: SignIn, roadmap: int) -> None:
    client = browser_of(ANNA)
    client.post(f"{BASE}{roadmap}/prikaz/", {"order_number": "15-од", "order_date": "2026-09-03"})
    assert "Утверждена приказом № 15-од от 03.09.2026." in _text(client.get(BASE))
