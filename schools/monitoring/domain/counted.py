"""A figure of the form with where it came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from municipal.indicators.facts import Cell, Value, cell_of, exempt, missing, share_cell


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One record a figure was counted from, as it is shown inside the school.

    ``page`` is the name of the record's page and ``id`` its key, where it has a page of its own; ``href`` an address
    outside the product.
    """

    title: str
    page: str = ""
    id: int | None = None
    href: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """What the registers say about one line.

    ``how`` completes «Откуда взято: …»; ``note`` is a sentence more: the rule, or what was left out and why. ``rows``
    never leave the school. A cell is missing where the school keeps no such record: that is never nought.
    """

    cell: Cell
    how: str
    rows: tuple[SourceRow, ...] = ()
    note: str = ""


def known(
    value: Value,
    how: str,
    rows: Sequence[SourceRow] = (),
    *,
    note: str = "",
    parts: Mapping[str, int] | None = None,
) -> Counted:
    """A figure that the registers give, a nought included."""
    return Counted(cell_of(value, computed=value, parts=parts), how, tuple(rows), note)


def suggested(text: str, how: str, rows: Sequence[SourceRow] = ()) -> Counted:
    """Words to start from: the curator rewrites them freely, so they are no computed value to be overridden."""
    return Counted(cell_of(text) if text else missing(), how, tuple(rows))


def share(part: int, whole: int, how: str, rows: Sequence[SourceRow] = (), *, nobody: str, note: str = "") -> Counted:
    """A share of people; with nobody to count the line does not apply."""
    return Counted(share_cell(part, whole, nobody=nobody), how, tuple(rows), note)


def unknown(how: str, note: str = "") -> Counted:
    """The school keeps no record of this: the curator is asked."""
    return Counted(missing(), how, note=note)


def not_applicable(reason: str, how: str) -> Counted:
    """The line does not concern the school, and the registers say why."""
    return Counted(exempt(reason), how)
