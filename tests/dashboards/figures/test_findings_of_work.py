"""Findings about the work — meetings, content people, publications, roadmaps, changes — by tables of cases."""

from datetime import date
from decimal import Decimal

import pytest

from dashboards.figures.deviations import Deviation, DeviationsData, deviations_chart
from dashboards.figures.model import School
from dashboards.figures.publications import PublicationsData, PublishedItem, publications_chart
from dashboards.figures.rhythm import Rhythm, RhythmData, rhythm_chart
from dashboards.figures.roadmap_progress import RoadmapData, RoadmapRow, roadmap_chart
from dashboards.figures.satisfaction import SatisfactionData, SatisfiedGroup, satisfaction_chart
from tests.dashboards.figures.cases import MAY, OCTOBER, YEAR, schools


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("values", "title"),
    [
        (["0.4", "0.8", "2"], "Реже раза в месяц встречаются пары: Каменская ООШ и СОШ № 2"),
        (["0.4"] * 5 + ["2"] * 3, "В пяти школах пары встречаются реже раза в месяц"),
        (["0.4"] * 21, "В 21 школе пары встречаются реже раза в месяц"),
        (["1.2", "2", "3"], "Во всех школах пары встречаются не реже раза в месяц"),
        (["0.95", "2", "3"], "Во всех школах пары встречаются не реже раза в месяц"),
        (["2", "2.4", "1.96"], "Во всех школах норма встреч выполнена"),
        (["2", "2.4", "3", None], "Во всех школах, где есть данные, норма встреч выполнена"),
        (["2", None, None], "Данные 1 школы из 3, рано сравнивать"),
        ([None, None], "Данных нет"),
    ],
)
def test_rhythm_of_meetings(values: list[str | None], title: str) -> None:
    rows = tuple(
        Rhythm(school, (None if value is None else Decimal(value),))
        for school, value in zip(schools(len(values)), values, strict=True)
    )

    assert plain(rhythm_chart(RhythmData(("окт 2025",), rows)).title) == title


def test_heat_follows_the_number_as_printed() -> None:
    values = ("0.94", "0.95", "1.54", "1.55", "2.15", None)
    rows = tuple(Rhythm(School(1, "СОШ"), tuple(None if v is None else Decimal(v) for v in values)) for _ in range(1))
    chart = rhythm_chart(RhythmData(tuple("абвгде"), rows))

    assert [(cell.text, cell.css) for cell in chart.drawing.rows[0].cells] == [  # type: ignore[union-attr]  # heat
        ("0,9", "h0"),
        ("1,0", "h1"),
        ("1,5", "h1"),
        ("1,6", "h2"),
        ("2,2", "h3"),
        ("нет данных", ""),
    ]


def satisfied(*groups: tuple[int | None, int | None, int | None, int | None]) -> str:
    names = (("Наставляемые", "наставляемым"), ("Наставники", "наставникам"))
    made = tuple(SatisfiedGroup(*name, *group) for name, group in zip(names, groups, strict=False))
    return plain(satisfaction_chart(SatisfactionData("Май 2025", made)).title)


def test_satisfaction_against_the_target() -> None:
    assert satisfied((84, 100, 90, 85), (91, 100, 90, 85)) == "Наставляемым до цели не хватает одного пункта"
    assert satisfied((83, 100, 90, 85), (64, 100, 90, 85)) == (
        "До цели не хватает: наставляемым двух пунктов и наставникам 21 пункта"
    )
    assert satisfied((85, 100, 90, 85), (91, 100, 90, 85)) == "Цель по удовлетворённости достигнута"


def test_a_target_that_rounding_would_reach_is_still_missed() -> None:
    assert satisfied((847, 1000, 900, 85)) == "Наставляемым до цели не хватает 0,3 пункта"


def test_satisfaction_without_a_target_or_of_few_people() -> None:
    assert (
        satisfied((84, 100, 90, None), (5, 6, 6, None))
        == "Довольны участием: наставляемые — 84 % и наставники — 5 из 6"
    )
    assert satisfied((3, 4, 4, 85)) == "Итогов опроса нет"
    assert satisfied((None, None, None, 85)) == "Итогов опроса нет"


def test_a_share_of_few_answers_is_never_shown() -> None:
    chart = satisfaction_chart(
        SatisfactionData("Май 2025", (SatisfiedGroup("Наставники", "наставникам", 3, 40, 4, 85),))
    )

    assert chart.drawing is None
    assert plain(chart.table.rows[0].cells[2]) == "меньше 5 ответов"
    assert plain(chart.note) == "Итог показываем от пяти ответов, чтобы никого нельзя было узнать."


@pytest.mark.parametrize(
    ("count", "norm", "title"),
    [
        (0, 5, "За год не опубликовано ни одного материала"),
        (1, 5, "Опубликован один материал из пяти за год"),
        (3, 5, "Опубликованы три материала из пяти за год"),
        (5, 7, "Опубликовано пять материалов из семи за год"),
        (5, 5, "Норма публикаций выполнена: 5 при норме 5"),
        (21, 24, "Опубликован 21 материал из 24 за год"),
    ],
)
def test_publications_against_the_norm(count: int, norm: int, title: str) -> None:
    items = tuple(PublishedItem(date(2025, 10, 1 + at), f"Материал {at}", "сайт ИМЦ") for at in range(count))
    chart = publications_chart(PublicationsData(YEAR, norm, items))

    assert plain(chart.title) == title
    cells = chart.drawing.cells  # type: ignore[union-attr]  # cells are its kind
    assert sum(cell.published_on is None for cell in cells) == max(norm - count, 0)


def roadmap(by: str, *rows: tuple[str, tuple[int, int, int] | None, int]) -> str:
    return plain(roadmap_chart(RoadmapData(by, tuple(RoadmapRow(*row) for row in rows))).title)  # type: ignore[arg-type]  # one of two words


def test_where_the_roadmap_stalls() -> None:
    first, second = ("Подготовка", (9, 0, 1), 1), ("Отбор и обучение", (5, 0, 9), 4)

    assert roadmap("stage", first, second) == "Четыре школы застряли на этапе «Отбор и обучение»"
    assert roadmap("stage", first) == "Одна школа застряла на этапе «Подготовка»"
    assert roadmap("stage", ("Подготовка", (9, 0, 2), 0)) == "Больше всего просрочено на этапе «Подготовка»"
    assert roadmap("stage", ("Подготовка", (9, 1, 0), 0)) == "Просроченных мероприятий нет"
    assert roadmap("stage", ("Подготовка", (0, 0, 0), 0)) == "Мероприятий со сроком до отчётной даты нет"


def test_roadmaps_of_schools_name_the_late_ones() -> None:
    late, fine = ("СОШ № 2", (9, 0, 1), 0), ("СОШ № 3", (9, 0, 0), 0)

    assert roadmap("school", late, fine, fine) == "Просрочено 1 мероприятие из 28: СОШ № 2"
    assert roadmap("school", *([late] * 5)) == "Просрочено 5 мероприятий из 50 в пяти школах"
    assert roadmap("school", late, ("СОШ № 4", None, 0), ("СОШ № 5", None, 0)) == "Данные 1 школы из 3, рано сравнивать"


def deviations(*pairs: tuple[int | None, int | None]) -> str:
    rows = tuple(Deviation(school, *pair) for school, pair in zip(schools(len(pairs)), pairs, strict=True))
    return plain(deviations_chart(DeviationsData(("пара", "пары", "пар"), MAY, OCTOBER, rows)).title)


def test_who_changed_most() -> None:
    assert deviations((5, 14), (5, 5), (5, 4)) == "Больше всего прибавилось пар: Каменская ООШ, плюс 9"
    assert deviations((5, 1), (5, 5), (5, 8)) == "Больше всего убавилось пар: Каменская ООШ, минус 4"
    assert deviations((5, 7), (5, 7), (5, 5)) == "Больше всего прибавилось пар: Каменская ООШ и СОШ № 2, плюс 2"
    assert deviations((5, 5), (4, 4), (3, 3)) == "Число пар ни в одной школе не изменилось"
    assert deviations((5, 5), (None, 4), (3, None)) == "Данные 1 школы из 3, рано сравнивать"
    assert deviations() == "Данных нет"
