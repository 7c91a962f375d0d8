"""Findings about people and pairs, by tables of cases: number, agreement, thresholds, missing data."""

import pytest

from dashboards.figures.coverage import Compared, CoverageData, SeasonPoint, coverage_chart
from dashboards.figures.formats import FormatCount, FormatsData, formats_chart
from dashboards.figures.submitted import HandedIn, SchoolForm, SubmittedData, submitted_chart
from dashboards.figures.young_teachers import YoungTeachers, YoungTeachersData, young_teachers_chart
from tests.dashboards.figures.cases import MAY, OCTOBER, SEASONS, schools

DONE, LATE, WORK = HandedIn.ACCEPTED, HandedIn.LATE, HandedIn.FILLING


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("states", "title"),
    [
        ([DONE] * 9 + [LATE] * 3, "Сдали 9 школ из 12, три опаздывают"),
        ([DONE] * 21 + [LATE], "Сдала 21 школа из 22, одна опаздывает"),
        ([HandedIn.RETURNED, HandedIn.REVIEW, WORK], "Сдали 2 школы из 3"),
        ([DONE] * 4, "Мониторинг сдали все школы: 4"),
        ([WORK, HandedIn.NOT_STARTED], "Мониторинг никто не сдал"),
        ([LATE] * 2, "Мониторинг никто не сдал, две опаздывают"),
        ([LATE] * 5 + [DONE] * 2, "Сдали 2 школы из 7, пять опаздывают"),
        ([DONE] * 10 + [HandedIn.MISSING, LATE], "Сдали 10 школ из 12, одна опаздывает, одна не сдала"),
        ([DONE] * 4 + [HandedIn.MISSING] * 2, "Сдали 4 школы из 6, две не сдали"),
        ([], "В этом мониторинге нет школ"),
    ],
)
def test_who_handed_in(states: list[HandedIn], title: str) -> None:
    forms = tuple(SchoolForm(school, state) for school, state in zip(schools(len(states)), states, strict=True))

    assert plain(submitted_chart(SubmittedData("Октябрь 2025", forms)).title) == title


def test_schools_that_need_attention_stand_first() -> None:
    states = (DONE, WORK, LATE, HandedIn.RETURNED)
    forms = tuple(SchoolForm(school, state) for school, state in zip(schools(4), states, strict=True))

    rows = submitted_chart(SubmittedData("Октябрь 2025", forms)).table.rows
    assert [row.cells[1] for row in rows] == ["Опаздывает", "Возвращён", "Заполняется", "Принят"]


def coverage(before: int | None, now: int | None, *, known: int = 12, compared: int = 12) -> str:
    points = (
        SeasonPoint(OCTOBER.year_before, before, compared),
        SeasonPoint(MAY, 189, 12),
        SeasonPoint(OCTOBER, now, known),
    )
    pair = None if before is None or now is None else Compared(OCTOBER.year_before, before, now, compared)
    return plain(coverage_chart(CoverageData("наставляемых", points, pair, 12)).title)


def test_coverage_says_how_it_changed_in_a_year() -> None:
    assert coverage(164, 210) == "Наставляемых за год стало на 28 % больше"
    assert coverage(210, 164) == "Наставляемых за год стало на 22 % меньше"
    assert coverage(200, 203) == "Число наставляемых за год почти не изменилось"
    assert coverage(8, 12) == "Наставляемых за год стало больше: 12 вместо 8"


def test_coverage_of_few_schools_is_not_compared() -> None:
    assert coverage(164, 40, known=3) == "Данные 3 школ из 12, рано сравнивать"
    assert coverage(30, 210, compared=2) == "Данные 2 школ из 12, рано сравнивать"


def test_coverage_compares_the_same_schools_and_says_how_many() -> None:
    assert coverage(164, 210, compared=10) == "В 10 школах с данными за оба раза наставляемых стало на 28 % больше"


def test_coverage_without_a_past_or_a_present_says_so() -> None:
    assert coverage(None, 210) == "Наставляемых 210, сравнить не с чем"
    assert coverage(164, None) == "Данных о числе наставляемых нет"
    assert coverage_chart(CoverageData("участников", (), None, 0)).title == "Данных о числе участников нет"


def test_coverage_compared_with_the_season_before_names_it() -> None:
    points = (SeasonPoint(MAY, 100, 12), SeasonPoint(OCTOBER, 150, 12))
    chart = coverage_chart(CoverageData("участников", points, Compared(MAY, 100, 150, 12), 12))

    assert plain(chart.title) == "Участников с мая 2025 года стало на 50 % больше"


def test_coverage_shows_five_points_and_says_when_the_schools_were_fewer() -> None:
    points = tuple(SeasonPoint(season, 100, 10 + at % 3) for at, season in enumerate((SEASONS[0].previous, *SEASONS)))
    chart = coverage_chart(CoverageData("наставляемых", points, None, 12))

    assert len(chart.table.rows) == 5
    assert plain(chart.note) == "Школ с данными в разные годы было разное число: от 10 до 12 школ."


def formats(*counts: tuple[str, str, int], known: int = 4) -> str:
    by_school = tuple((school, 5 if at < known else None) for at, school in enumerate(schools(4)))
    return formats_chart(FormatsData("Октябрь 2025", tuple(FormatCount(*count) for count in counts), by_school)).title


def test_the_prevailing_form_is_said_in_people() -> None:
    pupils, teachers = ("pupil_pupil", "ученик — ученик"), ("educator_educator", "педагог — педагог")

    assert formats((*pupils, 62), (*teachers, 51)) == "Чаще всего ученики помогают ученикам"
    assert formats((*pupils, 51), (*teachers, 62)) == "Чаще всего педагоги помогают педагогам"
    assert formats(("own", "дети — взрослым", 3)) == "Чаще всего встречается форма «дети — взрослым»"
    assert plain(formats((*pupils, 5), (*teachers, 5))) == (
        "Чаще других встречаются поровну: «педагог — педагог» и «ученик — ученик»"
    )
    assert formats((*pupils, 0)) == "Действующих пар и групп нет"
    assert plain(formats((*pupils, 9), known=1)) == "Данные 1 школы из 4, рано сравнивать"


@pytest.mark.parametrize(
    ("people", "title"),
    [
        ([(1, 0), (2, 1), (33, 31)], "Без наставника четыре молодых специалиста из 36"),
        ([(5, 4), (5, 5), (5, 5)], "Без наставника один молодой специалист из 15"),
        ([(30, 9), (1, 1), (1, 1)], "Без наставника 21 молодой специалист из 32"),
        ([(9, 4), (1, 1), (1, 1)], "Без наставника пять молодых специалистов из 11"),
        ([(5, 5), (2, 2), (0, 0)], "Наставник есть у всех молодых специалистов: 7"),
        ([(1, 1), (0, 0), (0, 0)], "У единственного молодого специалиста есть наставник"),
        ([(2, 0), (1, 0), (0, 0)], "Наставника нет ни у кого из молодых специалистов: 3"),
        ([(0, 0), (0, 0), (0, 0)], "Молодых специалистов в школах нет"),
        ([(1, 0), (None, None), (None, 4), (2, None)], "Данные 1 школы из 4, рано сравнивать"),
        ([(1, 0), (2, 2), (3, 3), (None, None)], "Без наставника один молодой специалист из 6"),
    ],
)
def test_young_teachers_without_a_mentor(people: list[tuple[int | None, int | None]], title: str) -> None:
    rows = tuple(YoungTeachers(school, *pair) for school, pair in zip(schools(len(people)), people, strict=True))

    assert plain(young_teachers_chart(YoungTeachersData(rows)).title) == title


def test_a_school_without_data_is_named_and_is_not_nought() -> None:
    rows = tuple(YoungTeachers(school, *pair) for school, pair in zip(schools(2), ((None, None), (2, 2)), strict=True))
    chart = young_teachers_chart(YoungTeachersData(rows))

    assert [row.cells for row in chart.table.rows] == [
        ("Каменская ООШ", "нет данных", "нет данных", "нет данных"),
        ("СОШ № 2", "2", "2", "0"),
    ]
    assert chart.note == "Нет данных: Каменская ООШ."
