"""Rows laid into columns: each text in the column it belongs to, shifted rows put straight."""

# ruff: noqa: PLR2004 -- weights and thresholds, found by trying on real and made-up roadmaps, stand where they act

from dataclasses import dataclass, field

from schools.roadmap.domain.importing.alignment import align, profile
from schools.roadmap.domain.importing.item_numbers import NO_NUMBER, ItemNumber, read_number, split_number
from schools.roadmap.domain.importing.likeness import deadline_likeness, is_deadline_like, is_number, is_people_like
from schools.roadmap.domain.importing.lines import Line
from schools.roadmap.domain.importing.roles import Column, Role
from schools.roadmap.domain.importing.words import plain

TIMED = (Role.DEADLINE, Role.START, Role.END)
HELD_BELOW = frozenset({*TIMED, Role.RESPONSIBLE, Role.RESULT})


@dataclass
class Entry:
    """One row in terms of columns: own texts, texts continued by a merge from above, and how it was laid."""

    line: Line
    columns: tuple[Column, ...]
    texts: list[str]
    above: list[str]
    is_wide: bool = False
    is_realigned: bool = False
    number: ItemNumber = NO_NUMBER
    overflow: list[str] = field(default_factory=list)

    def own(self, role: Role) -> str:
        """The row's own text in the columns of a role."""
        found = [text for column, text in zip(self.columns, self.texts, strict=True) if column.role is role and text]
        return "\n".join(found)

    def held(self, role: Role) -> str:
        """The row's own text, or the one that a vertically merged cell carries down to it."""
        own = self.own(role)
        if own:
            return own
        return next((a for c, a in zip(self.columns, self.above, strict=True) if c.role is role and a), "")

    def is_merged(self, role: Role) -> bool:
        return not self.own(role) and bool(self.held(role))

    @property
    def lone_text(self) -> str:
        """The only text of the row beside its number; an empty string when there are more, or cells merged into it."""
        others = [
            text
            for column, text in zip(self.columns, self.texts, strict=True)
            if text and not (column.role is Role.NUMBER and is_number(text))
        ]
        if len(set(others)) != 1 or (len(others) > 1 and not self.is_wide):
            return ""
        carried = any(a and c.role in HELD_BELOW for c, a in zip(self.columns, self.above, strict=True))
        return "" if carried and not self.is_wide else others[0]


def lay(line: Line, columns: tuple[Column, ...]) -> Entry:
    """The row in its columns: by order where it has as many cells, else by the grid; then shifts are looked for."""
    entry = Entry(line, columns, [""] * len(columns), [""] * len(columns))
    by_order = len(line.cells) == len(columns)
    for index, cell in enumerate(line.cells):
        place = index if by_order else _place(cell.column, cell.end, columns)
        above = line.above[index]
        if place is None:
            if cell.text:
                entry.overflow.append(cell.text)
        else:
            entry.texts[place] = "\n".join(part for part in (entry.texts[place], cell.text) if part)
            entry.above[place] = entry.above[place] or above
    entry.is_wide = _is_wide(line, columns)
    is_short = len(line.filled) > 2 and bool(columns) and line.cells[-1].end < columns[-1].right
    if not entry.is_wide:
        _swap_time_and_people(entry)
    if not entry.is_wide and (entry.overflow or is_short or _contradicts(entry)):
        _realign(entry)
    entry.number = _number(entry)
    return entry


def _swap_time_and_people(entry: Entry) -> None:
    """The deadline written under «Ответственный» and the people under «Срок»."""
    roles = [column.role for column in entry.columns]
    if Role.DEADLINE not in roles or Role.RESPONSIBLE not in roles:
        return
    time, people = roles.index(Role.DEADLINE), roles.index(Role.RESPONSIBLE)
    here, there = entry.texts[time], entry.texts[people]
    if (
        is_people_like(here)
        and deadline_likeness(here) < 0.34
        and is_deadline_like(there)
        and not is_people_like(there)
    ):
        entry.texts[time], entry.texts[people] = there, here
        entry.is_realigned = True


def _place(left: int, right: int, columns: tuple[Column, ...]) -> int | None:
    shared = [min(right, column.right) - max(left, column.left) for column in columns]
    best = max(shared, default=0)
    return shared.index(best) if best > 0 else None


def _is_wide(line: Line, columns: tuple[Column, ...]) -> bool:
    """A cell merged across most of the table, or one text that a converter repeated in every cell."""
    texts = [cell for cell in line.cells if cell.text and not is_number(cell.text)]
    if len(texts) != 1:
        return len(texts) > 2 and len({plain(cell.text) for cell in texts}) == 1 and len(texts) >= len(line.cells) - 1
    covered = sum(1 for column in columns if column.left < texts[0].end and texts[0].column < column.right)
    return covered > 1 and covered >= len(columns) - 2


def _contradicts(entry: Entry) -> bool:
    """Some cell plainly stands in a wrong column."""
    roles = [column.role for column in entry.columns]
    filled = [index for index, text in enumerate(entry.texts) if text]
    if Role.NUMBER in roles and len(filled) > 1:
        text = entry.texts[roles.index(Role.NUMBER)]
        if len(text) > 15 and not is_number(text) and not split_number(text)[0].depth:
            return True
    if Role.DEADLINE not in roles:
        return False
    home = roles.index(Role.DEADLINE)
    here, carried = entry.texts[home], entry.above[home]
    strays = [
        i
        for i in filled
        if i != home and roles[i] not in (*TIMED, Role.NUMBER, Role.STAGE) and is_deadline_like(entry.texts[i])
    ]
    if here:
        return bool(strays) and deadline_likeness(here) < 0.34
    return not carried and any(abs(index - home) == 1 for index in strays)


def _realign(entry: Entry) -> None:
    filled = [(index, text) for index, text in enumerate(entry.texts) if text]
    filled += [(len(entry.columns), text) for text in entry.overflow]
    places, _ = align(
        [profile([text]) for _, text in filled], [c.role for c in entry.columns], [index for index, _ in filled]
    )
    if any(place < 0 for place in places):
        return
    entry.texts = [""] * len(entry.columns)
    for (_, text), place in zip(filled, places, strict=True):
        entry.texts[place] = text
    entry.is_realigned = True
    entry.overflow = []


def _number(entry: Entry) -> ItemNumber:
    own = entry.own(Role.NUMBER)
    if own:
        found = read_number(own)
        return found if found.depth else split_number(own)[0]
    text = entry.own(Role.ACTIVITY) or entry.lone_text
    found, rest = split_number(text)
    return NO_NUMBER if is_list_of_deeds(found, rest) else found


def is_list_of_deeds(number: ItemNumber, rest: str) -> bool:
    """«1. Издать приказ. 2. Ознакомить …» is a list inside the cell: its «1.» is no item number."""
    return number.parts == (1,) and any(
        mark in f" {rest}".replace("\n", " ") for mark in (" 2.", " 2)", ".2.", ";2.", ";2)")
    )
