"""Rows with one text: a stage, a sub-heading, an activity of which nothing else is known, a note, a torn-off tail."""

# ruff: noqa: PLR2004 -- weights and thresholds, found by trying on real and made-up roadmaps, stand where they act

import re
from collections.abc import Sequence
from enum import StrEnum

from schools.roadmap.domain.importing.entries import Entry
from schools.roadmap.domain.importing.item_numbers import ItemNumber
from schools.roadmap.domain.importing.likeness import MONTH
from schools.roadmap.domain.importing.roles import Role
from schools.roadmap.domain.importing.stage_titles import STAGE_WORD, stage_number
from schools.roadmap.domain.importing.words import plain


class Heading(StrEnum):
    STAGE = "stage"
    STAGE_NOTE = "stage_note"
    GROUP = "group"
    ACTIVITY = "activity"
    TAIL = "tail"
    NOTE = "note"


PURPOSE = re.compile(r"^(?:цель|цели|задачи?|ожидаемые результаты|результат)\b(?:\s(?:данного\s)?этапа)?\s?[:–—-]")
FOOTNOTE = re.compile(
    r"^(?:\*|примечани|итого\b|всего\b|согласован|утвержд(?:аю|ен)|рассмотрен|исполнитель:|"
    r"приложение\b|продолжение таблицы|стр\.)|_{3,}"
)
MONTH_TITLE = re.compile(rf"^(?:{MONTH})(?:[\s,–—-]+(?:{MONTH}))*(?:\s+20\d\d)?(?:\s*г(?:ода|\.)?)?$")
TITLE = re.compile(r"дорожн\w+ карт|план мероприятий|план работы|п л а н")
MAX_STAGE = 120
TAIL_START = re.compile(r"^(?:[а-яё]|[•·–—-]\s?\S)")


def kind_of(entries: Sequence[Entry], index: int) -> Heading:
    """What the lone text of ``entries[index]`` is, judged with the rows around it."""
    entry = entries[index]
    text, flat = entry.lone_text, plain(entry.lone_text)
    if FOOTNOTE.search(flat) or FOOTNOTE.search(text):
        return Heading.NOTE
    if PURPOSE.match(flat) and index and not re.match(r"^(?:задача|цель) \d", flat):
        return Heading.STAGE_NOTE
    if STAGE_WORD.match(flat) or entry.number.is_roman or is_month_title(text):
        return Heading.STAGE
    if entry.number.depth >= 2:
        return _deep(entries, index)
    if entry.number.depth == 1:
        return _shallow(entries, index)
    return _unnumbered(entries, index)


def is_month_title(text: str) -> bool:
    """«Сентябрь», «Октябрь – ноябрь 2025 года»: a plan by months, its section names are its deadlines."""
    return bool(MONTH_TITLE.match(plain(text)))


def is_document_title(text: str) -> bool:
    return bool(TITLE.search(plain(text)))


def _deep(entries: Sequence[Entry], index: int) -> Heading:
    entry = entries[index]
    following = entries[index + 1].number if index + 1 < len(entries) else None
    if entry.is_wide or (following and entry.number.is_parent_of(following)):
        same_depth = [other.number.depth for other in entries if not other.lone_text and other.number.depth]
        is_section = (
            bool(same_depth) and entry.number.depth < min(same_depth) and not _has_parent(entries, entry.number)
        )
        return Heading.STAGE if is_section else Heading.GROUP
    return Heading.ACTIVITY


def _has_parent(entries: Sequence[Entry], number: ItemNumber) -> bool:
    return any(
        other.number.is_parent_of(number) or stage_number(other.lone_text)[0] == str(number.parts[0])
        for other in entries
        if other.lone_text
    )


def _shallow(entries: Sequence[Entry], index: int) -> Heading:
    entry = entries[index]
    if entry.is_wide or any(entry.number.is_parent_of(other.number) for other in entries[index + 1 :]):
        return Heading.STAGE
    if _is_bare(entry):
        return Heading.ACTIVITY
    if _is_bold(entry) and not any(_is_bold(other) for other in entries if not other.lone_text):
        return Heading.STAGE
    full = [other.number for other in entries if not other.lone_text and other.number.depth == 1]
    before = next((o.number for o in reversed(entries[:index]) if o.number.depth == 1 and not o.lone_text), None)
    after = next((other.number for other in entries[index + 1 : index + 2] if not other.lone_text), None)
    here = entry.number.parts[0]
    goes_on = (before is not None and before.parts == (here - 1,)) or (after is not None and after.parts == (here + 1,))
    return Heading.ACTIVITY if full and goes_on else Heading.STAGE


def _unnumbered(entries: Sequence[Entry], index: int) -> Heading:
    entry = entries[index]
    text = entry.lone_text
    if TAIL_START.match(text) and index and not entry.is_wide:
        return Heading.TAIL
    if entry.is_wide or _is_bold(entry) or (text.isupper() and len(text) > 4):
        return Heading.STAGE
    if _is_bare(entry):
        return Heading.ACTIVITY
    marked = any(
        other.lone_text and (other.is_wide or other.number.depth or STAGE_WORD.match(plain(other.lone_text)))
        for other in entries
    )
    last = index + 1 >= len(entries) or bool(entries[index + 1].lone_text)
    if not last and len(text) <= MAX_STAGE and _others_are_full(entries):
        return Heading.STAGE
    return Heading.ACTIVITY if marked or last else Heading.STAGE


def _is_bold(entry: Entry) -> bool:
    return any(cell.bold for cell in entry.line.cells if cell.text)


def _others_are_full(entries: Sequence[Entry]) -> bool:
    """Every row but the lone ones has all its cells (or its number, where rows are counted): nothing is left empty."""
    full = [entry for entry in entries if not entry.lone_text]
    named = [index for index, column in enumerate(entries[0].columns) if column.header or column.role is not Role.OTHER]
    if len(full) < 4 or len(named) < 3:
        return False
    counted = any(column.role is Role.NUMBER for column in entries[0].columns)
    whole = sum(
        bool(entry.own(Role.NUMBER)) if counted else all(entry.texts[index] or entry.above[index] for index in named)
        for entry in full
    )
    return whole >= 0.95 * len(full)


def _is_bare(entry: Entry) -> bool:
    """The table has nothing beside its texts, so a lone text is the rule there."""
    roles = {column.role for column in entry.columns}
    return not roles & {Role.DEADLINE, Role.START, Role.RESPONSIBLE, Role.RESULT, Role.MONTH}
