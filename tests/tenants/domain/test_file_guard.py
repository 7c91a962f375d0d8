"""The gate for uploads lets sound files through and refuses the rest in Russian, never with a fault."""

import io
import random
import zipfile

import pytest
import xlsxwriter
from docx import Document

from tenants.domain.errors import Refusal
from tenants.domain.file_guard import MAX_FILE_BYTES, FileRefused, OfficeKind, check_file_size, check_office_file

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def docx() -> bytes:
    stream = io.BytesIO()
    document = Document()
    document.add_table(2, 2).cell(0, 0).text = "Мероприятие"
    document.save(stream)
    return stream.getvalue()


def xlsx() -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    book.add_worksheet("План").write(0, 0, "Мероприятие")
    book.close()
    return stream.getvalue()


def repacked(data: bytes, added: dict[str, bytes]) -> bytes:
    """The same archive with parts added or replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in added:
                new.writestr(name, old.read(name))
        for name, content in added.items():
            new.writestr(name, content)
    return stream.getvalue()


def refusal(data: bytes, name: str = "карта.docx") -> str:
    with pytest.raises(FileRefused) as caught:
        check_office_file(data, name)
    assert caught.value.what.startswith(f"Файл «{name}» не прочитан: ")
    assert caught.value.remedy.endswith(".")
    return str(caught.value)


def test_sound_files_pass_and_are_told_by_their_bytes() -> None:
    assert check_office_file(docx(), "что угодно.xlsx") is OfficeKind.DOCX
    assert check_office_file(xlsx(), "книга") is OfficeKind.XLSX


def test_a_large_file_is_refused_before_it_is_read() -> None:
    check_file_size(MAX_FILE_BYTES, "карта.docx")
    with pytest.raises(FileRefused, match="весит 50 МБ, а принимаются файлы до 10 МБ"):
        check_file_size(50 << 20, "карта.docx")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "он пуст"),
        (OLE + b"\x00" * 600, "старого формата Word"),
        (OLE + b"\x00" * 600 + "Workbook".encode("utf-16-le"), "старого формата Excel"),
        (OLE + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"), "защищён паролем"),
        (b"%PDF-1.7 ...", "это PDF"),
        (b"{\\rtf1\\ansi", "документ RTF"),
        (b"\xff\xd8\xff\xe0 JFIF", "это снимок"),
        (b"<html><table></table>", "веб-страница"),
        ("Мероприятие;Срок".encode("cp1251"), "он повреждён"),
        (b"PK\x03\x04 broken from here on", "он повреждён"),
    ],
)
def test_other_kinds_are_refused_with_a_way_out(data: bytes, words: str) -> None:
    assert words in refusal(data)


def test_open_document_is_named() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    assert ".odt" in refusal(stream.getvalue(), "карта.odt")


def test_an_ordinary_archive_is_no_document() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("карта.txt", "текст")
    assert "нет ни документа Word, ни книги Excel" in refusal(stream.getvalue())


@pytest.mark.parametrize("name", ["word/vbaProject.bin", "word/activeX/activeX1.xml", "word/embeddings/oleObject1.bin"])
def test_active_parts_are_refused(name: str) -> None:
    assert "макросы" in refusal(repacked(docx(), {name: b"x"}))


def test_a_macro_document_renamed_to_docx_is_refused() -> None:
    types = zipfile.ZipFile(io.BytesIO(docx())).read("[Content_Types].xml")
    macro = types.replace(b"wordprocessingml.document.main", b"document.macroEnabled.main")
    assert "макросы" in refusal(repacked(docx(), {"[Content_Types].xml": macro}))


def test_an_archive_bomb_is_refused() -> None:
    assert "слишком велик" in refusal(repacked(docx(), {"word/media/image1.png": b"\x00" * (45 << 20)}))


@pytest.mark.parametrize(
    "markup",
    [b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', b"<a><!ENTITY></a>", " <!DOCTYPE a><a/>".encode("utf-16")],
)
def test_document_type_definitions_are_refused(markup: bytes) -> None:
    assert refusal(repacked(docx(), {"word/settings.xml": markup}))


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/evil.xml", "word/\x01.xml"])
def test_odd_entry_names_are_refused(name: str) -> None:
    assert "повреждён" in refusal(repacked(docx(), {name: b"<a/>"}))


def test_a_sheet_with_endless_rows_is_refused() -> None:
    rows = b"<row r='1'><c r='A1'><v>1</v></c></row>" * 160_000
    sheet = b"<worksheet><sheetData>" + rows + b"</sheetData></worksheet>"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
    assert "слишком велик" in refusal(stream.getvalue(), "книга.xlsx")


@pytest.mark.parametrize("good", [docx(), xlsx()], ids=["docx", "xlsx"])
def test_damaged_bytes_are_refused_and_never_a_fault(good: bytes) -> None:
    chance = random.Random(41)
    passed = 0
    for _ in range(1000):
        data = bytearray(good)
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        if chance.random() < 0.2:
            del data[chance.randrange(len(data)) :]
        try:
            check_office_file(bytes(data), "карта.docx")
            passed += 1
        except Refusal:
            continue
    assert passed < 1000
