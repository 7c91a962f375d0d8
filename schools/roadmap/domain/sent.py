"""What a calendar was told before: from it come SEQUENCE and LAST-MODIFIED of RFC 5545."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from schools.roadmap.domain.icalendar import Entry

Sent = dict[str, list[str | int]]  # uid: digest, sequence, ISO moment


def numbered(entries: Sequence[Entry], sent: Mapping[str, Sequence[str | int]], *, at: datetime) -> list[Entry]:
    """The entries with their numbers: one that changed since it was sent gets the next number and the moment ``at``."""
    return [_numbered(entry, sent.get(entry.uid), at) for entry in entries]


def remembered(entries: Sequence[Entry]) -> Sent:
    """What to keep of numbered entries for the next time."""
    return {entry.uid: [_digest(entry), entry.sequence, entry.changed_at.isoformat()] for entry in entries}


def _numbered(entry: Entry, before: Sequence[str | int] | None, at: datetime) -> Entry:
    if before is None:
        return replace(entry, sequence=0, changed_at=at)
    digest, sequence, changed = before
    if digest == _digest(entry):
        return replace(entry, sequence=int(sequence), changed_at=datetime.fromisoformat(str(changed)))
    return replace(entry, sequence=int(sequence) + 1, changed_at=at)


def _digest(entry: Entry) -> str:
    words = (entry.day.isoformat(), entry.summary, entry.description, entry.url, entry.category)
    return hashlib.sha256("\x1f".join(words).encode()).hexdigest()[:16]
