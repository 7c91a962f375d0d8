"""How much of the form is answered, block by block."""

from dataclasses import dataclass

from municipal.indicators.editions import load_edition
from municipal.indicators.facts import Cell, Facts


@dataclass(frozen=True, slots=True)
class BlockProgress:
    """«4 из 9»: required lines of a block that have an answer, and how many there are."""

    code: str
    title: str
    done: int
    total: int

    @property
    def is_complete(self) -> bool:
        return self.done == self.total


@dataclass(frozen=True, slots=True)
class Progress:
    """The same for the whole form."""

    blocks: tuple[BlockProgress, ...]

    @property
    def done(self) -> int:
        return sum(block.done for block in self.blocks)

    @property
    def total(self) -> int:
        return sum(block.total for block in self.blocks)

    @property
    def is_complete(self) -> bool:
        return self.done == self.total


def is_answered(cell: Cell) -> bool:
    """A value is an answer, a zero too; «нет данных» and «не применяется» are answers once they have a reason."""
    return cell.is_known or bool(cell.reason.strip())


def progress(facts: Facts) -> Progress:
    """Answered and all required lines of the form this school is asked in this season."""
    edition = load_edition(facts.edition)
    blocks = []
    for block, lines in edition.blocks_for(facts.season, facts.organisation):
        required = [line for line in lines if line.required]
        done = sum(is_answered(facts.cell(line.code)) for line in required)
        blocks.append(BlockProgress(block.code, block.title, done, len(required)))
    return Progress(tuple(blocks))
