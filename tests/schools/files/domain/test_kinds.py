"""Kinds are told by bytes; whatever the bytes, the guard answers with a kind or a refusal."""

from __future__ import annotations

import io
import random
import zipfile
from collections import Counter

import pytest

from schools.files.domain.kinds import MAX_FILE_BYTES, FileKind, check_size, recognise
from tenants.domain.errors import Refusal
from tenants.domain.file_guard import FileRefused
from tests.factories.files import JPEG, PDF, PNG, docx, odt, xlsx

SOUND = {
    FileKind.PDF: PDF,
    FileKind.JPEG: JPEG,
    FileKind.PNG: PNG,
    FileKind.DOCX: docx(),
    FileKind.XLSX: xlsx(),
    FileKind.ODT: odt(),
}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def kind_of(data: bytes) -> FileKind:
    return recognise(io.BytesIO(data), "скан")


def refusal(data: bytes) -> str:
    with pytest.raises(FileRefused) as caught:
        kind_of(data)
    assert caught.value.what.startswith("Файл «скан» не ")
    assert caught.value.remedy.endswith(".")
    return str(caught.value)


@pytest.mark.parametrize("kind", list(SOUND))
def test_six_kinds_are_told_by_their_bytes(kind: FileKind) -> None:
    assert kind_of(SOUND[kind]) is kind


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"MZ\x90\x00" + b"\0" * 600, "это программа"),
        (b"\x7fELF\x02\x01", "это программа"),
        (b"#!/bin/sh\n", "это программа"),
        (OLE + b"\0" * 600, "старого формата Word"),
        (OLE + b"\0" * 600 + "Workbook".encode("utf-16-le"), "старого формата Excel"),
        (b"{\\rtf1\\ansi", "документ RTF"),
        (b"Rar!\x1a\x07", "это архив"),
        (b"<!DOCTYPE html><script>", "веб-страница"),
        (b"  <svg onload='x'>", "не "),
        (b"\0\0\0\x18ftypheic" + b"\0" * 50, "снимок HEIC"),
        (b"II*\x00" + b"\0" * 50, "скан как PDF"),
        ("просто текст".encode(), "такие файлы не принимаются"),
        (PDF[:-8], "скопирован не до конца"),
        (PNG[:-6], "скопирован не до конца"),
        (JPEG[:20], "скопирован не до конца"),
        (b"PK\x03\x04 broken from here on", "повреждён"),
    ],
)
def test_other_kinds_are_refused_with_a_way_out(data: bytes, words: str) -> None:
    assert words in refusal(data)


@pytest.mark.parametrize("name", ["/JavaScript (app.alert)", "/Launch <<", "/EmbeddedFiles 3 0 R"])
def test_a_pdf_that_acts_is_refused(name: str) -> None:
    body = PDF.replace(b"/Type", b"/OpenAction << /S " + name.encode() + b" >> /Type")
    assert "сценарии или вложенные файлы" in refusal(body)


def test_an_act_split_between_two_pieces_is_still_seen() -> None:
    head = b"%PDF-1.7\n"
    body = head + b" " * ((1 << 16) - len(head) - 4) + b"/JavaScript (x)\n%%EOF\n"
    assert "сценарии" in refusal(body)


def test_macros_are_refused_in_every_kind_of_document() -> None:
    stream = io.BytesIO(docx())
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"x")
    assert "макросы" in refusal(stream.getvalue())
    assert "макросы" in refusal(odt(Basic__Standard__Module1=b"Sub Main"))


def test_a_table_of_open_document_is_sent_to_excel() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert ".ods" in refusal(stream.getvalue())


def test_an_archive_bomb_is_refused() -> None:
    stream = io.BytesIO(docx())
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image9.png", b"\0" * (45 << 20))
    assert "слишком велик" in refusal(stream.getvalue())


def test_twenty_megabytes_are_the_most() -> None:
    check_size(MAX_FILE_BYTES, "скан.pdf")
    with pytest.raises(FileRefused) as caught:
        check_size(MAX_FILE_BYTES + 1, "скан.pdf")
    assert str(caught.value) == (
        "Файл «скан.pdf» не сохранён: он больше 20 МБ. Сожмите скан до 200 точек на дюйм и попробуйте снова."
    )
    with pytest.raises(FileRefused, match="он пуст"):
        check_size(0, "скан.pdf")


def _mutated(good: bytes, chance: random.Random) -> bytes:
    data = bytearray(good)
    for _ in range(chance.randint(1, 8)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    way = chance.random()
    if way < 0.2:
        del data[chance.randrange(len(data)) :]
    elif way < 0.3:
        start = chance.randrange(len(data))
        data[start:start] = chance.randbytes(chance.randint(1, 40))
    return bytes(data)


@pytest.mark.parametrize("kind", list(SOUND))
def test_mutated_files_are_kept_or_refused_and_never_a_fault(kind: FileKind) -> None:
    chance = random.Random(f"{kind}-1811")
    ends = Counter[str]()
    for _ in range(600):
        try:
            ends[kind_of(_mutated(SOUND[kind], chance))] += 1
        except Refusal:
            ends["refused"] += 1
    assert ends["refused"] > 0
    assert sum(ends.values()) == 600


def test_noise_is_refused() -> None:
    chance = random.Random(7)
    heads = [b"", b"%PDF-", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", OLE]
    for number in range(600):
        with pytest.raises(Refusal):
            kind_of(heads[number % len(heads)] + chance.randbytes(chance.randint(1, 300)))
