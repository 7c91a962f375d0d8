"""A whole roadmap as a document that is frozen by an order: plain JSON with a digest, and what differs between two.

The document holds what is printed and approved: the title, stages, rows with their terms and people, indicators with
targets. Marks, evidence and what closes a row are no part of it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

FIELDS = {
    "text": "мероприятие",
    "content": "содержание",
    "deadline_phrase": "срок",
    "responsible": "ответственный",
    "expected_result": "результат",
}
CHANGE, ADD, DROP = "change", "add", "drop"


@dataclass(frozen=True, slots=True)
class Change:
    """One row of the annex to an amending order: which point, what stood there, what stands now, why."""

    number: str
    was: str
    became: str
    reason: str
    kind: str
    activity_id: int

    def to_document(self) -> dict[str, Any]:
        """As it is kept with the version."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


def change_from(document: Mapping[str, Any]) -> Change:
    """Back from ``to_document``."""
    return Change(**{name: document[name] for name in Change.__dataclass_fields__})


def digest(document: Any) -> str:
    """sha256 (hex) of the canonical JSON: keys sorted, no spaces."""
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def change_of(row: Mapping[str, Any], pending: Mapping[str, Any]) -> Change:
    """The row of the annex for a proposed change. ``row`` holds id, number and ``FIELDS`` of the plan in force."""
    kind, reason = str(pending["kind"]), str(pending.get("reason", ""))
    fields = pending.get("fields", {})
    if kind == ADD:
        was, became = "пункта не было", _whole(row)
    elif kind == DROP:
        was, became = _whole(row), "пункт исключён"
    else:
        was = "\n".join(_line(name, row.get(name, "")) for name in FIELDS if name in fields)
        became = "\n".join(_line(name, fields[name]) for name in FIELDS if name in fields)
    return Change(str(row.get("number", "")) or str(row["text"])[:60], was, became, reason, kind, int(row["id"]))


def _line(name: str, value: str) -> str:
    title = FIELDS[name]
    return f"{title[:1].upper()}{title[1:]}: {value or 'не указано'}"


def _whole(row: Mapping[str, Any]) -> str:
    parts = [str(row["text"])] + [
        _line(name, row[name]) for name in ("deadline_phrase", "responsible", "expected_result") if row.get(name)
    ]
    return "\n".join(parts)


def differing(row: Mapping[str, Any], wanted: Mapping[str, str]) -> dict[str, str]:
    """Those of ``wanted`` that say something else than the plan in force."""
    return {name: value for name, value in wanted.items() if name in FIELDS and value != row.get(name, "")}


@dataclass(frozen=True, slots=True)
class Compared:
    """One activity in the first approved version and now: «план / факт / перенос».

    ``planned`` are the first approved dates (ISO days, or the phrase where there are none), ``moved`` the present ones
    where they differ, empty where nothing moved; ``fate`` is «», «added» or «dropped».
    """

    activity_id: int
    number: str
    text: str
    planned: tuple[str, ...]
    planned_phrase: str
    moved: tuple[str, ...]
    moved_phrase: str
    fate: str


def compare(first: Mapping[str, Any], now: Mapping[str, Any]) -> list[Compared]:
    """Every row of either document that is no heading, in the order of ``now``; what was dropped stands last."""
    before = {row["id"]: row for row in _rows(first)}
    after = {row["id"]: row for row in _rows(now)}
    found = [_compared(before.get(key), row) for key, row in after.items()]
    return found + [_compared(row, None) for key, row in before.items() if key not in after]


def _rows(document: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
    rows: Sequence[Mapping[str, Any]] = document["activities"]
    return [row for row in rows if not row["is_heading"]]


def _compared(before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> Compared:
    row = after or before
    assert row is not None
    old = before or {"due_on": [], "deadline_phrase": ""}
    moved = before is not None and after is not None and _term(before) != _term(after)
    return Compared(
        activity_id=row["id"],
        number=row["number"],
        text=row["text"],
        planned=tuple(old["due_on"]),
        planned_phrase=old["deadline_phrase"],
        moved=tuple(after["due_on"]) if moved and after else (),
        moved_phrase=after["deadline_phrase"] if moved and after else "",
        fate="added" if before is None else ("dropped" if after is None else ""),
    )


def _term(row: Mapping[str, Any]) -> tuple[tuple[str, ...], str]:
    return tuple(row["due_on"]), " ".join(str(row["deadline_phrase"]).split())
