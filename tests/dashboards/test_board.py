"""The board of a district as a value: the forms' own sums, old data named, nothing unknown taken for nought."""

from dataclasses import replace

from dashboards.board import compose_board
from dashboards.board_data import SeasonForms
from dashboards.figures.model import ChartModel
from dashboards.figures.submitted import HandedIn
from municipal.indicators.facts import exempt, missing
from tests.dashboards.board_cases import MAY, OCTOBER, OCTOBER_BEFORE, board_input, form, season
from tests.municipal.indicators.cases import honest, pairs

ALL = {"s1": 10, "s2": 20, "s3": 30, "s4": 40, "s5": 5}
NOW = season(OCTOBER, **ALL)
BEFORE = season(MAY, **ALL)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def chart_of(code: str, *seasons: SeasonForms, carry: bool = True) -> ChartModel:
    chart = compose_board(board_input(*seasons, carry=carry)).chart(code)
    assert chart is not None
    return chart


def cells(chart: ChartModel) -> dict[str, tuple[str, ...]]:
    return {row.head: row.cells[1:] for row in chart.table.rows}


def test_the_first_sentence_says_the_sums_of_the_forms() -> None:
    board = compose_board(board_input(BEFORE, NOW))

    assert plain(board.lead) == "В октябре 2025 года работают 105 пар и групп, у 105 детей и педагогов есть наставник."
    assert plain(board.completeness) == "Мониторинг сдали 5 школ из 5."


def test_all_nine_charts_stand_in_the_order_of_the_page() -> None:
    board = compose_board(board_input(BEFORE, NOW))

    assert [chart.code for chart in board.charts] == [
        *("coverage", "formats", "young_teachers", "rhythm", "satisfaction"),
        *("publications", "roadmap", "deviations", "submitted"),
    ]
    assert board.waiting == ""


def test_a_school_that_did_not_hand_in_is_shown_by_the_season_before_and_named() -> None:
    board = compose_board(board_input(BEFORE, season(OCTOBER, s1=10, s2=20, s3=30)))
    formats = board.chart("formats")

    assert formats is not None
    assert plain(board.completeness) == "Мониторинг сдали 3 школы из 5, по двум школам показаны данные мая 2025 года."
    assert plain(board.lead).startswith("В октябре 2025 года работают 105 пар и групп")
    assert plain(formats.note) == "Показаны данные мая 2025 года: Детский сад «Ива» и Лицей № 4."


def test_only_what_was_accepted_is_counted_when_nothing_is_carried() -> None:
    board = compose_board(board_input(BEFORE, season(OCTOBER, s1=10, s2=20, s3=30), carry=False))
    formats = board.chart("formats")

    assert formats is not None
    assert plain(board.lead).startswith("В октябре 2025 года работают 60 пар и групп")
    assert plain(board.completeness) == "Показаны только принятые отчёты 3 школ из 5, по двум школам данных нет."
    assert plain(formats.note) == "Нет данных: Детский сад «Ива» и Лицей № 4."


def test_a_school_without_any_form_is_no_data_and_not_nought() -> None:
    chart = chart_of("coverage", season(OCTOBER, s1=10, s2=20, s3=30))

    assert chart.behind is not None
    assert {row.head: row.cells[1] for row in chart.behind.rows} == {
        "Каменская ООШ": "10",
        "СОШ № 1": "20",
        "СОШ № 2": "30",
        "Лицей № 4": "нет данных",
        "Детский сад «Ива»": "нет данных",
    }


def test_growth_is_counted_over_the_schools_that_handed_in_both_times() -> None:
    chart = chart_of("coverage", season(OCTOBER_BEFORE, s1=10, s2=20, s3=20), season(OCTOBER, **ALL))

    assert plain(chart.title) == "В 3 школах с данными за оба раза наставляемых стало на 20 % больше"
    assert [row.cells for row in chart.table.rows] == [("Октябрь 2024", "50", "3"), ("Октябрь 2025", "105", "5")]


def test_pairs_by_form_add_up_to_the_sum_of_pairs() -> None:
    forms = (*NOW.forms[:4], form(5, honest(E1=pairs(6, {"pupil_pupil": 2, "teacher_teacher": 3}))))
    rows = cells(chart_of("formats", replace(NOW, forms=forms)))

    assert rows == {
        "Ученик — ученик": ("102", "96\u00a0%"),
        "Учитель — учитель": ("3", "3\u00a0%"),
        "Не указано": ("1", "1\u00a0%"),
    }


def test_a_question_that_does_not_apply_leaves_the_school_out() -> None:
    forms = (*NOW.forms[:3], form(4, honest(F3=missing("не знаем"))), form(5, honest(F3=exempt("нет учителей"))))
    rows = cells(chart_of("young_teachers", replace(NOW, forms=forms)))

    assert rows["Лицей № 4"] == ("нет данных", "3", "нет данных")
    assert "Детский сад «Ива»" not in rows


def test_meetings_are_counted_a_month_of_a_pair_and_never_carried() -> None:
    rows = cells(chart_of("rhythm", BEFORE, season(OCTOBER, s1=10, s2=20, s3=30)))

    assert rows["СОШ № 1"] == ("2,3", "2,3")
    assert rows["Лицей № 4"] == ("2,3", "нет данных")


def test_satisfaction_is_the_last_mays() -> None:
    chart = chart_of("satisfaction", BEFORE, NOW)

    assert chart.subtitle.endswith("май 2025")
    assert cells(chart)["Наставляемые"][:3] == ("85", "70 из\u00a0100", "70\u00a0%")
    assert compose_board(board_input(NOW)).chart("satisfaction") is None


def test_roadmaps_are_this_seasons_only() -> None:
    rows = cells(chart_of("roadmap", BEFORE, season(OCTOBER, s1=10, s2=20, s3=30)))

    assert rows["СОШ № 1"] == ("11", "0", "1", "12")
    assert rows["Лицей № 4"] == ("нет данных",) * 4


def test_schools_are_compared_with_their_own_past() -> None:
    rows = cells(chart_of("deviations", season(MAY, s1=8, s2=20, s3=33), NOW))

    assert rows["Каменская ООШ"] == ("8", "10", "+2")
    assert rows["СОШ № 2"] == ("33", "30", "−3")
    assert rows["Лицей № 4"] == ("нет данных", "40", "нет данных")


def test_with_fewer_than_three_schools_charts_wait() -> None:
    board = compose_board(board_input(season(OCTOBER, s1=10, s2=20)))

    assert [chart.code for chart in board.charts] == ["publications", "submitted"]
    assert plain(board.waiting) == "Графики появятся, когда сдадут хотя бы 3 школы."


def test_what_asks_for_attention_comes_with_its_chart() -> None:
    states = (HandedIn.LATE, HandedIn.RETURNED, HandedIn.ACCEPTED, HandedIn.ACCEPTED, HandedIn.ACCEPTED)
    forms = tuple(
        form(one.school_id, honest(E10=3, F3=4, G1=30, G10=40) if one.school_id < 3 else one.facts) for one in NOW.forms
    )
    board = compose_board(board_input(replace(NOW, forms=forms), states=states))

    assert [(line.state, plain(line.text + line.rest), line.chart) for line in board.attention] == [
        ("late", "Одна школа не сдала мониторинг: Каменская ООШ", "submitted"),
        ("return", "Один отчёт возвращён на доработку: СОШ № 1", "submitted"),
        ("soon", "Два молодых специалиста без наставника в двух школах", "young_teachers"),
        ("soon", "В двух школах пары встречаются реже раза в месяц", "rhythm"),
        ("late", "Просрочено 5 мероприятий дорожных карт в пяти школах", "roadmap"),
        ("work", "До нормы публикаций не хватает двух, срок 31 августа", "publications"),
    ]


def test_when_all_is_well_nothing_asks_for_attention() -> None:
    forms = tuple(form(one.school_id, honest(G8=3, G9=0)) for one in NOW.forms)

    assert compose_board(board_input(replace(NOW, forms=forms), publications=5)).attention == ()


def test_before_the_first_form_the_page_says_so() -> None:
    board = compose_board(board_input(season(OCTOBER), states=(HandedIn.NOT_STARTED,) * 5))

    assert plain(board.lead) == "В октябре 2025 года данных о парах и группах пока нет."
    assert plain(board.completeness) == "Мониторинг пока никто не сдал, по пяти школам данных нет."


def test_a_school_that_is_silent_now_does_not_make_the_line_fall() -> None:
    chart = chart_of(
        "coverage",
        season(OCTOBER_BEFORE, s1=10, s2=20, s3=20, s4=40),
        season(OCTOBER, s1=12, s2=24, s3=24),
        carry=False,
    )

    assert [row.cells for row in chart.table.rows] == [("Октябрь 2024", "50", "3"), ("Октябрь 2025", "60", "3")]
    assert plain(chart.title) == "Наставляемых за год стало на 20 % больше"
    assert "Прошлые годы показаны по школам, у которых есть данные сейчас: 3." in plain(chart.note)
