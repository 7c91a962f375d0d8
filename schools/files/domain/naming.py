"""Names of uploaded files: as given, less what a computer would stumble over."""

from __future__ import annotations

import re

from schools.files.domain.kinds import FileKind
from tenants.domain.plain_text import plain
from tenants.domain.russian import number

LONGEST = 150
_UNFIT = re.compile(r'[\\/:*?"<>|\n\r\t\u200e\u200f\u202a-\u202e\u2066-\u2069]')
SUFFIXES = {FileKind.JPEG: (".jpg", ".jpeg")}
TITLES = {
    FileKind.PDF: "PDF",
    FileKind.JPEG: "снимок JPEG",
    FileKind.PNG: "снимок PNG",
    FileKind.DOCX: "документ Word",
    FileKind.XLSX: "книга Excel",
    FileKind.ODT: "документ ODT",
}
KILOBYTE, MEGABYTE = 1 << 10, 1 << 20


def cleaned_name(name: str) -> str:
    """The last part of a path, on one line, without signs no file system takes; «файл» where nothing is left."""
    last = re.split(r"[\\/]", plain(name))[-1]
    left = " ".join(_UNFIT.sub(" ", last).split()).strip(". ")
    if len(left) > LONGEST:
        stem, dot, suffix = left.rpartition(".")
        left = f"{stem[: LONGEST - len(suffix) - 1]}{dot}{suffix}" if dot and len(suffix) < 6 else left[:LONGEST]  # noqa: PLR2004
    return left or "файл"


def name_to_save(name: str, kind: FileKind) -> str:
    """The name a browser saves under: its ending always tells what the bytes are."""
    endings = SUFFIXES.get(kind, (f".{kind.value}",))
    return name if name.lower().endswith(endings) else f"{name}{endings[0]}"


def size_words(size: int) -> str:
    """«340 КБ», «1,2 МБ»; ``size`` in bytes."""
    if size < MEGABYTE:
        return f"{max(1, round(size / KILOBYTE))}\u00a0КБ"
    tenths = round(size * 10 / MEGABYTE)
    return f"{number(tenths // 10)}{f',{tenths % 10}' if tenths % 10 else ''}\u00a0МБ"
