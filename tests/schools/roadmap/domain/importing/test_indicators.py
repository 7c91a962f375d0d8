"""Tables of indicators with a target for every year stand apart from activities."""

from decimal import Decimal

from schools.roadmap.domain.deadline import Period
from tests.schools.roadmap.domain.importing.making import LEFT, UP, from_excel, from_word

THREE_YEARS = Period.parse("2023-09..2026-08")
PLAN = [["№", "Мероприятие", "Срок"], ["1", "Издать приказ", "сентябрь 2023"], ["2", "Педсовет", "май 2024"]]


def targets(*values: int) -> dict[int, Decimal]:
    return dict(zip((2024, 2025, 2026), map(Decimal, values), strict=True))


def test_indicators_with_years_as_columns() -> None:
    table = [
        ["№", "Наименование показателя", "2024 г.", "2025 г.", "2026 г."],
        ["1", "2", "3", "4", "5"],
        ["1", "Доля наставников с обучением, % (отношение числа обученных к числу всех)", "50", "70", "90"],
        ["2", "Доля пар с программой, %", "60 %", "не менее 80", "100"],
    ]
    roadmap = from_word(PLAN, "Показатели", table, period=THREE_YEARS)
    assert [i.title for i in roadmap.indicators] == ["Доля наставников с обучением, %", "Доля пар с программой, %"]
    assert roadmap.indicators[0].formula == "отношение числа обученных к числу всех"
    assert [i.targets for i in roadmap.indicators] == [targets(50, 70, 90), targets(60, 80, 100)]
    assert [i.unit for i in roadmap.indicators] == ["%", "%"]
    assert len(roadmap.activities) == 2


def test_years_under_a_common_heading_and_a_column_of_units() -> None:
    table = [
        ["№", "Показатель", "Ед. изм.", "Значение по годам", LEFT, LEFT],
        [UP, UP, UP, "2024", "2025", "2026"],
        ["1", "Число действующих пар", "шт.", "5", "7", "9"],
    ]
    roadmap = from_word(PLAN, table, period=THREE_YEARS)
    assert [(i.title, i.unit, i.targets) for i in roadmap.indicators] == [
        ("Число действующих пар", "шт.", targets(5, 7, 9))
    ]


def test_figures_moved_by_empty_cells_are_taken_in_order() -> None:
    table = [
        ["Показатель", "2024", "2025", "2026"],
        ["Охват, чел.", "5", "6", "7"],
        ["Доля, %", "", "40", "50\n", "60"],
    ]
    roadmap = from_word(PLAN, table, period=THREE_YEARS)
    assert roadmap.indicators[1].targets == targets(40, 50, 60)


def test_a_missing_target_is_not_zero() -> None:
    table = [["Показатель", "2024", "2025", "2026"], ["Доля пар, %", "10", "–", "30"]]
    roadmap = from_word(PLAN, table, period=THREE_YEARS)
    assert roadmap.indicators[0].targets == {2024: Decimal(10), 2025: None, 2026: Decimal(30)}


def test_indicators_below_the_plan_on_one_sheet() -> None:
    grid = [
        *[[*row, "", ""] for row in PLAN],
        [""] * 5,
        ["№", "Показатель", "2024", "2025", "2026"],
        ["1", "Доля, %", "50", "60", "70"],
    ]
    roadmap = from_excel(grid, THREE_YEARS)
    assert len(roadmap.activities) == 2
    assert [i.targets for i in roadmap.indicators] == [targets(50, 60, 70)]


def test_indicators_beside_activities_stay_with_them() -> None:
    grid = [["№", "Мероприятие", "Срок", "Показатели эффективности"], ["1", "Педсовет", "май 2024", "Протокол, 100 %"]]
    roadmap = from_word(grid, period=THREE_YEARS)
    assert roadmap.indicators == ()
    assert roadmap.activities[0].extra == {"Показатели эффективности": "Протокол, 100 %"}
