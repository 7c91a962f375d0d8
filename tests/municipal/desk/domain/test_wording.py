"""Counts of schools and days in words."""

from datetime import date

import pytest

from municipal.desk.domain.wording import for_schools, schools, to_schools, when


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("count", "who", "whom", "of_whom"),
    [
        (1, "одна школа", "одной школе", "1 школы"),
        (3, "три школы", "трём школам", "3 школ"),
        (10, "десять школ", "десяти школам", "10 школ"),
        (12, "12 школ", "12 школам", "12 школ"),
        (21, "21 школа", "21 школе", "21 школы"),
    ],
)
def test_counts_agree_with_their_case(count: int, who: str, whom: str, of_whom: str) -> None:
    assert (_plain(schools(count)), _plain(to_schools(count)), _plain(for_schools(count))) == (who, whom, of_whom)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2025, 10, 27), "сегодня"),
        (date(2025, 10, 26), "вчера"),
        (date(2025, 10, 24), "в пятницу"),
        (date(2025, 10, 20), "20 октября"),
        (date(2025, 10, 31), "31 октября"),
        (date(2024, 12, 30), "30 декабря 2024 года"),
    ],
)
def test_a_near_day_is_named_by_its_weekday_only_looking_back(day: date, words: str) -> None:
    assert _plain(when(day, date(2025, 10, 27))) == words
