"""A note put together again from stored paragraphs, to be shown, printed or judged."""

from collections.abc import Iterable, Mapping
from datetime import date

from municipal.notes.domain.composed import Annex, Block, Composed, Section
from municipal.notes.domain.rulebook import Rulebook, load_rulebook
from municipal.notes.domain.values.value import Value


def assemble(
    *,
    kind: str,
    number: int,
    title: str,
    municipality: str,
    note_date: date,
    blocks: Iterable[Block],
    annexes: tuple[Annex, ...],
    values: Mapping[str, Value],
    book: Rulebook | None = None,
) -> Composed:
    """Sections in the kind's own order, paragraphs in the order given; a section without paragraphs stays, empty."""
    rules = book or load_rulebook()
    held = list(blocks)
    sections = tuple(
        Section(code, rules.sections[code], tuple(block for block in held if block.section == code))
        for code in rules.kinds[kind].sections
    )
    return Composed(
        kind=kind,
        number=number,
        title=title,
        municipality=municipality,
        note_date=note_date,
        is_region_copy=False,
        sections=sections,
        annexes=annexes,
        values=values,
        thresholds=rules.thresholds,
    )
