"""Pages of the district's board: what they show, to whom, in how many queries."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from municipal.campaigns.queries import CampaignInfo
from tests.cast import ANNA, BORIS, DINA, GLEB, IRINA, Actor
from tests.factories.municipal import OCTOBER, accepted, form, handed_in, local, opened, returned
from tests.municipal.indicators.cases import pairs

BOARD = "/2025-26/panel/"
BrowserOf = Callable[[Actor], Client]


@pytest.fixture
def october(db: None, settings: LazySettings) -> CampaignInfo:
    """The current October on the tenth day: school 1 accepted, school 2 on review, the kindergarten silent."""
    campaign = opened()
    settings.CLOCK_STARTS_AT = local(campaign.opens_on + timedelta(days=9))
    accepted(campaign, handed_in(campaign, 1, form(campaign, 1, E1=pairs(12))))
    handed_in(campaign, 2, form(campaign, 2, E1=pairs(17)))
    return campaign


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode().replace("\u00a0", " ").replace("&nbsp;", " ")


def line_of(page: str, head: str) -> list[str]:
    """The cells of the table's row with this heading."""
    row = page.split(f"{head}</th>", 1)[1].split("</tr>", 1)[0]
    return re.findall(r"<td[^>]*>([^<]*)</td>", row)


def test_before_the_first_campaign_there_is_nothing_to_show(browser_of: BrowserOf, settings: LazySettings) -> None:
    settings.CLOCK_STARTS_AT = local(date(2025, 9, 10))
    assert "Показывать пока нечего" in text(browser_of(BORIS), BOARD)
    past = text(browser_of(BORIS), "/2024-25/panel/")
    assert ("Показывать нечего" in past, "мониторинга в «Тропе» не было" in past) == (True, True)


def test_the_board_of_a_year_that_is_over_speaks_of_the_past(
    browser_of: BrowserOf, october: CampaignInfo, settings: LazySettings
) -> None:
    handed_in(october, 3, form(october, 3))
    settings.CLOCK_STARTS_AT = local(date(2026, 11, 20))
    page = text(browser_of(BORIS), BOARD)

    assert "В октябре 2025 года работали 33 пары и группы, у 41 ребёнка или педагога был наставник." in page
    assert "2025/26 учебный год закрыт: его только читают." in page
    main = page.split("<main")[1]
    assert re.findall(r"\bпока\b|сегодня|срок 31 августа|требует внимания", main) == []


def test_with_two_schools_of_three_charts_wait_and_the_rest_is_shown(
    browser_of: BrowserOf, october: CampaignInfo
) -> None:
    page = text(browser_of(BORIS), BOARD)

    assert "Мониторинг сдали 2 школы из 3, по одной школе данных нет." in page
    assert "Графики появятся, когда сдадут хотя бы 3 школы." in page
    assert "Сдали 2 школы из 3" in page


def test_the_boards_sums_are_the_sums_of_the_forms(browser_of: BrowserOf, october: CampaignInfo) -> None:
    handed_in(october, 3, form(october, 3))
    page = text(browser_of(BORIS), BOARD)

    assert "В октябре 2025 года работают 33 пары и группы, у 41 ребёнка или педагога есть наставник." in page
    assert "Чаще всего учителя помогают учителям" in page
    assert "Наставляемых 41, сравнить не с чем" in page
    assert page.count('class="chart__plot"') == 4  # in the first October there is no May and nothing to differ from


def test_only_accepted_forms_are_what_the_note_counts(browser_of: BrowserOf, october: CampaignInfo) -> None:
    page = text(browser_of(BORIS), BOARD + "?sezon=october&otchety=prinyatye")

    assert "В октябре 2025 года работают 12 пар и групп" in page
    assert "Показаны только принятые отчёты 1 школы из 3, по двум школам данных нет." in page


def test_a_school_that_is_silent_is_shown_by_its_may(browser_of: BrowserOf, db: None, settings: LazySettings) -> None:
    may = opened(OCTOBER.previous)
    for school_id in (1, 2, 3):
        handed_in(may, school_id, form(may, school_id))
    october = opened()
    settings.CLOCK_STARTS_AT = local(october.due_on + timedelta(days=2))
    handed_in(october, 1, form(october, 1, E1=pairs(16)))
    handed_in(october, 2, form(october, 2, E1=pairs(18)))
    page = text(browser_of(BORIS), BOARD)

    assert "по одной школе показаны данные мая 2025 года." in page
    assert "работают 38 пар и групп" in page
    assert "Показаны данные мая 2025 года: Детский сад «Ива»." in page
    assert "Одна школа не сдала мониторинг" in page
    assert "Данные 2 школ из 3, рано сравнивать" in page
    assert '<td class="r">15</td><td class="r">18</td><td class="r">+3</td>' in page


def test_a_returned_form_asks_for_attention(browser_of: BrowserOf, october: CampaignInfo) -> None:
    returned(october, handed_in(october, 3))

    assert "Один отчёт возвращён на доработку" in text(browser_of(BORIS), BOARD)


def test_a_chart_has_its_own_page_with_the_schools_behind_the_sum(browser_of: BrowserOf, october: CampaignInfo) -> None:
    handed_in(october, 3, form(october, 3))
    page = text(browser_of(BORIS), BOARD + "formats/?sezon=october")

    assert "Из чего сложилось по школам" in page
    assert '/2025-26/panel/shkola/2/?sezon=october">Речная СОШ</a>' in page
    assert browser_of(BORIS).get(BOARD + "no-such-chart/").status_code == 404


def test_a_schools_card_stands_beside_the_median_of_at_least_three(
    browser_of: BrowserOf, october: CampaignInfo
) -> None:
    few = text(browser_of(BORIS), BOARD + "shkola/1/")
    handed_in(october, 3, form(october, 3))
    page = text(browser_of(BORIS), BOARD + "shkola/1/")

    assert line_of(few, "Действующих пар и групп") == ["12", "нет данных", "нет данных"]
    assert line_of(page, "Действующих пар и групп") == ["12", "нет данных", "12"]
    assert browser_of(BORIS).get(BOARD + "shkola/4/").status_code == 404  # of another municipality


def test_the_workbook_says_what_the_page_says(browser_of: BrowserOf, october: CampaignInfo) -> None:
    handed_in(october, 3, form(october, 3))
    answer = browser_of(BORIS).get(BOARD + "dannye.xlsx")
    book = CalamineWorkbook.from_filelike(BytesIO(answer.content))

    assert answer["Content-Disposition"] == 'attachment; filename="panel-2025-26-october.xlsx"'
    sheet = next(book.get_sheet_by_name(name).to_python() for name in book.sheet_names if name.startswith("3."))
    assert ["Речная СОШ", "17"] in [row[:2] for row in sheet]


def test_a_reader_without_the_role_is_told_whose_page_it_is(browser_of: BrowserOf, october: CampaignInfo) -> None:
    assert browser_of(IRINA).get(BOARD).status_code == 200
    assert browser_of(GLEB).get(BOARD).status_code == 403
    assert browser_of(ANNA).get(BOARD).status_code == 404  # a school's host has no such page


def test_a_neighbour_sees_nothing_of_it(browser_of: BrowserOf, october: CampaignInfo) -> None:
    page = text(browser_of(DINA), BOARD)

    assert "Показывать пока нечего" in page
    assert "Лесная" not in page


def test_the_board_asks_the_same_number_of_queries_for_one_form_and_for_three(
    browser_of: BrowserOf, october: CampaignInfo
) -> None:
    client = browser_of(BORIS)
    client.get(BOARD)
    with CaptureQueriesContext(connection) as two_forms:
        client.get(BOARD)
    handed_in(october, 3)
    with CaptureQueriesContext(connection) as three_forms:
        client.get(BOARD)

    assert len(three_forms) == len(two_forms)
    assert len(three_forms) <= 30
