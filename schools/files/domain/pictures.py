"""Whether bytes are a whole JPEG or PNG: the skeleton of the file is walked, the picture is never decoded."""

from __future__ import annotations

import struct
from typing import BinaryIO

MAX_PARTS = 100_000
PNG_HEAD = b"\x89PNG\r\n\x1a\n"
START_OF_SCAN, NO_LENGTH = 0xDA, frozenset({0x01, *range(0xD0, 0xD8)})
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
MARKER = 0xFF


def is_png(stream: BinaryIO) -> bool:
    """Parts follow one another from the header to the closing one (PNG, ISO/IEC 15948, § 5)."""
    stream.seek(0)
    if stream.read(len(PNG_HEAD)) != PNG_HEAD:
        return False
    for number in range(MAX_PARTS):
        head = stream.read(8)
        if len(head) < 8:  # noqa: PLR2004 -- a length and a name, four bytes each
            return False
        length, name = struct.unpack(">I4s", head)
        if number == 0 and (name != b"IHDR" or not all(struct.unpack(">II", stream.read(8).ljust(8, b"\0")))):
            return False
        if name == b"IEND":
            return True
        stream.seek(length + 4 - (8 if number == 0 else 0), 1)
    return False


def is_jpeg(stream: BinaryIO) -> bool:
    """Segments lead from the start through a frame with a width to the first scan (JPEG, ITU-T T.81, annex B)."""
    stream.seek(2)
    has_frame = False
    for _ in range(MAX_PARTS):
        mark = stream.read(2)
        if len(mark) < 2 or mark[0] != MARKER:  # noqa: PLR2004 -- a marker is two bytes
            return False
        if mark[1] == MARKER:
            stream.seek(-1, 1)  # markers may be padded
            continue
        if mark[1] in NO_LENGTH:
            continue
        body = _body(stream)
        if body is None:
            return False
        if mark[1] == START_OF_SCAN:
            return has_frame
        if mark[1] in FRAMES:
            has_frame = len(body) > 5 and body[3:5] != b"\0\0"  # noqa: PLR2004 -- precision, height, width
    return False


def _body(stream: BinaryIO) -> bytes | None:
    """A segment's contents, None where the file ends before it does."""
    size = stream.read(2)
    length = int.from_bytes(size, "big") - 2
    if len(size) < 2 or length < 0:  # noqa: PLR2004 -- the length takes two bytes
        return None
    body = stream.read(length)
    return body if len(body) == length else None
