"""Sums over schools that name the schools behind them: the note, the board and the region's report share these.

A total is never a bare number: it says which schools gave something, which confirmed a zero, which do not know and
which the line does not concern. Nothing unknown is ever added as a zero.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from municipal.indicators.cell_values import values_of
from municipal.indicators.editions import load_edition
from municipal.indicators.facts import Cell, CellState, DocumentValue, Facts


@dataclass(frozen=True)
class SchoolFacts:
    """A school's id and its form."""

    school_id: int
    facts: Facts

    @cached_property
    def values(self) -> Mapping[str, object]:
        """Names for formulas, made once a form."""
        return values_of(self.facts)


@dataclass(frozen=True, slots=True)
class Total:
    """A sum over schools, by their ids; ``value`` is None where not one school knows.

    ``reported`` gave more than nought, ``zero`` confirmed nought («нет» for a document), ``exempt`` answered «не
    применяется», ``missing`` does not know or left the line empty, ``not_asked`` has no such line in its form.
    """

    value: int | None
    reported: tuple[int, ...]
    zero: tuple[int, ...]
    exempt: tuple[int, ...]
    missing: tuple[int, ...]
    not_asked: tuple[int, ...]

    @property
    def contributors(self) -> tuple[int, ...]:
        """The schools whose answers are in the sum, zeros too, by id."""
        return tuple(sorted(self.reported + self.zero))

    @property
    def applicable(self) -> int:
        """How many schools the line concerns."""
        return len(self.reported) + len(self.zero) + len(self.missing)


def total(code: str, submissions: Sequence[SchoolFacts]) -> Total:
    """The sum of a count over schools; for a document, how many schools have it.

    Raises ValueError for a line that cannot be summed: a share is summed by its indicator, see ``formulas``.
    """
    return _total(code, [(one, _amount(code, one.facts.cell(code))) for one in submissions])


def parts_total(code: str, submissions: Sequence[SchoolFacts]) -> dict[str, Total]:
    """The sum of every part of a count (pairs by mentoring format), largest first.

    A school that gave the count without a part has nought there.
    """
    parts = {part for one in submissions for part in one.facts.cell(code).parts}
    totals = {part: _total(code, [(one, _part(one.facts.cell(code), part)) for one in submissions]) for part in parts}
    return dict(sorted(totals.items(), key=lambda item: (-(item[1].value or 0), item[0])))


def municipal_context(
    submissions: Sequence[SchoolFacts],
    *,
    expected: int,
    accepted: int,
    on_time: int,
    publications_municipal: int | None = None,
) -> dict[str, object]:
    """What municipal indicators read beside the forms (``context`` of indicators.yaml), as far as it is known here."""
    published = total("C7", submissions)
    return {
        "orgs_expected": expected,
        "orgs_accepted": accepted,
        "orgs_on_time": on_time,
        "orgs_may_published": published.value,
        "publications_municipal": publications_municipal,
    }


def _total(code: str, amounts: Iterable[tuple[SchoolFacts, int | None]]) -> Total:
    groups: dict[str, list[int]] = {name: [] for name in ("reported", "zero", "exempt", "missing", "not_asked")}
    known: list[int] = []
    for one, amount in amounts:
        groups[_group(code, one.facts, amount)].append(one.school_id)
        if amount is not None:
            known.append(amount)
    return Total(value=sum(known) if known else None, **{name: tuple(ids) for name, ids in groups.items()})


def _group(code: str, facts: Facts, amount: int | None) -> str:
    if not load_edition(facts.edition).fields[code].is_asked(facts.season, facts.organisation):
        return "not_asked"
    if amount is None:
        return "exempt" if facts.cell(code).state is CellState.EXEMPT else "missing"
    return "reported" if amount else "zero"


def _amount(code: str, cell: Cell) -> int | None:
    if isinstance(cell.value, DocumentValue):
        return int(cell.value.present)
    if cell.value is not None and not isinstance(cell.value, int):
        raise ValueError(f"the line {code} cannot be summed")
    return cell.value


def _part(cell: Cell, part: str) -> int | None:
    return cell.parts.get(part, 0) if cell.is_known else None
