"""An invented district for tests of the note: forms made of plain numbers, twelve schools or as many as asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

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
from municipal.notes.domain.defaults import format_titles
from municipal.notes.domain.note_input import (
    ExpectedSchool,
    Monitoring,
    NoteInput,
    OwnPublication,
    PastMonitoring,
    SchoolFacts,
    Standing,
)
from tenants.domain.school_year import SchoolYear, Season

NAMES = (
    *("Каменская ООШ", "Луговская СОШ", "Таёжнинская СОШ", "СОШ № 2", "Гимназия № 3", "СОШ № 4"),
    *("Заречная СОШ", "Ключевская ООШ", "Детский сад «Ивушка»", "Берёзовская СОШ", "Озёрная НОШ", "СОШ № 8"),
)
DOCUMENTS = ("B1", "B2", "B3", "B4", "B5", "B6", "B7")


def school_names(count: int) -> list[str]:
    """Names of ``count`` schools: the twelve of the district, then numbered ones."""
    return [NAMES[i] if i < len(NAMES) else f"СОШ № {i + 1}" for i in range(count)]


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
        plain = {
            **{
                "C3": self.publications,
                "D7": 3 * k + 2,
                "D14": 2,
                "E1": pairs,
                "E2": k,
                "E3": k if may else 0,
                "E4": 0,
            },
            **{"E6": k + 1, "E7": 3 * k, "E8": 2 * k, "E9": k // 2, "E10": 1, "E11": 3 * k, "E12": k + 1},
            **{"F1": 30 * k, "F2": 8 * k, "F3": 1, "F4": 20 + k, "G1": 6 * k, "G3": 0, "G4": 5 * k, "G5": k},
            **{"G6": 6, "G7": 5, "G8": 1, "G9": 0, "G10": 2 * k, "H1": 2 * k, "H2": k, "H5": 15, "I2": 1, "I1": 1},
            **self.numbers,
        }
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
            "H3": share_cell(plain["H1"] - 1, plain["E11"], nobody="нет участников"),
            "H4": share_cell(plain["H2"], plain["E12"], nobody="нет участников"),
            "H6": share_cell(plain["H1"] - 2, plain["H1"], nobody="нет анкет"),
            "H7": exempt("входной анкеты не было"),
        }


def forms_of(
    schools: Mapping[int, School], *, first_submission: int = 100, late: Sequence[int] = ()
) -> tuple[SchoolFacts, ...]:
    """Accepted forms by school id."""
    return tuple(
        SchoolFacts(
            school_id=school_id,
            facts=school.facts(),
            submission_id=first_submission + school_id,
            submitted_at=datetime(2025, 10, 10, 9, 30, tzinfo=UTC),
            on_time=school_id not in late,
        )
        for school_id, school in schools.items()
    )


def note_input(  # noqa: PLR0913 -- a test names only what it is about
    schools: Mapping[int, School],
    *,
    expected: int = 12,
    season: Season = Season.OCTOBER,
    previous: Mapping[int, School] | None = None,
    year_ago: Mapping[int, School] | None = None,
    late: Sequence[int] = (),
    standings: Mapping[int, Standing] | None = None,
    **more: object,
) -> NoteInput:
    """A note's input: ``expected`` schools with ids from 1, of which ``schools`` have an accepted form."""
    may = season is Season.MAY
    year = SchoolYear(2025)
    held = standings or {}
    given = [
        ExpectedSchool(i, name, standing=held.get(i, Standing.EXPECTED))
        for i, name in enumerate(school_names(expected), start=1)
    ]
    return NoteInput(
        municipality="Верхнереченский муниципальный округ",
        monitoring=Monitoring(
            year,
            season,
            date(2026, 5, 15) if may else date(2025, 10, 1),
            date(2026, 5, 25) if may else date(2025, 10, 20),
        ),
        note_date=date(2026, 5, 29) if may else date(2025, 10, 27),
        schools=tuple(given),
        forms=forms_of(schools, late=late),
        previous=_past("Октябрь 2025" if may else "Май 2025", previous, 300),
        year_ago=_past("Май 2025" if may else "Октябрь 2024", year_ago, 500),
        formats=format_titles(),
        publications=more.pop("publications", own_publications(3)),  # type: ignore[arg-type]
        **more,  # type: ignore[arg-type]
    )


def _past(title: str, schools: Mapping[int, School] | None, first: int) -> PastMonitoring | None:
    return None if schools is None else PastMonitoring(title, forms_of(schools, first_submission=first))


def own_publications(count: int) -> tuple[OwnPublication, ...]:
    return tuple(
        OwnPublication(
            f"Наставники округа, выпуск {i + 1}", date(2025, 2 + i, 10), "сайт ИМЦ", f"https://imc.example/{i}"
        )
        for i in range(count)
    )


def district(season: Season = Season.OCTOBER) -> NoteInput:
    """Twelve schools with something to say: one did not report, one is late, one has no pairs, documents lack."""
    garden = OrganisationKind.KINDERGARTEN
    schools = {
        1: School(2, season, lacking=("B7",), numbers={"F3": 1, "E10": 0}),
        2: School(6, season, numbers={"F3": 2, "E10": 1}),
        3: School(8, season, numbers={"G3": 3, "G4": 20}, lacking=("B5", "B7")),
        4: School(14, season, numbers={"F3": 5, "E10": 4}),
        5: School(20, season, numbers={"F3": 9, "E10": 9, "G9": 2, "G7": 3}),
        6: School(10, season, has_site=False),
        7: School(7, season, site_updated=date(2025, 3, 1)),
        8: School(4, season),
        9: School(3, season, kind=garden),
        10: School(
            0,
            season,
            numbers={"E6": 0, "E12": 0, "F1": 40, "F2": 0, "F4": 3, "F3": 0, "E10": 0, "D7": 2, "H1": 0},
            publications=0,
            cells={} if season is Season.OCTOBER else {"H3": exempt("нет пар"), "H6": exempt("нет пар")},
        ),
        12: School(9, season),
    }
    before = {i: School(max(one.scale - 1, 1), season, kind=one.kind) for i, one in schools.items() if i != 8}
    year_ago = {i: School(max(one.scale - 2, 1), season, kind=one.kind) for i, one in schools.items()}
    targets = {"YOUNG_TEACHERS_MENTEES_SHARE": {2025: 90, 2026: 90}, "MENTEES_SATISFIED_SHARE": {2026: 60}}
    return note_input(
        schools,
        season=season,
        previous=before,
        year_ago=year_ago,
        late=(4,),
        targets=targets,
        basis="пункт 3.1 муниципальной дорожной карты, приказ управления образования от 15.09.2025 № 212",
        methodist="С. Н. Ермакова",
    )
