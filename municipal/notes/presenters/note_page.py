"""The note as its page shows it: sections of paragraphs, figures as links to the margin, marks of changed data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from municipal.notes.domain.carrying import bind
from municipal.notes.domain.draft import StoredBlock, StoredNote, document_of
from municipal.notes.domain.marks import Mark, Marks
from municipal.notes.domain.printable import NUMBERED
from municipal.notes.domain.readiness import SectionState, section_states
from municipal.notes.domain.rulebook import PROMPT
from municipal.notes.domain.spans import Figure, Span
from municipal.notes.domain.staleness import Staleness
from municipal.notes.presenters.glosses import Gloss, gloss, is_explained


@dataclass(frozen=True, slots=True)
class Piece:
    """Text, or a figure that leads to its gloss; ``is_old``: today it would be another."""

    text: str
    gloss_id: str = ""
    is_old: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; ``lines`` are several where the methodist wrote several."""

    id: int
    lines: tuple[tuple[Piece, ...], ...]
    glosses: tuple[Gloss, ...]
    is_item: bool
    is_edited: bool
    is_removed: bool
    is_prompt: bool
    mark: Mark | None

    @property
    def is_gone(self) -> bool:
        """Today's data would not say it at all."""
        return self.mark is not None and self.mark.stale.staleness is Staleness.GONE

    @property
    def name(self) -> str:
        """The first words, to tell buttons apart."""
        words = "".join(piece.text for piece in self.lines[0]).split() if self.lines else []
        return " ".join(words[:6])


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring paragraphs: plain ones («p»), or items of a list («ul», «ol»)."""

    tag: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A section with what stands beside it."""

    state: SectionState
    runs: tuple[Run, ...]
    offered: tuple[Mark, ...]

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        for run in self.runs:
            yield from run.paragraphs

    @property
    def has_margin(self) -> bool:
        """Something stands beside the text."""
        return bool(self.offered) or any(one.glosses or one.mark for one in self.paragraphs)

    @property
    def takes_own(self) -> bool:
        """Findings and recommendations invite the methodist's own words."""
        return self.state.section in NUMBERED


@dataclass(frozen=True, slots=True)
class Step:
    """A line of the list of sections."""

    href: str
    title: str
    code: str
    words: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class NotePage:
    """Everything of the page that comes from the note itself."""

    title: tuple[str, ...]
    sections: tuple[Section, ...]
    steps: tuple[Step, ...]
    changed: int
    annexes_changed: bool
    closing: tuple[Paragraph, ...]


def note_page(note: StoredNote, marks: Marks) -> NotePage:
    """The page of a draft with its marks, or of a signed note without any."""
    states = section_states(note, marks)
    return NotePage(
        title=document_of(note).title,
        sections=tuple(_section(note, marks, state) for state in states),
        steps=tuple(Step(f"#s-{one.section}", one.heading, one.code, one.words) for one in states),
        changed=len(marks.blocks) + marks.annexes,
        annexes_changed=marks.annexes,
        closing=tuple(_paragraph(note, block, marks) for block in note.blocks if block.section == "closing"),
    )


def _section(note: StoredNote, marks: Marks, state: SectionState) -> Section:
    blocks = [block for block in note.blocks if block.section == state.section]
    shown = [block for block in blocks if not (block.is_removed and note.info.is_signed)]
    shown = [block for block in shown if not (block.is_unanswered and note.info.is_signed)]
    list_tag = "ol" if state.section in NUMBERED else "ul"
    paragraphs = [_paragraph(note, block, marks) for block in shown]
    runs = groupby(paragraphs, key=lambda one: list_tag if one.is_item and not one.is_prompt else "p")
    offered = tuple(mark for mark in marks.blocks if mark.block is None and mark.section == state.section)
    return Section(state, tuple(Run(tag, tuple(group)) for tag, group in runs), offered)


def _paragraph(note: StoredNote, block: StoredBlock, marks: Marks) -> Paragraph:
    mark, values = marks.of(block.id), note.values_of(block)
    old = {change.key for change in mark.stale.changes} if mark else set()
    ids: dict[str, str] = {}
    glosses: list[Gloss] = []
    for figure in block.composed.figures:
        if figure.key not in ids and is_explained(figure, values):
            ids[figure.key] = f"g{block.id}-{len(ids) + 1}"
            glosses.append(gloss(ids[figure.key], figure, values, is_old=figure.key in old))
    lines = tuple(tuple(_pieces(line, ids, old)) for line in _lines(block))
    used = {piece.gloss_id for line in lines for piece in line}
    return Paragraph(
        id=block.id,
        lines=lines,
        glosses=tuple(one for one in glosses if one.id in used) if not block.is_removed else (),
        is_item=block.composed.is_item,
        is_edited=bool(block.edited) and not block.is_own,
        is_removed=block.is_removed,
        is_prompt=block.composed.kind == PROMPT and not block.edited,
        mark=mark,
    )


def _lines(block: StoredBlock) -> Iterator[tuple[Span, ...]]:
    if block.is_own or not block.edited:
        yield block.composed.spans
        return
    for line in block.edited.splitlines():
        yield bind(line, block.composed.figures)


def _pieces(line: tuple[Span, ...], ids: dict[str, str], old: set[str]) -> Iterator[Piece]:
    for span in line:
        if isinstance(span, Figure):
            yield Piece(span.text, ids.get(span.key, ""), span.key in old)
        else:
            yield Piece(span.text)
