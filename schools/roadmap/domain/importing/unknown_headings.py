"""A first row whose headings no vocabulary knows («Чем займёмся», «К какому дню»): told by what stands under it."""

# ruff: noqa: PLR2004 -- thresholds stand where they act

from dataclasses import replace

from schools.roadmap.domain.importing.alignment import Profile, profile
from schools.roadmap.domain.importing.blocks import Block, usual_spans
from schools.roadmap.domain.importing.guessing import column_texts, columns_by_content
from schools.roadmap.domain.importing.item_numbers import split_number
from schools.roadmap.domain.importing.likeness import PERSON, is_deadline_like, is_deed_like, is_number
from schools.roadmap.domain.importing.lines import Line
from schools.roadmap.domain.importing.roles import Column, Role

LONGEST = 60


def take_unknown_headings(block: Block) -> None:
    """Make the first full row the block's headings where it is surely no activity: the block is changed in place."""
    spans = usual_spans(block.lines)
    at = next((index for index, line in enumerate(block.lines[:3]) if len(line.filled) > 1), None)
    if block.headings or at is None or len(spans) < 2 or len(block.lines) < at + 3:
        return
    first, rest = block.lines[at], block.lines[at + 1 :]
    if not _may_be_headings(first, len(spans)):
        return
    columns = columns_by_content(rest)
    if columns and not _differs(first, column_texts(rest, spans)):
        return
    if not columns:  # nothing is understood: a person will say what the columns hold, and the row stays at hand
        columns = tuple(Column(*span, "", Role.OTHER, 0.0) for span in spans)
        block.assumed = first
    if len(columns) != len(first.cells):
        return
    block.headings = [first]
    block.lines = rest
    block.columns = tuple(replace(column, header=cell.text) for column, cell in zip(columns, first.cells, strict=True))


def _may_be_headings(line: Line, width: int) -> bool:
    texts = line.filled
    if len(line.cells) != width or len(texts) < width - 1:
        return False
    return not any(
        len(text) > LONGEST
        or is_number(text)
        or is_deadline_like(text)
        or PERSON.search(text)
        or split_number(text)[0].depth
        for text in texts
    )


def _differs(first: Line, under: list[list[str]]) -> bool:
    """A column below is plainly of numbers, deadlines or people, and this cell is not; none of the cells is a deed."""
    profiles = [profile(texts) for texts in under]
    heads = [profile([cell.text]) for cell in first.cells]
    typed = sum(_kind(below) and not _kind(head) for head, below in zip(heads, profiles, strict=True))
    deeds = any(is_deed_like(cell.text) and below.deed > 0.5 for cell, below in zip(first.cells, profiles, strict=True))
    return typed > 0 and not deeds and len(set(first.filled)) == len(first.filled)


def _kind(found: Profile) -> bool:
    return found.filled > 0 and max(found.number, found.deadline, found.people) > 0.5
