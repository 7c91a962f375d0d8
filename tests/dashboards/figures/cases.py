"""Charts of a district of any size, for the tests that ask the same of every chart."""

from datetime import date
from decimal import Decimal

from dashboards.figures.coverage import Compared, CoverageData, SeasonPoint, coverage_chart
from dashboards.figures.deviations import Deviation, DeviationsData, deviations_chart
from dashboards.figures.formats import FormatCount, FormatsData, formats_chart
from dashboards.figures.model import ChartModel, School
from dashboards.figures.publications import PublicationsData, PublishedItem, publications_chart
from dashboards.figures.rhythm import Rhythm, RhythmData, rhythm_chart
from dashboards.figures.roadmap_progress import RoadmapData, RoadmapRow, roadmap_chart
from dashboards.figures.satisfaction import SatisfactionData, SatisfiedGroup, satisfaction_chart
from dashboards.figures.submitted import HandedIn, SchoolForm, SubmittedData, submitted_chart
from dashboards.figures.young_teachers import YoungTeachers, YoungTeachersData, young_teachers_chart
from tenants.domain.school_year import SchoolYear, Season, SeasonOfYear

YEAR = SchoolYear(2025)
OCTOBER = SeasonOfYear(YEAR, Season.OCTOBER)
MAY = OCTOBER.previous
SEASONS = (MAY.previous.previous.previous, MAY.previous.previous, MAY.previous, MAY, OCTOBER)


def schools(count: int) -> tuple[School, ...]:
    """Schools with names that need escaping and wrapping among them."""
    names = ("Каменская ООШ", "СОШ № 2", "<b>Школа</b> & лицей", "Верхнереченская школа-интернат имени лётчика Громова")
    return tuple(School(at, names[at - 1] if at <= len(names) else f"СОШ № {at}") for at in range(1, count + 1))


def every_chart(count: int) -> list[ChartModel]:
    """All nine charts of ``count`` schools; every third has no data."""
    who = schools(count)
    known = [school.id % 3 != 0 for school in who]
    values = [school.id + 2 if is_known else None for school, is_known in zip(who, known, strict=True)]
    total = sum(value for value in values if value is not None)
    points = tuple(
        SeasonPoint(season, total + at if any(known) else None, sum(known)) for at, season in enumerate(SEASONS)
    )
    compared = Compared(SEASONS[2], total, total + 9, sum(known)) if any(known) else None
    states = list(HandedIn)
    return [
        submitted_chart(
            SubmittedData("Октябрь 2025", tuple(SchoolForm(school, states[school.id % len(states)]) for school in who))
        ),
        coverage_chart(CoverageData("наставляемых", points, compared, count, tuple(zip(who, values, strict=True)))),
        formats_chart(
            FormatsData(
                "Октябрь 2025",
                (FormatCount("pupil_pupil", "ученик — ученик", count), FormatCount("own", "своя форма", count // 2)),
                tuple(zip(who, values, strict=True)),
            )
        ),
        young_teachers_chart(
            YoungTeachersData(
                tuple(
                    YoungTeachers(
                        school, None if value is None else value % 9, None if value is None else max(value % 9 - 1, 0)
                    )
                    for school, value in zip(who, values, strict=True)
                )
            )
        ),
        rhythm_chart(
            RhythmData(
                ("май 2025", "окт 2025"),
                tuple(
                    Rhythm(school, (Decimal("1.25"), None if value is None else Decimal(value) / 4))
                    for school, value in zip(who, values, strict=True)
                ),
            )
        ),
        satisfaction_chart(
            SatisfactionData(
                "Май 2025",
                (
                    SatisfiedGroup("Наставляемые", "наставляемым", 159 if count else None, 189, 171, 85),
                    SatisfiedGroup("Наставники", "наставникам", None, None, None, 85),
                ),
            )
        ),
        publications_chart(
            PublicationsData(
                YEAR, 5, tuple(PublishedItem(date(2025, 9, 12), f"Материал {at}", "сайт ИМЦ") for at in range(count))
            )
        ),
        roadmap_chart(
            RoadmapData(
                "school",
                tuple(
                    RoadmapRow(school.name, None if value is None else (value, 1, school.id % 4), school_id=school.id)
                    for school, value in zip(who, values, strict=True)
                ),
            )
        ),
        deviations_chart(
            DeviationsData(
                ("пара", "пары", "пар"),
                MAY,
                OCTOBER,
                tuple(Deviation(school, 5, value) for school, value in zip(who, values, strict=True)),
            )
        ),
    ]
