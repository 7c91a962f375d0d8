"""Which kind a file is, told by its bytes: six kinds are kept, the rest are refused with what to do.

Neither the name nor what the browser says is believed. Archives (Word, Excel, OpenDocument) pass the product's gate
``tenants.domain.file_guard``. Scripts hidden in compressed parts of a PDF are not seen here: files are only ever given
out to be saved, never shown in place.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import BinaryIO

from schools.files.domain.pictures import is_jpeg, is_png
from tenants.domain.file_guard import CHUNK, FileRefused, check_archive, office_kind
from tenants.domain.file_kinds import OLE, ZIP, refuse_other_kinds

MAX_FILE_BYTES = 20 << 20
HEAD_BYTES, TAIL_BYTES = 4096, 4096
LONGEST_MARK = 32  # how much of a piece is looked at again with the next one

ODT_MARK = b"mimetypeapplication/vnd.oasis.opendocument.text"
OTHER_TEXTS = (ODT_MARK + b"-master", ODT_MARK + b"-web")
ODT_MACROS = re.compile(r"(Basic|Scripts)/", re.I)
PDF_ACTIVE = re.compile(rb"/(JavaScript|Launch|EmbeddedFiles?|RichMedia)\b")
SCAN = "Сохраните скан как PDF, а снимок как JPEG, и попробуйте снова."
PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xfe\xed\xfa")
PICTURES = (b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"RIFF")
DELEGATED = (OLE, b"{\\rtf", b"Rar!", b"7z\xbc\xaf")
PAGES = (b"<!doctype html", b"<html", b"<?xml", b"<svg")


class FileKind(StrEnum):
    """What is kept."""

    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"
    DOCX = "docx"
    XLSX = "xlsx"
    ODT = "odt"


MEDIA_TYPES = {
    FileKind.PDF: "application/pdf",
    FileKind.JPEG: "image/jpeg",
    FileKind.PNG: "image/png",
    FileKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileKind.ODT: "application/vnd.oasis.opendocument.text",
}


def check_size(size: int, filename: str) -> None:
    """Refuse an empty file and one of more than 20 MB; ``size`` is in bytes."""
    if size > MAX_FILE_BYTES:
        raise FileRefused(
            f"Файл «{filename}» не сохранён: он больше 20 МБ.",
            "Сожмите скан до 200 точек на дюйм и попробуйте снова.",
        )
    if size == 0:
        raise FileRefused(f"Файл «{filename}» не сохранён: он пуст.", "Проверьте, тот ли файл выбран.")


def recognise(stream: BinaryIO, filename: str) -> FileKind:
    """The kind of a whole sound file; ``filename`` is only quoted.

    Raises ``FileRefused`` and nothing else, whatever the bytes are: another kind, damage, macros, programs.
    """
    stream.seek(0)
    head = stream.read(HEAD_BYTES)
    if head.startswith(b"%PDF-"):
        return _pdf(stream, filename)
    if head.startswith(b"\xff\xd8\xff"):
        return _whole(FileKind.JPEG, is_jpeg(stream), filename)
    if head.startswith(b"\x89PNG"):
        return _whole(FileKind.PNG, is_png(stream), filename)
    if head.startswith(ZIP):
        return _archive(stream, head, filename)
    raise _other(stream, head, filename)


def _pdf(stream: BinaryIO, filename: str) -> FileKind:
    stream.seek(0)
    tail = b""
    while chunk := stream.read(CHUNK):
        if PDF_ACTIVE.search(tail[-LONGEST_MARK:] + chunk):
            raise FileRefused(
                f"Файл «{filename}» не сохранён: в этом PDF есть сценарии или вложенные файлы.",
                "Откройте его и напечатайте в новый PDF («Печать» → «Сохранить как PDF»), затем загрузите новый файл.",
            )
        tail = (tail + chunk)[-TAIL_BYTES:]
    return _whole(FileKind.PDF, b"%%EOF" in tail, filename)


def _archive(stream: BinaryIO, head: bytes, filename: str) -> FileKind:
    is_text = ODT_MARK in head[:200] and not any(mark in head[:200] for mark in OTHER_TEXTS)
    if not is_text:
        refuse_other_kinds(head, filename)
    names = check_archive(stream, filename)
    if not is_text:
        return FileKind(office_kind(names, filename).value)
    if any(ODT_MACROS.match(name) for name in names):
        raise FileRefused(
            f"Файл «{filename}» не сохранён: в нём есть макросы.",
            "Удалите макросы («Сервис» → «Макросы») или сохраните документ как PDF и загрузите снова.",
        )
    return _whole(FileKind.ODT, "content.xml" in names, filename)


def _whole(kind: FileKind, is_whole: bool, filename: str) -> FileKind:  # noqa: FBT001 -- the answer of a check
    if is_whole:
        return kind
    raise FileRefused(
        f"Файл «{filename}» не сохранён: он повреждён или скопирован не до конца.",
        "Откройте его у себя на компьютере, сохраните под новым именем и загрузите новый файл.",
    )


def _other(stream: BinaryIO, head: bytes, filename: str) -> FileRefused:
    beginning = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(DELEGATED) or beginning.startswith(PAGES):
        stream.seek(0)
        try:
            refuse_other_kinds(stream.read(MAX_FILE_BYTES), filename)
        except FileRefused as refusal:
            return refusal
    what, remedy = _named(head)
    return FileRefused(f"Файл «{filename}» не сохранён: {what}.", remedy)


def _named(head: bytes) -> tuple[str, str]:
    if head.startswith(PROGRAMS):
        return "это программа, а не документ", "Загрузите сам документ: PDF, снимок JPEG или PNG, Word, Excel."
    if head[4:8] == b"ftyp":
        return "это снимок HEIC или видео", "Сохраните снимок как JPEG и попробуйте снова."
    if head.startswith(PICTURES):
        return "снимки такого вида не принимаются", SCAN
    return "такие файлы не принимаются", "Принимаются PDF, снимки JPEG и PNG, документы .docx и .odt, книги .xlsx."
