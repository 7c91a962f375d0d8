"""An invented district for tests of the note: twelve schools, or as many as asked."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Protocol

from municipal.indicators.facts import Facts, OrganisationKind, exempt
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
from tests.municipal.notes.schools import School

NAMES = (
    *("Каменская ООШ", "Луговская СОШ", "Таёжнинская СОШ", "СОШ № 2", "Гимназия № 3", "СОШ № 4"),
    *("Заречная СОШ", "Ключевская ООШ", "Детский сад «Ивушка»", "Берёзовская СОШ", "Озёрная НОШ", "СОШ № 8"),
)


class Answering(Protocol):
    """Whatever has a form to hand in."""

    def facts(self) -> Facts: ...


def school_names(count: int) -> list[str]:
    """Names of ``count`` schools: the twelve of the district, then numbered ones."""
    return [NAMES[i] if i < len(NAMES) else f"СОШ № {i + 1}" for i in range(count)]


def kind_of(name: str) -> OrganisationKind:
    """By the name alone, as everybody tells."""
    return OrganisationKind.KINDERGARTEN if name.startswith("Детский сад") else OrganisationKind.SCHOOL


def forms_of(
    schools: Mapping[int, Answering], *, first_submission: int = 100, late: Sequence[int] = ()
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


def note_input(
    schools: Mapping[int, Answering],
    *,
    expected: int = 12,
    season: Season = Season.OCTOBER,
    previous: Mapping[int, Answering] | None = None,
    year_ago: Mapping[int, Answering] | None = None,
    late: Sequence[int] = (),
    standings: Mapping[int, Standing] | None = None,
    **more: object,
) -> NoteInput:
    """A note's input: ``expected`` schools with ids from 1, of which ``schools`` have an accepted form."""
    may = season is Season.MAY
    year = SchoolYear(2025)
    held = standings or {}
    given = [
        ExpectedSchool(i, name, kind_of(name), held.get(i, Standing.EXPECTED))
        for i, name in enumerate(school_names(expected), start=1)
    ]
    return NoteInput(
        municipality="Верхнереченский муниципальный округ",
        monitoring=Monitoring(
            year,
            season,
            date(2026, 5, 15) if may else date(2025, 10, 1),
            date(2026, 5, 25) if may else date(2025, 10, 20),
            date(2026, 5, 31) if may else date(2025, 10, 31),
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


def _past(title: str, schools: Mapping[int, Answering] | None, first: int) -> PastMonitoring | None:
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
