"""The note as its page shows it: sections of paragraphs, figures as links to the margin, marks of changed data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from municipal.notes.domain.draft import StoredNote, document_of
from municipal.notes.domain.marks import Mark, Marks
from municipal.notes.domain.printable import NUMBERED
from municipal.notes.domain.readiness import SectionState, section_states
from municipal.notes.presenters.paragraphs import Paragraph, paragraph_of


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
        closing=tuple(paragraph_of(note, block, marks) for block in note.blocks if block.section == "closing"),
    )


def _section(note: StoredNote, marks: Marks, state: SectionState) -> Section:
    blocks = [block for block in note.blocks if block.section == state.section]
    shown = [block for block in blocks if not (block.is_removed and note.info.is_signed)]
    shown = [block for block in shown if not (block.is_unanswered and note.info.is_signed)]
    list_tag = "ol" if state.section in NUMBERED else "ul"
    paragraphs = [paragraph_of(note, block, marks) for block in shown]
    runs = groupby(paragraphs, key=lambda one: list_tag if one.is_item and not one.is_prompt else "p")
    offered = tuple(mark for mark in marks.blocks if mark.block is None and mark.section == state.section)
    return Section(state, tuple(Run(tag, tuple(group)) for tag, group in runs), offered)
