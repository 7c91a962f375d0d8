"""A note as it is kept: what was composed, what the methodist changed, who signed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from municipal.notes.domain.assembling import assemble
from municipal.notes.domain.composed import Annex, Block, Composed
from municipal.notes.domain.document import Document, Picture, Signature
from municipal.notes.domain.printable import NUMBERED, Edits, Requisites, build_document
from municipal.notes.domain.rulebook import PROMPT
from municipal.notes.domain.spans import Text
from municipal.notes.domain.values.value import Value
from tenants.domain.russian import typo

OWN = "own"


@dataclass(frozen=True, slots=True)
class NoteInfo:
    """The note without its text. ``signed_at`` is None for a draft; then there is at most one a campaign."""

    id: int
    campaign_id: int
    municipality_id: int
    kind: str
    number: int
    version: int
    title: str
    dated: date
    composed_at: datetime
    composed_by: str
    signed_at: datetime | None
    signed_by: str
    signed_position: str
    accepted: int  # how many schools' forms it was composed from

    @property
    def is_signed(self) -> bool:
        return self.signed_at is not None


@dataclass(frozen=True, slots=True)
class StoredBlock:
    """One kept paragraph. ``composed`` is what the rules said (an own paragraph: its text); ``edited`` the methodist's
    words, empty where she left it. ``values`` are those of its figures that differ from the note's."""

    id: int
    composed: Block
    edited: str = ""
    edited_at: datetime | None = None
    is_removed: bool = False
    kept: str = ""
    values: Mapping[str, Value] | None = None

    @property
    def key(self) -> str:
        return self.composed.key

    @property
    def section(self) -> str:
        return self.composed.section

    @property
    def is_own(self) -> bool:
        return self.composed.kind == OWN

    @property
    def is_unanswered(self) -> bool:
        """A prompt nobody has answered: shown on the page, never printed."""
        return self.composed.kind == PROMPT and not self.edited

    @property
    def text(self) -> str:
        """What is printed; nothing for a removed paragraph and an unanswered prompt."""
        if self.is_removed or self.is_unanswered:
            return ""
        return self.edited or self.composed.text


def own_block(block_id: int, section: str, text: str) -> Block:
    """A paragraph of the methodist's own; among findings and recommendations it is an item like the others."""
    return Block(f"{OWN}:{block_id}", section, OWN, (), (Text(typo(text)),), is_item=section in NUMBERED)


@dataclass(frozen=True)
class StoredNote:
    """The whole kept note. ``basis`` are the accepted submissions it was composed from, with their digests;
    ``paper`` the organisation's lines as they were then; ``expected`` the ids and names of the schools that were to
    report; ``annexes_kept`` what the old annexes were kept against."""

    info: NoteInfo
    blocks: tuple[StoredBlock, ...]
    values: Mapping[str, Value]
    annexes: tuple[Annex, ...]
    basis: Mapping[int, str]
    municipality: str
    paper: Requisites
    annexes_kept: str = ""
    expected: tuple[tuple[int, str], ...] = ()

    @cached_property
    def by_id(self) -> Mapping[int, StoredBlock]:
        return {block.id: block for block in self.blocks}

    @property
    def standing(self) -> Iterator[StoredBlock]:
        """Paragraphs that are not removed."""
        return (block for block in self.blocks if not block.is_removed)

    def values_of(self, block: StoredBlock) -> Mapping[str, Value]:
        """The values behind the block's figures as they were when they were put into it."""
        return {**self.values, **block.values} if block.values else self.values

    def composed(self) -> Composed:
        """The note put together again, own paragraphs among the others; edits are applied when it is printed."""
        return assemble(
            kind=self.info.kind,
            number=self.info.number,
            title=self.info.title,
            municipality=self.municipality,
            note_date=self.info.dated,
            blocks=[_answered(block) for block in self.blocks],
            annexes=self.annexes,
            values=self.values,
        )

    @property
    def signatures(self) -> tuple[Signature, ...]:
        """Who signed; for a draft, who is expected to."""
        if self.info.is_signed:
            return (Signature(self.info.signed_position, self.info.signed_by),)
        return self.paper.signatures


def _answered(stored: StoredBlock) -> Block:
    """A prompt answered by the methodist is printed as her own paragraph."""
    if stored.composed.kind == PROMPT and stored.edited:
        return replace(stored.composed, kind=OWN)
    return stored.composed


def document_of(note: StoredNote, charts: Mapping[str, Sequence[Picture]] | None = None) -> Document:
    """The paper: edits applied, removed paragraphs left out, ``charts`` by section code after their section."""
    edits = Edits(
        texts={block.key: block.edited for block in note.blocks if block.edited and not block.is_own},
        removed=frozenset(block.key for block in note.blocks if block.is_removed),
        charts=charts or {},
    )
    return build_document(note.composed(), replace(note.paper, signatures=note.signatures), edits)
