"""A school's card: its own numbers, its past, the median; nothing of a neighbour can be read from it."""

from dataclasses import replace

from dashboards.school_card import SchoolCard, school_card
from municipal.indicators.facts import exempt, missing
from tests.dashboards.board_cases import MAY, OCTOBER, board_input, form, season
from tests.municipal.indicators.cases import honest

NOW = season(OCTOBER, s1=10, s2=20, s3=36)


def cells(card: SchoolCard | None) -> dict[str, tuple[str, ...]]:
    assert card is not None
    return {row.head: row.cells[1:] for row in card.table.rows}


def test_a_card_shows_the_school_now_last_time_and_the_median() -> None:
    rows = cells(school_card(board_input(season(MAY, s1=8), NOW), 1))

    assert rows["Наставляемых в парах"] == ("10", "8", "20")
    assert rows["Встреч на одну пару в месяц"] == ("2,3", "2,3", "2,3")


def test_a_median_of_two_schools_is_not_shown() -> None:
    rows = cells(school_card(board_input(season(OCTOBER, s1=10, s2=20)), 1))

    assert rows["Наставляемых в парах"] == ("10", "нет данных", "нет данных")


def test_a_school_that_did_not_hand_in_has_only_its_past() -> None:
    card = school_card(board_input(season(MAY, s4=8), NOW), 4)

    assert card is not None
    assert card.came is False
    assert cells(card)["Наставляемых в парах"] == ("нет данных", "8", "20")


def test_unknown_and_not_applied_are_different_words() -> None:
    forms = (form(1, honest(F3=exempt("нет"), G9=missing("не знаем"))), *NOW.forms[1:])
    rows = cells(school_card(board_input(replace(NOW, forms=forms)), 1))

    assert (rows["Молодых специалистов"][0], rows["Просрочено мероприятий дорожной карты"][0]) == (
        "не применяется",
        "нет данных",
    )


def test_a_school_that_is_not_expected_has_no_card() -> None:
    assert school_card(board_input(NOW), 99) is None
