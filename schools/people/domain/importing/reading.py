"""From bytes to sheets: which reader a file goes to; what kind it is, its bytes say, not its name."""

from __future__ import annotations

from pathlib import PurePosixPath

from schools.people.domain.importing.sheet import Sheet
from schools.people.domain.importing.text import read_csv, read_pasted
from schools.people.domain.importing.workbook import read_workbook
from tenants.domain.file_guard import check_file_size

__all__ = ["PASTED", "read_source"]

PASTED = "pasted"
_TEXTS = frozenset({".csv", ".txt", ".tsv"})
_BINARY = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0")


def origin_of(data: bytes, filename: str) -> str:
    """csv or xlsx: how a file is to be read."""
    is_text = PurePosixPath(filename).suffix.lower() in _TEXTS and not data.startswith(_BINARY)
    return "csv" if is_text else "xlsx"


def read_source(data: bytes, filename: str, origin: str) -> list[Sheet]:
    """Sheets of an .xlsx or a .csv, or of pasted text kept as UTF-8.

    Raises ``FileRefused`` (.xls, .ods and other kinds, macros, bombs, damage) and ``UnreadablePeople``.
    """
    if origin == PASTED:
        return read_pasted(data.decode())
    check_file_size(len(data), filename)
    return read_csv(data, filename) if origin == "csv" else read_workbook(data, filename)
