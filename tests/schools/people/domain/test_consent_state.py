"""How a consent stands on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from schools.people.domain.consent_state import NOT_GIVEN, state_of_papers

ON = date(2025, 10, 15)


@dataclass
class Paper:
    given_on: date
    valid_until: date | None = None
    withdrawn_on: date | None = None


def said(*papers: Paper) -> tuple[str, str, bool]:
    state = state_of_papers(papers, ON)
    return state.code, state.words.replace("\u00a0", " "), state.stands


SEPTEMBER = date(2025, 9, 8)


@pytest.mark.parametrize(
    ("papers", "expected"),
    [
        ([], ("idle", "Нужно", False)),
        ([Paper(SEPTEMBER)], ("done", "Получено 8 сентября", True)),
        ([Paper(date(2024, 9, 8))], ("done", "Получено 8 сентября 2024 года", True)),
        ([Paper(date(2025, 10, 16))], ("idle", "Нужно", False)),  # not given yet
        ([Paper(SEPTEMBER, valid_until=date(2025, 10, 14))], ("late", "Истекло 14 октября", False)),
        ([Paper(SEPTEMBER, valid_until=ON)], ("soon", "Истекает сегодня", True)),
        ([Paper(SEPTEMBER, valid_until=date(2025, 11, 14))], ("soon", "Истекает через 30 дней", True)),
        ([Paper(SEPTEMBER, valid_until=date(2025, 11, 15))], ("done", "Получено 8 сентября", True)),
        ([Paper(SEPTEMBER, withdrawn_on=ON)], ("late", "Отозвано 15 октября", False)),
        ([Paper(SEPTEMBER, withdrawn_on=date(2025, 10, 16))], ("done", "Получено 8 сентября", True)),
    ],
)
def test_one_paper_stands_as_its_dates_say(papers: list[Paper], expected: tuple[str, str, bool]) -> None:
    assert said(*papers) == expected


def test_a_new_paper_outweighs_a_withdrawn_one_in_whatever_order() -> None:
    withdrawn, new = Paper(date(2024, 9, 8), withdrawn_on=date(2025, 5, 1)), Paper(SEPTEMBER)
    assert said(new, withdrawn) == said(withdrawn, new) == ("done", "Получено 8 сентября", True)


def test_a_lasting_paper_outweighs_one_that_runs_out_soon() -> None:
    assert said(Paper(date(2024, 9, 8)), Paper(SEPTEMBER, valid_until=date(2025, 10, 20)))[0] == "done"


def test_of_papers_that_do_not_stand_the_newest_is_told() -> None:
    older, newer = Paper(date(2024, 9, 8), valid_until=date(2025, 8, 31)), Paper(SEPTEMBER, withdrawn_on=ON)
    assert said(newer, older)[1] == "Отозвано 15 октября"


def test_a_purpose_nobody_is_obliged_to_is_not_called_needed() -> None:
    assert state_of_papers([], ON, nothing=NOT_GIVEN).words == "Не получено"
