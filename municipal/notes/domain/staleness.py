"""«Данные изменились: было 42, стало 43»: a stored note against the same note composed anew."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from municipal.notes.domain.composed import Block, Composed
from municipal.notes.domain.phrases import Printer
from municipal.notes.domain.rulebook import Rulebook, load_rulebook
from municipal.notes.domain.spans import Figure
from municipal.notes.domain.values.value import Value
from tenants.domain.russian import NO_DATA


class Staleness(StrEnum):
    """What became of a paragraph."""

    CHANGED = "changed"  # its figures, or the rules it is said by, are others now
    GONE = "gone"  # today's data would not say it
    NEW = "new"  # today's data would say it, the stored note does not


@dataclass(frozen=True, slots=True)
class Change:
    """One figure: «Действующих пар и групп: было 42, стало 43». ``now`` is «нет данных» where it is no longer known."""

    key: str
    title: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class StaleBlock:
    """A paragraph to look at again. ``fresh`` is its text today, empty where it is gone."""

    key: str
    section: str
    staleness: Staleness
    changes: tuple[Change, ...]
    fresh: str


def stale_blocks(
    blocks: Iterable[Block], values: Mapping[str, Value], new: Composed, book: Rulebook | None = None
) -> tuple[StaleBlock, ...]:
    """Stored paragraphs that today's data would say otherwise, then those it would say besides.

    ``blocks`` and ``values`` are what was composed and stored (``Composed.blocks``, ``Composed.printed_values``);
    ``new`` is the same note (kind and number) composed anew. Texts edited by the methodist are not looked at, only the
    figures put into the paragraph. A changed list of schools counts as a changed figure.
    """
    rules = book or load_rulebook()
    # lists are compared name by name, so none is replaced by a reference to its annex
    printer = Printer(new.thresholds["percent_min_base"], new.thresholds["list_limit"], "", lambda _: None)
    stored = list(blocks)
    known = {block.key for block in stored}
    found = [_judged(block, values, new, rules, printer) for block in stored]
    added = [
        StaleBlock(block.key, block.section, Staleness.NEW, (), block.text)
        for block in new.blocks
        if block.key not in known
    ]
    return (*(one for one in found if one is not None), *added)


def _judged(
    was: Block, values: Mapping[str, Value], new: Composed, book: Rulebook, printer: Printer
) -> StaleBlock | None:
    changes: dict[str, Change] = {}
    for figure in was.figures:
        before, after = _said(figure, values, printer), _said(figure, new.values, printer)
        if before != after:
            changes[figure.key] = Change(figure.key, book.values[figure.value_code].said, before, after)
    now = new.block(was.key)
    if now is None:
        return StaleBlock(was.key, was.section, Staleness.GONE, tuple(changes.values()), "")
    if changes or was.text != now.text:
        return StaleBlock(was.key, was.section, Staleness.CHANGED, tuple(changes.values()), now.text)
    return None


def _said(figure: Figure, values: Mapping[str, Value], printer: Printer) -> str:
    value = values.get(figure.key)
    if value is None:
        return NO_DATA
    if value.hidden:
        return "не показано"
    return printer.text(value, figure.form) or "нет"
