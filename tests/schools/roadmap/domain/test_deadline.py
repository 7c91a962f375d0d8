"""The period of a map as it is written on the command line."""

from datetime import date

import pytest

from schools.roadmap.domain.deadline import Period, PeriodRefused


def test_a_month_means_its_first_day_and_then_its_last() -> None:
    assert Period.parse("2023-11..2024-02") == Period(date(2023, 11, 1), date(2024, 2, 29))


def test_days_are_taken_as_they_are() -> None:
    assert Period.parse(" 2025-09-01..2026-08-31 ") == Period(date(2025, 9, 1), date(2026, 8, 31))


def test_both_ends_belong_to_the_period() -> None:
    period = Period.parse("2025-09-01..2025-09-03")
    assert [day for day in range(1, 6) if date(2025, 9, day) in period] == [1, 2, 3]
    assert period.days == 3


@pytest.mark.parametrize(
    "text",
    ["", "2025", "2025-09", "2025-9..2026-8", "2025-13..2026-08", "2025-02-30..2025-03-01", "..", "0001-01..0001-02"],
)
def test_other_texts_are_refused_with_an_example(text: str) -> None:
    with pytest.raises(PeriodRefused) as refused:
        Period.parse(text)
    assert refused.value.what == f"Период «{text}» не принят: в нём нет двух дат через две точки."
    assert refused.value.remedy == "Напишите период так: 2022-11..2024-12 или 2025-09-01..2026-08-31."


def test_a_period_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(PeriodRefused) as refused:
        Period.parse("2026-08..2025-09")
    assert refused.value.remedy == "Поменяйте даты местами или исправьте год."
