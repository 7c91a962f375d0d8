"""The line of the monitoring on the curator's day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from schools.cabinet.domain.deeds import Deed, Monitoring, Stage
from schools.cabinet.domain.monitoring_deed import monitoring_deed

OPEN = Monitoring("Октябрь 2025", Stage.OPEN, date(2025, 10, 1), date(2025, 10, 24), date(2025, 10, 31))
BEGUN = replace(OPEN, filled=15, total=18)


def _deed(one: Monitoring, today: date) -> Deed:
    found = monitoring_deed(one, today)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("one", "today", "code", "days_left", "action"),
    [
        (OPEN, date(2025, 10, 15), "idle", 9, "Начать мониторинг"),
        (BEGUN, date(2025, 10, 15), "work", 9, "Продолжить мониторинг"),
        (BEGUN, date(2025, 10, 20), "work", 4, "Продолжить мониторинг"),
        (BEGUN, date(2025, 10, 21), "soon", 3, "Продолжить мониторинг"),
        (OPEN, date(2025, 10, 23), "soon", 1, "Начать мониторинг"),
        (OPEN, date(2025, 10, 24), "soon", None, "Начать мониторинг"),
    ],
)
def test_an_open_monitoring_counts_its_days(
    one: Monitoring, today: date, code: str, days_left: int | None, action: str
) -> None:
    deed = _deed(one, today)
    assert (deed.code, deed.days_left, deed.action, deed.late, deed.mine) == (code, days_left, action, False, True)


def test_the_last_day_is_said_in_words() -> None:
    deed = _deed(OPEN, date(2025, 10, 24))
    assert (deed.day_words, deed.note) == ("сегодня", "последний день")


@pytest.mark.parametrize(
    ("one", "filled", "said"),
    [
        (OPEN, None, "Программа подставит ваши данные из разделов, останется проверить и дополнить."),
        (BEGUN, (15, 18), "Программа подставила ваши данные. Осталось ввести 3\u00a0показателя."),
        (replace(BEGUN, filled=18), (18, 18), "Все показатели заполнены. Проверьте и сдайте."),
        (replace(BEGUN, filled=0), (0, 18), "Программа подставила ваши данные. Осталось ввести 18\u00a0показателей."),
    ],
)
def test_what_is_left_is_said(one: Monitoring, filled: tuple[int, int] | None, said: str) -> None:
    deed = _deed(one, date(2025, 10, 15))
    assert (deed.filled, deed.text) == (filled, said)


def test_a_late_form_is_still_taken() -> None:
    deed = _deed(replace(BEGUN, stage=Stage.LATE), date(2025, 10, 27))
    assert (deed.code, deed.late, deed.note, deed.day) == ("late", True, "опаздывает на 3\u00a0дня", OPEN.due_on)
    assert deed.text.startswith("Сдать ещё можно до 31\u00a0октября, с пометкой «позже срока»")


@pytest.mark.parametrize(
    ("answer_by", "remarks", "note", "late", "text"),
    [
        (date(2025, 10, 29), 2, "ответить через 2\u00a0дня", False, "Методист вернул форму: 2\u00a0вопроса."),
        (date(2025, 10, 27), 1, "ответить сегодня", False, "Методист вернул форму: 1\u00a0вопрос."),
        (date(2025, 10, 24), 0, "ответ опаздывает на 3\u00a0дня", True, "Методист вернул форму."),
        (None, 0, "", False, "Методист вернул форму."),
    ],
)
def test_a_returned_form_asks_for_an_answer(
    answer_by: date | None, remarks: int, note: str, late: bool, text: str
) -> None:
    returned = replace(BEGUN, stage=Stage.RETURNED, answer_by=answer_by, remarks=remarks)
    deed = _deed(returned, date(2025, 10, 27))
    assert (deed.code, deed.day, deed.note, deed.late) == ("return", answer_by, note, late)
    assert deed.text == f"{text} Исправьте числа или ответьте и сдайте форму снова."


def test_a_form_at_the_methodist_asks_for_nothing() -> None:
    deed = _deed(replace(BEGUN, stage=Stage.REVIEW, handed_in_on=date(2025, 10, 20)), date(2025, 10, 21))
    assert (deed.code, deed.mine, deed.action) == ("review", False, "")
    assert deed.text == "Сдан 20\u00a0октября. От вас ничего не нужно."


@pytest.mark.parametrize(
    ("stage", "today"),
    [
        (Stage.OVER, date(2025, 10, 15)),
        (Stage.AHEAD, date(2025, 8, 31)),  # more than thirty days before the opening
        (Stage.MISSED, date(2025, 12, 1)),  # more than thirty days after the closing
    ],
)
def test_there_is_nothing_to_say(stage: Stage, today: date) -> None:
    assert monitoring_deed(replace(OPEN, stage=stage), today) is None


def test_a_missed_monitoring_is_remembered_for_a_month() -> None:
    deed = _deed(replace(OPEN, stage=Stage.MISSED), date(2025, 11, 30))
    assert (deed.code, deed.late, deed.title) == ("late", True, "Мониторинг «Октябрь 2025» не сдан")


def test_an_announced_monitoring_is_nobodys_turn_yet() -> None:
    deed = _deed(replace(OPEN, stage=Stage.AHEAD), date(2025, 9, 20))
    assert (deed.code, deed.mine, deed.day, deed.note) == ("idle", False, OPEN.opens_on, "через 11\u00a0дней")
