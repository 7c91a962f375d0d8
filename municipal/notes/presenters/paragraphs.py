"""A paragraph of the note as its page shows it: figures as links to the margin, what has changed under it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from municipal.notes.domain.carrying import bind
from municipal.notes.domain.draft import StoredBlock, StoredNote
from municipal.notes.domain.marks import Mark, Marks
from municipal.notes.domain.rulebook import PROMPT
from municipal.notes.domain.spans import Figure, Span
from municipal.notes.domain.staleness import Change, Staleness
from municipal.notes.domain.values.value import Value
from municipal.notes.presenters.glosses import Gloss, gloss, is_explained


@dataclass(frozen=True, slots=True)
class Piece:
    """Text, or a figure that leads to its gloss; ``is_old``: today it would be another."""

    text: str
    gloss_id: str = ""
    is_old: bool = False


@dataclass(frozen=True, slots=True)
class MarkLine:
    """One changed figure: «Действующих пар и групп: было 42, стало 43»."""

    title: str
    was: str
    now: str


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
    changes: tuple[MarkLine, ...] = ()

    @property
    def is_gone(self) -> bool:
        """Today's data would not say it at all."""
        return self.mark is not None and self.mark.stale.staleness is Staleness.GONE

    @property
    def name(self) -> str:
        """The first words, to tell buttons apart."""
        words = "".join(piece.text for piece in self.lines[0]).split() if self.lines else []
        return " ".join(words[:6])


def paragraph_of(note: StoredNote, block: StoredBlock, marks: Marks) -> Paragraph:
    """A changed figure leads to the mark of its paragraph, any other to a gloss of its own."""
    mark, values = marks.of(block.id), note.values_of(block)
    changed = {change.key: change for change in mark.stale.changes} if mark else {}
    ids: dict[str, str] = dict.fromkeys(changed, f"m{block.id}")
    glosses: list[Gloss] = []
    for figure in block.composed.figures:
        if figure.key not in ids and is_explained(figure, values):
            ids[figure.key] = f"g{block.id}-{len(glosses) + 1}"
            glosses.append(gloss(ids[figure.key], figure, values))
    lines = tuple(tuple(_pieces(line, ids, changed.keys(), values)) for line in _lines(block))
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
        changes=tuple(_changes(block, values, changed)),
    )


def _changes(block: StoredBlock, values: Mapping[str, Value], changed: Mapping[str, Change]) -> Iterator[MarkLine]:
    told: set[str] = set()
    for figure in block.composed.figures:
        if figure.key in changed and figure.key not in told and figure.key in values:
            told.add(figure.key)
            change = changed[figure.key]
            yield MarkLine(gloss("", figure, values).title, change.was, change.now)


def _lines(block: StoredBlock) -> Iterator[tuple[Span, ...]]:
    if block.is_own or not block.edited:
        yield block.composed.spans
        return
    for line in block.edited.splitlines():
        yield bind(line, block.composed.figures)


def _pieces(
    line: tuple[Span, ...], ids: Mapping[str, str], changed: Collection[str], values: Mapping[str, Value]
) -> Iterator[Piece]:
    for span in line:
        if isinstance(span, Figure) and is_explained(span, values):
            yield Piece(span.text, ids.get(span.key, ""), span.key in changed)
        else:
            yield Piece(span.text)
