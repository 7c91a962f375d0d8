"""The demonstration's people rest when people rest, and are called as people are called."""

from datetime import date
from random import Random

import pytest

from config.demo.days import in_winter_holidays, is_working, number_of, of_september, working, working_before
from config.demo.names import OF, name
from tenants.domain.school_year import SchoolYear


@pytest.mark.parametrize("day", [date(2026, 10, 24), date(2026, 10, 25), date(2027, 1, 1), date(2027, 1, 8)])
def test_nobody_works_at_weekends_and_on_holidays(day: date) -> None:
    assert is_working(day) is False


def test_a_day_of_rest_moves_to_the_next_working_day_or_the_last_one() -> None:
    sunday_after_saturday_4_november = date(2028, 11, 5)
    assert working(sunday_after_saturday_4_november) == date(2028, 11, 6)
    assert working_before(sunday_after_saturday_4_november) == date(2028, 11, 3)
    assert working(date(2026, 10, 27)) == working_before(date(2026, 10, 27)) == date(2026, 10, 27)


def test_working_days_of_september_are_numbered_from_the_first_one() -> None:
    year = SchoolYear(2024)  # 1 September 2024 is a Sunday

    assert [of_september(year, number) for number in (1, 5, 6)] == [
        date(2024, 9, 2), date(2024, 9, 6), date(2024, 9, 9),
    ]  # fmt: skip
    assert [number_of(date(2024, 9, day)) for day in (1, 2, 8, 9)] == [0, 1, 5, 6]


def test_winter_holidays_hold_the_new_year() -> None:
    assert [in_winter_holidays(date(2026, 12, 28)), in_winter_holidays(date(2026, 12, 29))] == [False, True]
    assert [in_winter_holidays(date(2027, 1, 10)), in_winter_holidays(date(2027, 1, 11))] == [True, False]


@pytest.mark.parametrize("who", list(OF))
def test_surname_first_name_and_patronymic_are_of_one_gender(who: str) -> None:
    random, seen = Random(7), set[tuple[str, str]]()
    men = set(OF[who][0])

    found = [name(random, who, seen) for _ in range(200)]

    assert len(seen) == 200
    for surname, first_name, patronymic in found:
        is_man = first_name in men
        assert patronymic.endswith("ич") is is_man
        assert surname.endswith("а") is not is_man
