"""A note of the sample district made ready to print, with edits and a chart."""

import struct
import zlib

from municipal.notes.domain.composition import compose
from municipal.notes.domain.document import Document, Picture, Signature
from municipal.notes.domain.printable import Edits, Requisites, build_document
from tenants.domain.school_year import Season
from tests.municipal.notes.sample import district

REQUISITES = Requisites(
    letterhead=("МБУ «Информационно-методический центр»", "Верхнереченского муниципального округа"),
    author="МБУ «ИМЦ» Верхнереченского муниципального округа",
    place="п. Верхнереченск",
    signatures=(Signature("Директор МБУ «ИМЦ»", "О. В. Лапина"),),
)
EDITED = "Методист переписал этот абзац: #эхо [скобки] $x$ *звёзды* «кавычки» @метка <b>."


def png() -> bytes:
    """A picture of one grey dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\x00\x80")) + chunk(b"IEND", b"")
    )


def paper(season: Season = Season.OCTOBER) -> Document:
    """The sample district's note: one paragraph rewritten, one removed, one added, one chart."""
    note = compose(district(season), kind=season.value, number=3)
    edits = Edits(
        texts={"coverage.forms": EDITED},
        removed={"site"},
        own={"coverage": ("Свой абзац методиста.",)},
        charts={"coverage": (Picture(png(), "Рисунок 1. Пары по формам", "Столбцы: пары по формам наставничества"),)},
    )
    return build_document(note, REQUISITES, edits)
