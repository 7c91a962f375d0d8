"""What in a plan cannot be done in the order it is written."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from schools.roadmap.domain.deadline import Period
from schools.roadmap.domain.deadline_phrase import parse_deadline
from schools.roadmap.domain.dependencies import PlannedRow, warnings_of
from schools.roadmap.domain.guess_closing import guess_closing
from schools.roadmap.domain.typical import TypicalRoadmap, list_typical

YEAR = Period(date(2025, 9, 1), date(2026, 8, 31))


def _row(key: int, text: str = "Дело", due: date | None = date(2025, 10, 1), **said: Any) -> PlannedRow:
    usual = {"closes_by": "", "deadline_kind": "once_by", "responsible": "куратор", "number": f"1.{key}"}
    return PlannedRow(id=key, text=text, due_on=(due,) if due else (), **{**usual, **said})


def _said(*rows: PlannedRow) -> list[str]:
    return [one.words.replace("\xa0", " ") for one in warnings_of(rows, YEAR)]


def test_approval_before_the_end_of_drafting_is_told_with_both_dates() -> None:
    assert _said(
        _row(1, "Разработать дорожную карту", date(2025, 9, 30)),
        _row(2, "Утвердить дорожную карту приказом", date(2025, 9, 15)),
    ) == [
        "Пункт 1.2 и пункт 1.1: карту утверждают раньше, чем кончают составлять "
        "(15 сентября 2025 года против 30 сентября 2025 года)."
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("consents", "order:pairs"),
        ("register:mentors", "order:mentors_register"),
        ("matching", "order:pairs"),
        ("order:pairs", "meetings:intro"),
    ],
)
def test_a_step_due_before_what_it_needs_is_told(before: str, after: str) -> None:
    early, late = date(2025, 10, 1), date(2025, 10, 20)
    [warning] = warnings_of([_row(1, due=late, closes_by=before), _row(2, due=early, closes_by=after)], YEAR)
    assert (warning.kind, warning.rows) == ("order", (2, 1))
    assert warnings_of([_row(1, due=early, closes_by=before), _row(2, due=late, closes_by=after)], YEAR) == ()


def test_the_same_day_is_in_order() -> None:
    day = date(2025, 10, 1)
    assert warnings_of([_row(1, due=day, closes_by="consents"), _row(2, due=day, closes_by="order:pairs")], YEAR) == ()


def test_a_row_without_term_or_people_or_out_of_the_roadmap_is_told() -> None:
    assert _said(
        _row(1, due=None, deadline_kind="blank"),
        _row(2, responsible=" — "),
        _row(3, due=date(2027, 1, 1)),
        _row(4, due=None, deadline_kind="continuous"),
    ) == [
        "Пункт 1.3: срок 1 января 2027 года не попадает во время действия карты.",
        "Пункт 1.1: срок не указан или не понят.",
        "Пункт 1.2: нет ответственного.",
    ]


@pytest.mark.parametrize(
    "typical", [one for one in list_typical() if one.code != "municipal"], ids=lambda one: one.code
)
def test_our_own_roadmaps_are_in_order(typical: TypicalRoadmap) -> None:
    rows = [
        PlannedRow(place, one.number, one.text, one.closes_by, told.kind.value, told.due_on, one.responsible)
        for place, one in enumerate(typical.activities)
        for told in [parse_deadline(one.deadline_phrase, YEAR)]
    ]
    assert warnings_of(rows, YEAR) == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Издать приказ о назначении куратора", "order:curator"),
        ("Утвердить реестр наставников", "order:mentors_register"),
        ("Закрепить наставнические пары приказом", "order:pairs"),
        ("Сформировать базу наставляемых", "register:mentees"),
        ("Получить согласия на обработку персональных данных", "consents"),
        ("Провести итоговое анкетирование участников", "survey:exit"),
        ("Опубликовать лучшие практики на сайте школы", "publication:results"),
        ("Сделать что-нибудь хорошее", ""),
    ],
)
def test_what_closes_a_row_is_guessed_from_its_words(text: str, code: str) -> None:
    assert guess_closing(text) == code
