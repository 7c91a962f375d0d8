"""A calendar of whole days as RFC 5545 writes it. Pure: entries in, bytes out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from tenants.domain.plain_text import plain

_OCTETS = 75  # RFC 5545, 3.1: a line is no longer, its end left out
_PRODUCT = "-//Tropa//Roadmap//RU"


@dataclass(frozen=True, slots=True)
class Entry:
    """A day of the calendar.

    ``uid`` never changes while the thing is the same; ``sequence`` grows with every change, ``changed_at`` (aware) is
    when the last one was seen.
    """

    uid: str
    day: date
    summary: str
    description: str
    url: str
    category: str
    sequence: int = 0
    changed_at: datetime = datetime(2000, 1, 1, tzinfo=UTC)


def to_ics(entries: Iterable[Entry], *, name: str) -> bytes:
    """The whole file, UTF-8. Entries are whole days, so it needs no time zone; they do not make anybody busy."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
    ]
    for entry in entries:
        lines += _event(entry)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(entry: Entry) -> list[str]:
    changed = f"{entry.changed_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    return [
        "BEGIN:VEVENT",
        f"UID:{_text(entry.uid)}",
        f"DTSTAMP:{changed}",
        f"LAST-MODIFIED:{changed}",
        f"SEQUENCE:{entry.sequence}",
        f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text(entry.summary)}",
        *([f"DESCRIPTION:{_text(entry.description)}"] if entry.description else []),
        f"CATEGORIES:{_text(entry.category)}",
        f"URL:{''.join(entry.url.split())}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _text(text: str) -> str:
    """A value of the type TEXT (3.3.11): signs that part values are escaped, a line end is «\\n»."""
    flat = plain(text).replace("\r\n", "\n").replace("\r", "\n")
    return flat.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n").replace("\t", " ")


def _folded(line: str) -> bytes:
    """The line with CRLF, broken so that no piece is longer than 75 octets and no letter is torn."""
    pieces, piece = [], b""
    for sign in line:
        octets = sign.encode()
        if len(piece) + len(octets) > _OCTETS:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
