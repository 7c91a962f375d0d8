"""A row that holds several activities: as many lines in its activity as in its deadline, each with its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from schools.roadmap.domain.importing.entries import Entry
from schools.roadmap.domain.importing.item_numbers import split_number
from schools.roadmap.domain.importing.likeness import is_deadline_like, is_deed_like
from schools.roadmap.domain.importing.roles import Role

MARK = re.compile(r"^\s*(?:\d{1,2}\s?[.)]|[а-я]\)|[•·●▪–—-])\s*", re.I)


def parted(entries: Sequence[Entry]) -> list[Entry]:
    """The same rows, those with paired lists parted. A list with a single deadline stays one activity with its lines.

    Parting needs proof: every line of the activity is marked or named like a deed, every line of the deadline is a
    deadline, and there are equally many. Other cells are parted if they have as many lines, else each part has them.
    """
    return [part for entry in entries for part in _parts(entry)]


def _parts(entry: Entry) -> Iterator[Entry]:
    deeds, times = entry.own(Role.ACTIVITY).split("\n"), entry.own(Role.DEADLINE).split("\n")
    if not _are_paired(deeds, times):
        yield entry
        return
    cells = [_lines(text, len(deeds)) for text in entry.texts]
    for index, deed in enumerate(deeds):
        number = entry.number if entry.own(Role.NUMBER) else split_number(deed)[0]
        yield replace(entry, texts=[cell[index] for cell in cells], number=number)


def _are_paired(deeds: list[str], times: list[str]) -> bool:
    if len(deeds) < 2 or len(deeds) != len(times):  # noqa: PLR2004 -- a list has two lines at least
        return False
    marked = all(MARK.match(line) for line in deeds) or all(is_deed_like(line) for line in deeds)
    return marked and all(is_deadline_like(MARK.sub("", line)) for line in times)


def _lines(text: str, count: int) -> list[str]:
    """The cell's lines without their marks, one for each part; a cell of another size goes to every part whole."""
    lines = text.split("\n")
    if len(lines) != count:
        return [text] * count
    return [MARK.sub("", line) for line in lines] if all(map(MARK.match, lines)) else lines
