"""The state of a school's form, by a table of cases."""

from dataclasses import replace
from datetime import date

import pytest

from municipal.campaigns.domain.calendar import SchoolDates
from municipal.submissions.domain.states import FormState, Standing, Verdict, state_of, state_words

DATES = SchoolDates(date(2025, 10, 1), date(2025, 10, 24), date(2025, 10, 31))
IDLE = Standing(DATES)
BEGUN = Standing(DATES, filled=7)
HANDED_IN = Standing(DATES, handed_in=True)
EARLY, FRIDAY, MONDAY, NOVEMBER = date(2025, 10, 10), date(2025, 10, 24), date(2025, 10, 27), date(2025, 11, 3)


@pytest.mark.parametrize(
    ("standing", "today", "state"),
    [
        (IDLE, EARLY, FormState.NOT_STARTED),
        (replace(IDLE, filled=0), EARLY, FormState.NOT_STARTED),
        (BEGUN, EARLY, FormState.FILLING),
        (BEGUN, date(2025, 10, 20), FormState.FILLING),  # four days are left
        (BEGUN, date(2025, 10, 21), FormState.SOON),  # three
        (IDLE, FRIDAY, FormState.SOON),  # the due day itself is not late
        (IDLE, date(2025, 10, 25), FormState.LATE),
        (BEGUN, date(2025, 10, 31), FormState.LATE),
        (BEGUN, NOVEMBER, FormState.MISSING),
        (HANDED_IN, NOVEMBER, FormState.REVIEW),
        (replace(HANDED_IN, verdict=Verdict.RETURNED), NOVEMBER, FormState.RETURNED),
        (replace(HANDED_IN, verdict=Verdict.ACCEPTED), NOVEMBER, FormState.ACCEPTED),
        (replace(IDLE, is_exempt=True), NOVEMBER, FormState.EXEMPT),
        (replace(HANDED_IN, is_exempt=True), MONDAY, FormState.REVIEW),  # what came is never hidden by the exemption
        (replace(IDLE, dates=replace(DATES, extended_until=date(2025, 11, 5))), MONDAY, FormState.NOT_STARTED),
        (replace(IDLE, dates=replace(DATES, extended_until=date(2025, 11, 5))), NOVEMBER, FormState.SOON),
    ],
)
def test_the_state_follows_from_dates_and_answers(standing: Standing, today: date, state: FormState) -> None:
    assert state_of(standing, today) == state


def test_every_state_has_a_sign_of_the_nine_and_a_word() -> None:
    nine = {"idle", "work", "wait", "soon", "late", "review", "return", "check", "done"}
    assert {state.sign for state in FormState} <= nine
    assert all(state.word for state in FormState)


@pytest.mark.parametrize(
    ("state", "today", "words"),
    [
        (FormState.LATE, MONDAY, "Опаздывает на 3 дня"),
        (FormState.LATE, date(2025, 10, 25), "Опаздывает на 1 день"),
        (FormState.SOON, date(2025, 10, 22), "Срок через 2 дня"),
        (FormState.SOON, FRIDAY, "Срок сегодня"),
        (FormState.MISSING, NOVEMBER, "Не сдан"),
        (FormState.RETURNED, MONDAY, "Возвращён"),
        (FormState.ACCEPTED, MONDAY, "Принят"),
    ],
)
def test_the_words_count_days(state: FormState, today: date, words: str) -> None:
    assert state_words(state, DATES, today, answer_by=date(2025, 10, 29)).replace("\u00a0", " ") == words
