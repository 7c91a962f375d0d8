"""The accepted forms of one monitoring, asked for sums that remember their cells."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from municipal.indicators.facts import Cell, CellState, ShareValue
from municipal.notes.domain.note_input import SchoolFacts
from municipal.notes.domain.values.value import Source, SourcePart, SourceSeason

NUM, DEN = SourcePart.NUMERATOR, SourcePart.DENOMINATOR


@dataclass(frozen=True, slots=True)
class Slice:
    """Forms of one season. Missing, exempt and not asked cells never turn into noughts: they are left out."""

    season: SourceSeason
    forms: tuple[SchoolFacts, ...]

    @property
    def ids(self) -> frozenset[int]:
        return frozenset(form.school_id for form in self.forms)

    def only(self, ids: Collection[int]) -> "Slice":
        return Slice(self.season, tuple(form for form in self.forms if form.school_id in ids))

    def source(self, form: SchoolFacts, field: str, number: int, part: SourcePart = SourcePart.NUMBER) -> Source:
        return Source(form.school_id, form.submission_id, field, number, part, self.season)

    def cells(self, field: str) -> Iterator[tuple[SchoolFacts, Cell]]:
        """The cells of forms that were asked this line and did not answer «не применяется»."""
        for form in self.forms:
            cell = form.facts.cells.get(field)
            if cell is not None and cell.state is not CellState.EXEMPT:
                yield form, cell

    def counts(self, field: str) -> dict[int, int]:
        """School → its known number."""
        return {form.school_id: cell.count for form, cell in self.cells(field) if cell.count is not None}

    def applies(self, field: str) -> bool:
        """Somebody was asked this line and it concerns them."""
        return any(True for _ in self.cells(field))

    def total(self, field: str) -> tuple[Source, ...] | None:
        """The known numbers of a line; None where no form knows it."""
        found = tuple(
            self.source(form, field, cell.count) for form, cell in self.cells(field) if cell.count is not None
        )
        return found or None

    def paired(self, num: str, den: str) -> tuple[Source, ...]:
        """Numbers of both lines, only from forms that know both: a share is never of somebody else's base."""
        tops, bases = self.counts(num), self.counts(den)
        return tuple(
            source
            for form in self.forms
            if form.school_id in tops and form.school_id in bases
            for source in (
                self.source(form, num, tops[form.school_id], NUM),
                self.source(form, den, bases[form.school_id], DEN),
            )
        )

    def shares(self, field: str) -> tuple[Source, ...]:
        """Numerators and denominators of a line that is itself a share."""
        return tuple(
            source
            for form, cell in self.cells(field)
            if isinstance(cell.value, ShareValue)
            for source in (
                self.source(form, field, cell.value.numerator, NUM),
                self.source(form, field, cell.value.denominator, DEN),
            )
        )

    def part_of(self, tops: Sequence[SchoolFacts], bases: Sequence[SchoolFacts], field: str) -> tuple[Source, ...]:
        """«9 из 12 организаций»: one for each form of ``tops`` over one for each form of ``bases``."""
        return (
            *(self.source(form, field, 1, NUM) for form in tops),
            *(self.source(form, field, 1, DEN) for form in bases),
        )
