"""The gate every uploaded Word or Excel file passes before anything parses it.

The file is judged by its bytes, never by its name or by what the browser says. It is refused whole
or let through whole: nothing is repaired. Limits follow OWASP ASVS 5.2.1-5.2.5 and 5.3.3.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from enum import StrEnum
from typing import BinaryIO

from tenants.domain.errors import Refusal
from tenants.domain.file_kinds import FileRefused, refuse_other_kinds

__all__ = [
    "MAX_FILE_BYTES", "FileRefused", "OfficeKind", "check_archive", "check_file_size", "check_office_file",
    "office_kind",
]  # fmt: skip

MAX_FILE_BYTES = 10 << 20
MAX_ENTRIES = 2000
MAX_ENTRY_BYTES = 40 << 20
MAX_TOTAL_BYTES = 80 << 20
MAX_RATIO = 120
MAX_CELLS = 300_000
MAX_NAME = 250
CHUNK = 1 << 16
LINK_TYPE, FILE_TYPES = 0o120000, 0o170000

# Macros and ActiveX are refused. Embedded workbooks and links to other files are not: nobody opens them
# here, and ordinary school documents carry them.
ACTIVE_PART = re.compile(r"(vbaProject|vbaData|activeX|oleObject\d*\.bin|macrosheets/)", re.I)
ACTIVE_TYPE = re.compile(rb"macroEnabled|vbaProject", re.I)
DTD = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.I)
OTHER_THAN_UTF8 = (b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00")
BROKEN = (
    zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError, struct.error,
    OverflowError, IndexError, KeyError, MemoryError,
)  # fmt: skip


class OfficeKind(StrEnum):
    DOCX = "docx"
    XLSX = "xlsx"


MAIN_PART = {OfficeKind.DOCX: "word/document.xml", OfficeKind.XLSX: "xl/workbook.xml"}


def check_file_size(size: int, filename: str) -> None:
    """Refuse a file of more than 10 MB; ``size`` is in bytes. Call it before reading the file into memory."""
    if size > MAX_FILE_BYTES:
        megabytes = (size + (1 << 20) - 1) >> 20
        raise FileRefused(
            f"Файл «{filename}» не прочитан: он весит {megabytes} МБ, а принимаются файлы до 10 МБ.",
            "Сохраните документ без рисунков и сканов и загрузите снова или скопируйте таблицу и вставьте её текстом.",
        )
    if size == 0:
        raise FileRefused(
            f"Файл «{filename}» не прочитан: он пуст.", "Проверьте, тот ли файл выбран, и загрузите его снова."
        )


def check_office_file(data: bytes, filename: str) -> OfficeKind:
    """Say whether ``data`` is a sound Word (.docx) or Excel (.xlsx) file; ``filename`` is only quoted in refusals.

    Raises ``FileRefused``: too large, another format, macros, an archive bomb, a document type definition, damage.
    """
    check_file_size(len(data), filename)
    refuse_other_kinds(data, filename)
    return office_kind(check_archive(io.BytesIO(data), filename), filename)


def check_archive(stream: BinaryIO, filename: str) -> set[str]:
    """Names of the parts of a sound archive of documents; ``stream`` is read piece by piece.

    Raises ``FileRefused`` as ``check_office_file`` does; sizes of whole files and other kinds are the caller's.
    """
    try:
        archive = zipfile.ZipFile(stream)
        _check_entries(archive, filename)
        _check_contents(archive, filename)
        return set(archive.namelist())
    except Refusal:
        raise
    except BROKEN as error:
        raise _broken(filename) from error


def office_kind(names: set[str], filename: str) -> OfficeKind:
    """Word or Excel by the names of the parts; refuses an archive that is neither."""
    if "[Content_Types].xml" in names:
        for kind, part in MAIN_PART.items():
            if part in names:
                return kind
    if "xl/workbook.bin" in names:
        raise FileRefused(
            f"Файл «{filename}» не прочитан: это двоичная книга Excel (.xlsb).",
            "Откройте её в Excel, выберите «Сохранить как» и тип «Книга Excel (.xlsx)».",
        )
    raise FileRefused(
        f"Файл «{filename}» не прочитан: внутри нет ни документа Word, ни книги Excel.",
        "Загрузите сам документ .docx или .xlsx, не архив с ним.",
    )


def _check_entries(archive: zipfile.ZipFile, filename: str) -> None:
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES or len({entry.filename.lower() for entry in entries}) != len(entries):
        raise _broken(filename)
    for entry in entries:
        if entry.flag_bits & 1:
            raise FileRefused(
                f"Файл «{filename}» не прочитан: он защищён паролем.",
                "Снимите пароль в Word или Excel («Файл» → «Сведения» → «Защита») и загрузите файл снова.",
            )
        is_link = (entry.external_attr >> 16) & FILE_TYPES == LINK_TYPE
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) or is_link or _is_odd(entry.filename):
            raise _broken(filename)
        if ACTIVE_PART.search(entry.filename):
            raise _active(filename)


def _is_odd(name: str) -> bool:
    return not name or len(name) > MAX_NAME or ".." in name or name.startswith(("/", "\\")) or not name.isprintable()


def _check_contents(archive: zipfile.ZipFile, filename: str) -> None:
    total = cells = 0
    for entry in archive.infolist():
        size, tail = 0, b""
        for chunk in _chunks(archive, entry):
            size += len(chunk)
            total += len(chunk)
            if (
                size > MAX_ENTRY_BYTES
                or total > MAX_TOTAL_BYTES
                or size > MAX_RATIO * max(entry.compress_size, 1) + CHUNK
            ):
                raise _bomb(filename)
            window = tail + chunk
            if entry.filename.lower().endswith((".xml", ".rels", ".vml")):
                _check_markup(window, starts=size == len(chunk), filename=filename)
            if entry.filename.startswith("xl/worksheets/"):
                cells += chunk.count(b"<c ") + chunk.count(b"<c>") + chunk.count(b"<row")
            if cells > MAX_CELLS:
                raise _bomb(filename)
            if entry.filename == "[Content_Types].xml" and ACTIVE_TYPE.search(window):
                raise _active(filename)
            tail = window[-32:]


def _chunks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """Unpacked bytes: the archive's own directory may lie about sizes, so they are counted as they come."""
    with archive.open(entry) as stream:
        while chunk := stream.read(CHUNK):
            yield chunk


def _check_markup(window: bytes, *, starts: bool, filename: str) -> None:
    if starts and window[:2] in OTHER_THAN_UTF8:  # a definition in UTF-16 would slip past the scan below
        raise _broken(filename)
    if DTD.search(window):
        raise FileRefused(
            f"Файл «{filename}» не прочитан: в нём есть определения, каких Word и Excel не пишут.",
            "Откройте его в Word или Excel, сохраните под новым именем и загрузите новый файл.",
        )


def _broken(filename: str) -> FileRefused:
    return FileRefused(
        f"Файл «{filename}» не прочитан: он повреждён.",
        "Откройте его в Word или Excel, сохраните под новым именем и загрузите новый файл.",
    )


def _active(filename: str) -> FileRefused:
    return FileRefused(
        f"Файл «{filename}» не прочитан: в нём есть макросы или встроенные программы.",
        "Сохраните его в Word или Excel как обычный документ (.docx) или книгу (.xlsx), без "
        "макросов, и загрузите снова.",
    )


def _bomb(filename: str) -> FileRefused:
    return FileRefused(
        f"Файл «{filename}» не прочитан: в распакованном виде он слишком велик.",
        "Оставьте в документе только нужное, сохраните под новым именем и загрузите снова.",
    )
