"""Where a draft no longer says what the data say, and what the methodist has already decided about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain

from municipal.notes.domain.composed import Annex, Composed
from municipal.notes.domain.draft import StoredBlock, StoredNote
from municipal.notes.domain.rulebook import PROMPT
from municipal.notes.domain.staleness import StaleBlock, Staleness, stale_blocks


@dataclass(frozen=True, slots=True)
class Mark:
    """«Данные изменились» beside a paragraph. ``block`` is None for one that today's data would say besides."""

    stale: StaleBlock
    block: StoredBlock | None

    @property
    def section(self) -> str:
        return self.stale.section


@dataclass(frozen=True, slots=True)
class Marks:
    """Everything undecided. ``annexes`` is set where the tables would be others today."""

    blocks: tuple[Mark, ...] = ()
    annexes: bool = False

    def __bool__(self) -> bool:
        return bool(self.blocks) or self.annexes

    def of(self, block_id: int) -> Mark | None:
        return next((one for one in self.blocks if one.block is not None and one.block.id == block_id), None)

    def new(self, key: str) -> Mark | None:
        return next((one for one in self.blocks if one.block is None and one.stale.key == key), None)


def marks_of(note: StoredNote, fresh: Composed) -> Marks:
    """The draft against the same note composed from today's data; a signed note is never marked."""
    if note.info.is_signed:
        return Marks()
    judged = chain.from_iterable(_judged(note, block, fresh) for block in note.standing)
    annexes = fresh.annexes != note.annexes and note.annexes_kept != annexes_seal(fresh.annexes)
    return Marks((*judged, *_added(note, fresh)), annexes)


def _judged(note: StoredNote, block: StoredBlock, fresh: Composed) -> Iterable[Mark]:
    if block.is_own or block.is_unanswered:
        return
    for stale in stale_blocks([block.composed], note.values_of(block), fresh):
        if stale.staleness is not Staleness.NEW and seal(stale) != block.kept:
            yield Mark(stale, block)


def _added(note: StoredNote, fresh: Composed) -> Iterable[Mark]:
    known = {block.key for block in note.blocks}
    for block in fresh.blocks:
        if block.key not in known and block.kind != PROMPT:
            yield Mark(StaleBlock(block.key, block.section, Staleness.NEW, (), block.text), None)


def seal(stale: StaleBlock) -> str:
    """What «Оставить» is remembered by: when the data change once more, the seal no longer fits."""
    return _digest(f"{stale.staleness}\n{stale.fresh}")


def annexes_seal(annexes: tuple[Annex, ...]) -> str:
    """The same for the tables of the annexes."""
    return _digest(repr(annexes))


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
