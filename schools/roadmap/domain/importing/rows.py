"""Rows of a block turned into stages, groups and activities, one after another."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from schools.roadmap.domain.importing.deadlines_of_rows import Phrase, phrase_in_text, phrase_of
from schools.roadmap.domain.importing.drafts import Draft, RowDraft
from schools.roadmap.domain.importing.entries import Entry, is_list_of_deeds
from schools.roadmap.domain.importing.headings import Heading, is_document_title, is_month_title, kind_of
from schools.roadmap.domain.importing.item_numbers import NO_NUMBER, ItemNumber, split_number
from schools.roadmap.domain.importing.raw import Merge
from schools.roadmap.domain.importing.result import ImportedGroup, RawLine, Severity
from schools.roadmap.domain.importing.roles import Role
from schools.roadmap.domain.importing.stage_titles import STAGE_WORD
from schools.roadmap.domain.importing.words import one_line, plain

TEXT_ROLES = frozenset({Role.NUMBER, Role.STAGE, Role.ACTIVITY, Role.CONTENT, Role.OTHER})
WORDS, SIGNATURE = re.compile(r"[^\W\d_]"), re.compile(r"_{4,}")
EXTRA_ROLES = frozenset({Role.OTHER, Role.NOTE, Role.INDICATOR, Role.UNIT, Role.YEAR})


@dataclass
class RowReader:
    """Reads blocks in order into ``draft``; the current group and month live between rows and between tables."""

    draft: Draft
    group: ImportedGroup | None = None
    month: str = ""
    stage_column_slips: bool = False
    counts_stages: bool = True

    def read(self, entries: Sequence[Entry]) -> None:
        merged_times = any(
            cell.merge is Merge.CONTINUES
            for entry in entries
            for cell in entry.line.cells
            if _is_time_cell(entry, cell.column)
        )
        full = [entry for entry in entries if not entry.lone_text]
        self.counts_stages = not any(e.own(Role.NUMBER) and not e.own(Role.STAGE) for e in full)
        for index, entry in enumerate(entries):
            if entry.lone_text:
                self._lone(entries, index)
            elif _heads_its_children(entries, index):
                self._open_stage(entry.own(Role.ACTIVITY), entry.number)
                self.month = phrase_of(entry).text
            else:
                self._full(entry, may_guess=not merged_times)
            if entry.is_realigned and not entry.lone_text and self.draft.rows:
                row = self.draft.rows[-1]
                message = f"Строка «{one_line(row.text, 60)}»: ячейки сдвинуты, они разложены по столбцам заново."
                self.draft.warn("row_shifted", message, row=row)

    def _lone(self, entries: Sequence[Entry], index: int) -> None:
        entry = entries[index]
        place = next((c for c, t in zip(entry.columns, entry.texts, strict=True) if t == entry.lone_text), None)
        if place and place.role not in TEXT_ROLES and not entry.is_wide:
            self._join(entry)
            return
        if place and place.role is Role.STAGE and not entry.is_wide:
            self._open_stage(entry.lone_text, entry.number)
            return
        roles = {column.role for column in entry.columns}
        in_content = place is not None and place.role is Role.CONTENT and Role.ACTIVITY in roles
        in_deeds = place is not None and place.role is Role.ACTIVITY and Role.STAGE in roles
        if (in_content or in_deeds) and not entry.is_wide:
            self._full(entry, may_guess=True)
            return
        actions = {
            Heading.STAGE: lambda: self._open_stage(entry.lone_text, entry.number),
            Heading.STAGE_NOTE: lambda: self.draft.add_stage_note(entry.lone_text),
            Heading.GROUP: lambda: self._open_group(entry),
            Heading.TAIL: lambda: self._join(entry),
            Heading.ACTIVITY: lambda: self._full(entry, may_guess=False),
            Heading.NOTE: lambda: self._set_aside(entry, "сноска или служебная надпись"),
        }
        actions[kind_of(entries, index)]()

    def _open_stage(self, text: str, number: ItemNumber) -> None:
        if is_document_title(text) and not self.draft.rows and not number.depth:
            return
        self.draft.open_stage(text, number.text)
        self.group = None
        self.month = one_line(text) if is_month_title(text) else phrase_in_text(one_line(text))[1].text

    def _open_group(self, entry: Entry) -> None:
        number, rest = split_number(entry.lone_text)
        title = one_line(rest if number.depth else entry.lone_text)
        self.group = ImportedGroup(entry.number.text, title, self.draft.stage, entry.line.table, entry.line.row)
        self.draft.groups.append(self.group)

    def _set_aside(self, entry: Entry, reason: str) -> None:
        cells = tuple(entry.line.filled)
        self.draft.unrecognised.append(RawLine(entry.line.table, entry.line.row, cells, reason))

    def _full(self, entry: Entry, *, may_guess: bool) -> None:
        number, text, content = self._wording(entry)
        if not text:
            if any(role is not Role.NUMBER for role in _filled_roles(entry)):
                self._join(entry)
            return
        if not WORDS.search(text) or SIGNATURE.search(text):
            self._set_aside(entry, "место для подписи")
            return
        if self._is_tail(entry, number, text):
            self._join(entry)
            return
        has_time = bool(
            {Role.DEADLINE, Role.START, Role.END, Role.MONTH} & {column.role for column in entry.columns}
        ) or any(column.also for column in entry.columns)
        phrase = phrase_of(entry)
        if not has_time:
            text, phrase = phrase_in_text(text)
        if not phrase.text and self.month:
            phrase = Phrase(self.month, "heading")
        self._leave_group(number)
        self.draft.rows.append(
            RowDraft(
                number,
                self.draft.stage,
                self.group.title if self.group else "",
                text,
                content,
                phrase,
                "\n".join(part for part in (_people(entry), phrase.people) if part),
                entry.held(Role.RESULT),
                _extra(entry),
                entry.line.table,
                entry.line.row,
                tuple(entry.line.texts),
                has_time or bool(phrase.text),
                may_guess,
                is_continuing=not entry.own(Role.NUMBER)
                and not entry.own(Role.ACTIVITY)
                and not entry.held(Role.RESPONSIBLE),
            )
        )

    def _wording(self, entry: Entry) -> tuple[ItemNumber, str, str]:
        """Number, text and content of an activity; opens the stage that the row's own stage cell names."""
        stage, text, content = entry.held(Role.STAGE), entry.held(Role.ACTIVITY), entry.own(Role.CONTENT)
        if not text:
            number_cell = "" if entry.number.depth else entry.own(Role.NUMBER)
            text = number_cell or ("" if content else entry.lone_text)
        if stage and self.stage_column_slips and not text and not entry.number.depth:
            stage, text = "", stage
        elif entry.own(Role.STAGE):
            self.stage_column_slips = entry.is_realigned and not entry.number.depth
        if stage and not (self.draft.stages and plain(self.draft.stages[-1].title) == plain(_title(stage))):
            self._open_stage(stage, entry.number if self.counts_stages else NO_NUMBER)
        if not text:
            text, content = (content, "") if content else (stage if entry.own(Role.STAGE) else "", "")
        number, text = _without_number(entry, text)
        return number, text.strip(), content

    def _is_tail(self, entry: Entry, number: ItemNumber, text: str) -> bool:
        """The second half of a row that a page break cut: no number, no time, and the text goes on in lower case."""
        if number.depth or not self.draft.rows or entry.own(Role.STAGE) or not text[0].islower():
            return False
        return not phrase_of(entry).text and bool(self.draft.rows[-1].number.depth) and not entry.held(Role.RESPONSIBLE)

    def _join(self, entry: Entry) -> None:
        """Add the texts of a torn-off row to the activity above it."""
        if not self.draft.rows or self.draft.rows[-1].table + 1 < entry.line.table:
            self._set_aside(entry, "строка без мероприятия")
            return
        row = self.draft.rows[-1]
        row.text = _joined(row.text, entry.own(Role.ACTIVITY) or (entry.lone_text if entry.is_wide else ""))
        row.content = _joined(row.content, entry.own(Role.CONTENT))
        row.responsible = _joined(row.responsible, entry.own(Role.RESPONSIBLE))
        row.result = _joined(row.result, entry.own(Role.RESULT))
        time = phrase_of(entry)
        if time.text and time.source == "cell":
            row.phrase = Phrase(_joined(row.phrase.text, time.text), "cell", row.phrase.people)
        message = (
            f"Строка «{one_line(' '.join(entry.line.filled), 60)}» присоединена к мероприятию "
            f"«{one_line(row.text, 60)}»."
        )
        self.draft.warn("row_joined", message, Severity.INFO, row=row)

    def _leave_group(self, number: ItemNumber) -> None:
        """A group with children of its own number ends at the first row that is not its child."""
        if not self.group or not number.depth:
            return
        depth = self.group.number.count(".") + 1 if self.group.number else 0
        had_children = any(r.group == self.group.title and r.number.depth > depth for r in self.draft.rows)
        if depth and had_children and not number.text.startswith(self.group.number + "."):
            self.group = None


def _heads_its_children(entries: Sequence[Entry], index: int) -> bool:
    """«1. Подготовительный этап» with a deadline of its own, over 1.1, 1.2 … that have none: a stage, not a deed."""
    entry = entries[index]
    if entry.number.depth != 1 or not entry.own(Role.ACTIVITY) or index + 1 >= len(entries):
        return False
    child = entries[index + 1]
    if not entry.number.is_parent_of(child.number):
        return False
    return bool(STAGE_WORD.match(plain(entry.own(Role.ACTIVITY)))) or not phrase_of(child).text


def _is_time_cell(entry: Entry, column: int) -> bool:
    return any(c.role in (Role.DEADLINE, Role.START, Role.END) and c.left <= column < c.right for c in entry.columns)


def _without_number(entry: Entry, text: str) -> tuple[ItemNumber, str]:
    """The row's number, and its text without it where it was glued on."""
    if entry.own(Role.NUMBER) and entry.number.depth:
        return entry.number, text
    found, rest = split_number(text)
    counted = any(column.role is Role.NUMBER for column in entry.columns)
    if found.depth == 1 and counted:
        return entry.number, text  # the items are counted in their own column: this is a list inside the cell
    if not found.depth or is_list_of_deeds(found, rest) or entry.own(Role.CONTENT) == text:
        return entry.number, text
    return found, rest


def _filled_roles(entry: Entry) -> list[Role]:
    return [column.role for column, text in zip(entry.columns, entry.texts, strict=True) if text]


def _title(stage: str) -> str:
    number, rest = split_number(one_line(stage))
    return rest if number.depth else one_line(stage)


def _people(entry: Entry) -> str:
    both = any(column.also for column in entry.columns)
    return "" if both else entry.held(Role.RESPONSIBLE)


def _joined(first: str, second: str) -> str:
    return "\n".join(part for part in (first, second) if part)


def _extra(entry: Entry) -> dict[str, str]:
    extra: dict[str, str] = {}
    for index, (column, text) in enumerate(zip(entry.columns, entry.texts, strict=True)):
        if column.role in EXTRA_ROLES and (text or entry.above[index]):
            title = one_line(column.header) or f"Столбец {index + 1}"
            extra[title] = "\n".join(part for part in (extra.get(title, ""), text or entry.above[index]) if part)
    return extra
