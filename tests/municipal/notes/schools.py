"""Invented schools for tests of the note: forms made of plain numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from municipal.indicators.facts import (
    Cell,
    DocumentValue,
    Facts,
    OrganisationKind,
    PublicationFact,
    cell_of,
    exempt,
    share_cell,
)
from tenants.domain.school_year import Season

DOCUMENTS = ("B1", "B2", "B3", "B4", "B5", "B6", "B7")


@dataclass(frozen=True)
class School:
    """What one school answers. ``numbers`` overrides single lines; ``cells`` replaces whole cells."""

    scale: int = 5
    season: Season = Season.OCTOBER
    kind: OrganisationKind = OrganisationKind.SCHOOL
    lacking: Sequence[str] = ()
    has_site: bool = True
    site_updated: date = date(2025, 9, 20)
    numbers: Mapping[str, int] = field(default_factory=dict)
    cells: Mapping[str, Cell] = field(default_factory=dict)
    publications: int = 2

    def facts(self) -> Facts:
        day = date(2025, 10, 1) if self.season is Season.OCTOBER else date(2026, 5, 15)
        cells = self._documents() | self._counts(may=self.season is Season.MAY) | dict(self.cells)
        published = tuple(
            PublicationFact(date(2025, 9, 5 + i), "site", f"https://shkola.example/{i}")
            for i in range(self.publications)
        )
        return Facts("2026", self.season, self.kind, day, cells, published, "куратор О. В.")

    def _documents(self) -> dict[str, Cell]:
        there = DocumentValue(present=True, number="14", dated=date(2025, 9, 1))
        cells = {code: cell_of(DocumentValue(present=False) if code in self.lacking else there) for code in DOCUMENTS}
        site = DocumentValue(present=self.has_site, url="https://shkola.example/n" if self.has_site else "")
        return {**cells, "C1": cell_of(site), "C2": cell_of(self.site_updated)}

    def _counts(self, *, may: bool) -> dict[str, Cell]:
        k = self.scale
        pairs = self.numbers.get("E1", 2 * k)
        plain = (
            {"C3": self.publications, "C4": self.publications, "C5": 0, "C6": 0}
            | {"D7": 3 * k + 2, "D14": 2, "E1": pairs, "E2": k, "E3": k if may else 0, "E4": 0, "E6": k + 1}
            | {"E7": 3 * k, "E8": 2 * k, "E9": k // 2, "E10": 1, "E11": 3 * k, "E12": k + 1}
            | {"F1": 30 * k, "F2": 8 * k, "F3": 1, "F4": 20 + k, "G1": 6 * k, "G3": 0, "G4": 5 * k, "G5": k}
            | {"G6": 6, "G7": 5, "G8": 1, "G9": 0, "G10": 2 * k, "H1": 2 * k, "H2": k, "H5": 15, "I2": 1, "I1": 1}
            | dict(self.numbers)
        )
        if self.kind is OrganisationKind.KINDERGARTEN:
            plain = {code: n for code, n in plain.items() if code not in ("E8", "E9", "F1", "F2")}
        parts = {"pupil_pupil": pairs // 2, "teacher_teacher": pairs - pairs // 2}
        cells = {code: cell_of(n, parts=parts if code == "E1" and pairs else None) for code, n in plain.items()}
        people = plain["E6"] + plain["E7"]
        cells["B8"] = share_cell(people, people, nobody="пар нет")
        cells["B9"] = share_cell(min(k, 3), min(k, 3), nobody="работников нет")
        return cells | (self._may(plain) if may else {})

    def _may(self, plain: Mapping[str, int]) -> dict[str, Cell]:
        report = DocumentValue(present=True, url="https://shkola.example/itogi")
        return {
            "C7": cell_of(report),
            "H3": share_cell(max(plain["H1"] - 1, 0), plain["E11"], nobody="нет участников"),
            "H4": share_cell(plain["H2"], plain["E12"], nobody="нет участников"),
            "H6": share_cell(max(plain["H1"] - 2, 0), plain["H1"], nobody="нет анкет"),
            "H7": exempt("входной анкеты не было"),
        }
