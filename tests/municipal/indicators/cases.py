"""Forms to try things on: an honest one for every kind of organisation and season, and ways to spoil it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from municipal.indicators.editions import CURRENT, Field, FieldType, load_edition
from municipal.indicators.facts import (
    Cell,
    DocumentValue,
    Facts,
    OrganisationKind,
    PublicationFact,
    ShareValue,
    Value,
    cell_of,
)
from tenants.domain.school_year import Season

AS_OF = {Season.OCTOBER: date(2025, 10, 1), Season.MAY: date(2026, 5, 20)}
DOCUMENT = DocumentValue(
    True, number="41", dated=date(2025, 9, 3), valid_from=date(2025, 9, 1), valid_to=date(2026, 8, 31)
)
NO_DOCUMENT = DocumentValue(False)
SITE = DocumentValue(True, url="https://shkola.example/nastavnichestvo")


def _counts(written: str) -> dict[str, int]:
    """«C3=4 C4=2» as a mapping."""
    return {code: int(number) for code, number in (one.split("=") for one in written.split())}


_COUNTS = _counts("""
    C3=4 C4=2 C5=1 C6=1
    D1=12 D2=6 D3=3 D4=1 D5=1 D6=1 D7=20 D8=2 D9=8 D10=4 D11=3 D12=3 D13=2 D14=2
    E1=15 E2=12 E3=3 E4=1 E6=10 E7=18 E8=12 E9=3 E10=3 E11=20 E12=11
    F1=240 F2=90 F3=3 F4=32 F5=4 F6=1
    G1=90 G2=95 G3=1 G4=60 G5=6 G6=12 G7=9 G8=2 G9=1 G10=40
    H1=17 H2=9 H5=14 I1=1 I2=2 I3=2
""")
# A kindergarten has no pupils in its registers: its sums stand on adults alone.
_KINDERGARTEN = _counts("D1=8 D7=6 D14=1 E1=4 E2=3 E3=0 E6=4 E7=5 E11=5 E12=5 G1=30 G2=30 G4=20 G5=4 H1=5 H2=5")
_PARTS = {"teacher_teacher": 5, "pupil_pupil": 10}
_SHARES = {
    "B8": ShareValue(28, 28),
    "B9": ShareValue(6, 6),
    "H3": ShareValue(14, 20),
    "H4": ShareValue(8, 11),
    "H6": ShareValue(9, 14),
    "H7": ShareValue(4, 8),
}
_SAID: dict[str, Value] = {
    "A5": "куратор, Лапина О. В.",
    "C1": SITE,
    "C2": date(2025, 9, 20),
    "E5": "Наставник сменил место работы.",
    "H8": "Сильная сторона — опытные педагоги.",
    "I4": "Нужны занятия для наставников.",
}


def honest(
    season: Season = Season.OCTOBER,
    organisation: OrganisationKind = OrganisationKind.SCHOOL,
    /,
    **changes: Value | Cell,
) -> Facts:
    """A form without a single contradiction; ``changes`` are values or whole cells by the lines' codes."""
    lines = load_edition(CURRENT).fields_for(season, organisation)
    cells = {line.code: _cell(line, season, organisation) for line in lines}
    facts = Facts(
        edition=CURRENT,
        season=season,
        organisation=organisation,
        as_of=AS_OF[season],
        cells=cells,
        publications=(PublicationFact(date(2025, 9, 12), "site", "https://shkola.example/novosti/1"),),
        submitted_by="куратор, Лапина О. В.",
    )
    return changed(facts, **changes)


def changed(facts: Facts, **changes: Value | Cell) -> Facts:
    """The same form with some lines different; a line of another form is left out by passing only its own codes."""
    return replace(facts, cells={**facts.cells, **{code: _given(new) for code, new in changes.items()}})


def without(facts: Facts, *codes: str) -> Facts:
    """The same form with some lines not filled in."""
    return replace(facts, cells={code: cell for code, cell in facts.cells.items() if code not in codes})


def pairs(total: int, parts: Mapping[str, int] | None = None) -> Cell:
    """The line E1 with its parts agreeing, unless given."""
    return cell_of(total, parts={"teacher_teacher": total} if parts is None else parts)


def _given(new: Value | Cell) -> Cell:
    return new if isinstance(new, Cell) else cell_of(new)


def _cell(line: Field, season: Season, organisation: OrganisationKind) -> Cell:
    count = _COUNTS.get(line.code, 0)
    if organisation is OrganisationKind.KINDERGARTEN:
        count = _KINDERGARTEN.get(line.code, count)
    if line.code == "E1":
        return cell_of(count, parts=_PARTS if count == sum(_PARTS.values()) else {"educator_educator": count})
    known: dict[FieldType, Value] = {
        FieldType.COUNT: count,
        FieldType.YES_NO_DOC: DOCUMENT,
        FieldType.DATE: AS_OF[season],
        FieldType.CHOICE: organisation.value,
        FieldType.PERCENT_CALC: _SHARES.get(line.code, ShareValue(1, 1)),
        FieldType.TEXT: "",
    }
    return cell_of(_SAID.get(line.code, known[line.type]))
