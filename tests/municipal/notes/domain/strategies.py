"""Random districts: any school may report, be late, lack any line, or have nothing to do with it."""

from datetime import date

from hypothesis import strategies as st

from municipal.indicators.facts import (
    Cell,
    DocumentValue,
    Facts,
    OrganisationKind,
    ShareValue,
    cell_of,
    exempt,
    missing,
)
from municipal.notes.domain.note_input import NoteInput, Standing
from tenants.domain.school_year import Season
from tests.municipal.notes.sample import note_input, own_publications

COUNTS = (
    *("C3", "D7", "D14", "E2", "E3", "E4", "E6", "E7", "E8", "E9", "E10", "E11", "E12"),
    *("F1", "F2", "F3", "G1", "G3", "G4", "G5", "G6", "G7", "G8", "G9", "G10", "H1", "H2", "H5", "I1", "I2"),
)
DOCUMENTS = ("B1", "B2", "B3", "B4", "B5", "B6", "B7", "C1", "C7")
SHARES = ("B8", "B9", "H3", "H4", "H6", "H7")
MAY_ONLY = ("C7", "H3", "H4", "H6", "H7", "I1")
FORMATS = ("pupil_pupil", "teacher_teacher", "teacher_pupil")
silent_cells = st.sampled_from([missing("не знаем"), exempt("не к нам")])


@st.composite
def share_values(draw: st.DrawFn) -> ShareValue:
    base = draw(st.integers(1, 40))
    return ShareValue(draw(st.integers(0, base)), base)


documents = st.builds(
    lambda present, url: DocumentValue(present=present, url="https://x.example/1" if url else ""),
    st.booleans(),
    st.booleans(),
)


def answered(values: st.SearchStrategy[int | DocumentValue | ShareValue]) -> st.SearchStrategy[Cell]:
    """Mostly answers, sometimes «нет данных» or «не применяется»."""
    return st.one_of(values.map(cell_of), values.map(cell_of), values.map(cell_of), silent_cells)


@st.composite
def pairs_cells(draw: st.DrawFn) -> Cell:
    parts = {code: draw(st.integers(0, 12)) for code in FORMATS}
    total = sum(parts.values())
    return draw(st.one_of(st.just(cell_of(total, parts={c: n for c, n in parts.items() if n})), silent_cells))


@st.composite
def facts(draw: st.DrawFn, season: Season) -> Facts:
    cells = {code: draw(answered(st.integers(0, 30))) for code in COUNTS}
    cells |= {code: draw(answered(documents)) for code in DOCUMENTS}
    cells |= {code: draw(answered(share_values())) for code in SHARES}
    cells["E1"] = draw(pairs_cells())
    cells["C2"] = draw(st.one_of(st.dates(date(2025, 1, 1), date(2025, 12, 1)).map(cell_of), silent_cells))
    if season is Season.OCTOBER:
        cells = {code: cell for code, cell in cells.items() if code not in MAY_ONLY}
    return Facts("2026", season, OrganisationKind.SCHOOL, date(2025, 10, 1), cells)


class Ready:
    """Stands where a test school stands, with facts already made."""

    def __init__(self, held: Facts) -> None:
        self.held = held

    def facts(self) -> Facts:
        return self.held


@st.composite
def districts(draw: st.DrawFn, *, most: int = 5) -> tuple[str, NoteInput]:
    """A kind of note and its input."""
    season = draw(st.sampled_from(list(Season)))
    expected = draw(st.integers(1, most))
    ids = range(1, expected + 1)
    now = {i: Ready(draw(facts(season))) for i in draw(st.sets(st.sampled_from(ids)))}
    standings = {i: draw(st.sampled_from(list(Standing))) for i in ids if i not in now}
    past = [
        {i: Ready(draw(facts(season))) for i in draw(st.sets(st.sampled_from(ids), max_size=2))}
        if draw(st.booleans())
        else None
        for _ in range(2)
    ]
    targets = {"MENTEES_PUPILS_10_19_SHARE": {None: draw(st.integers(1, 100))}} if draw(st.booleans()) else {}
    given = note_input(
        now,
        expected=expected,
        season=season,
        previous=past[0],
        year_ago=past[1],
        late=draw(st.lists(st.sampled_from(ids), max_size=2)),
        standings=standings,
        targets=targets,
        publications=own_publications(draw(st.integers(0, 6))),
        basis=draw(st.sampled_from(["", "приказ управления образования от 15.09.2025 № 212"])),
    )
    return season.value, given
