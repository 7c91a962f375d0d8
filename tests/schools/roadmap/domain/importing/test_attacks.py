"""Hostile and endless input: a plain refusal within seconds, whatever it is."""

import io
import time
import zipfile

import pytest
from docx import Document

from schools.roadmap.domain.importing import UnreadableRoadmap, read_document, read_pasted, recognise
from tenants.domain.errors import Refusal
from tests.schools.roadmap.domain.importing.making import YEAR, from_word, saved
from tests.schools.roadmap.domain.importing.unseen import word

SECONDS = 20  # far more than it takes on a busy machine, far less than a quadratic reader needs
HEADER = ["№", "Мероприятие", "Срок", "Ответственный"]
ROWS = [HEADER, *([str(n), f"Провести встречу {n}", "до 15 октября 2025", "куратор"] for n in range(1, 4001))]
HTML = "<html><table>" + "".join(f"<tr>{''.join(f'<td>{c}' for c in row)}" for row in ROWS) + "</table>"
NESTED = "<w:tbl><w:tr><w:tc>" * 60 + "<w:p/>" + "</w:tc></w:tr></w:tbl><w:p/>" * 60
SPANS = "<html><table>" + "<tr><td rowspan=9999 colspan=9999>а<td>б<td>в" * 2000
ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
ENTITIES = (
    '<!DOCTYPE html [<!ENTITY a "тайна"><!ENTITY f SYSTEM "file:///etc/hostname">]><html><table>'
    "<tr><td>&a;<td>&f;<td>в<tr><td>1<td>&f;<td>в</table>"
)


def refusal(data: bytes, name: str) -> Refusal:
    began = time.monotonic()
    with pytest.raises(Refusal) as caught:
        recognise(read_document(data, name), YEAR)
    assert time.monotonic() - began < SECONDS
    return caught.value


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (word.document(word.table(ROWS, 4)), "карта.docx"),
        (HTML.encode(), "карта.html"),
        ("\n".join("\t".join(row) for row in ROWS).encode(), "карта.txt"),
    ],
    ids=["word", "page", "text"],
)
def test_four_thousand_rows_are_refused_at_once(data: bytes, name: str) -> None:
    assert "больше 2000 строк" in refusal(data, name).what


def test_text_of_endless_cells_is_refused_at_once() -> None:
    text = "\n".join(cell for row in ROWS for cell in row)
    began = time.monotonic()
    with pytest.raises(UnreadableRoadmap):
        recognise(read_pasted(text), YEAR)
    assert time.monotonic() - began < SECONDS


@pytest.mark.parametrize(
    "page", [SPANS, "<html>" + "<table><tr><td>" * 3000, "<html>" + "<div>" * 50_000], ids=["spans", "tables", "divs"]
)
def test_a_page_that_wants_to_be_huge_is_refused_at_once(page: str) -> None:
    assert refusal(page.encode(), "страница.html").what.endswith(".")


def test_a_page_cannot_name_a_file_of_the_server() -> None:
    raw = read_document(ENTITIES.encode(), "страница.html")
    assert all("file:" not in cell.text and len(cell.text) < 5 for row in raw.tables[0].rows for cell in row.cells)


def test_tables_nested_without_end_are_refused() -> None:
    assert refusal(word.document(NESTED), "карта.docx").what.endswith(".")


def test_a_document_of_pictures_is_told_apart_from_an_empty_one() -> None:
    picture = word.document("<w:p><w:r><w:drawing/></w:r></w:p>")
    assert "только рисунки" in refusal(picture, "скан.docx").what
    assert "нет таблицы" in refusal(saved(Document()), "пусто.docx").what


def test_an_archive_that_unpacks_without_end_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w>" + "а" * 60_000_000)
    assert "слишком велик" in refusal(stream.getvalue(), "карта.docx").what


@pytest.mark.parametrize(
    ("data", "name", "what", "remedy"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "к.doc", "формата Word (.doc)", "«Документ Word (.docx)»"),
        (b"PK\x03\x04" + b"\0" * 26 + ODT, "к.odt", ".odt", "Сохранить как"),
        (b"%PDF-1.7", "к.pdf", "это PDF", "вставьте её текстом"),
    ],
    ids=["doc", "odt", "pdf"],
)  # fmt: skip
def test_another_kind_of_file_is_refused_with_the_way_to_convert_it(
    data: bytes, name: str, what: str, remedy: str
) -> None:
    found = refusal(data, name)
    assert (what in found.what, remedy in found.remedy) == (True, True)


def test_a_table_without_headings_is_still_read() -> None:
    found = from_word([["", "", ""], ["1", "Провести сбор наставников", "май"], ["2", "Собрать анкеты", "июнь"]])
    assert [activity.text for activity in found.activities] == ["Провести сбор наставников", "Собрать анкеты"]
