"""Words of the curator's day."""

from datetime import date, datetime

import pytest

from schools.cabinet.domain.wording import greeting, lead, moment_words, weekday_words


@pytest.mark.parametrize(
    ("mine", "late", "said"),
    [
        (0, 0, "Срочных дел нет."),
        (1, 0, "Вас ждёт одно\u00a0дело."),
        (1, 1, "Вас ждёт одно\u00a0дело, оно просрочено."),
        (4, 1, "Вас ждут четыре\u00a0дела, одно просрочено."),
        (3, 3, "Вас ждут три\u00a0дела, все просрочены."),
        (10, 2, "Вас ждут десять\u00a0дел, два просрочены."),
        (21, 12, "Вас ждёт 21\u00a0дело, 12 просрочено."),
    ],
)
def test_deeds_are_counted_in_words(mine: int, late: int, said: str) -> None:
    assert lead(mine, late) == said


def test_a_principal_is_told_about_the_curator() -> None:
    assert lead(2, 0, whom="Куратора") == "Куратора ждут два\u00a0дела."


@pytest.mark.parametrize(
    ("hour", "said"), [(0, "Доброе утро"), (11, "Доброе утро"), (12, "Добрый день"), (18, "Добрый вечер")]
)
def test_the_greeting_follows_the_clock(hour: int, said: str) -> None:
    assert greeting(datetime(2025, 10, 15, hour)) == said  # noqa: DTZ001 -- the school's clock


def test_a_date_is_said_with_its_day_of_the_week() -> None:
    assert weekday_words(date(2025, 10, 15)) == "Среда, 15\u00a0октября 2025\u00a0года"


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (datetime(2025, 10, 15, 9, 12), "Сегодня, 09:12"),  # noqa: DTZ001 -- the school's clock
        (datetime(2025, 10, 14, 23, 59), "Вчера"),  # noqa: DTZ001 -- the school's clock
        (datetime(2025, 10, 13, 8), "13\u00a0октября"),  # noqa: DTZ001 -- the school's clock
        (datetime(2024, 10, 13, 8), "13\u00a0октября 2024\u00a0года"),  # noqa: DTZ001 -- the school's clock
    ],
)
def test_moments_of_the_journal_are_said_nearby(moment: datetime, said: str) -> None:
    assert moment_words(moment, date(2025, 10, 15)) == said
