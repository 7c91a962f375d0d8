"""Next year's roadmap out of this one's."""

from __future__ import annotations

from datetime import date

import pytest

from schools.roadmap.domain.deadline import Period
from schools.roadmap.domain.deadline_phrase import parse_deadline
from schools.roadmap.domain.next_plan import Move, MovedRow, NotCopied, move_plan, move_to, moved_plan
from schools.roadmap.domain.plan import Plan, PlannedActivity
from tenants.domain.school_year import SchoolYear

SCHOOL = Period(date(2025, 9, 1), date(2026, 8, 31))
NEXT = Move(1, Period(date(2026, 9, 1), date(2027, 8, 31)))


@pytest.mark.parametrize(
    ("period", "year", "years", "starts_on"),
    [
        ("2025-09-01..2026-08-31", 2026, 1, date(2026, 9, 1)),
        ("2025-08-15..2026-06-30", 2026, 1, date(2026, 8, 15)),
        ("2023-09-01..2024-08-31", 2026, 3, date(2026, 9, 1)),
        ("2022-11..2024-12", 2025, 3, date(2025, 11, 1)),
        ("2026-01..2026-12", 2026, 1, date(2027, 1, 1)),
    ],
)
def test_a_roadmap_moves_to_the_nearest_time_that_is_free(period: str, year: int, years: int, starts_on: date) -> None:
    move = move_to(Period.parse(period), SchoolYear(year))
    assert (move.years, move.period.starts_on) == (years, starts_on)


def test_a_roadmap_of_several_years_that_covers_the_year_is_not_copied() -> None:
    with pytest.raises(NotCopied, match="она сама действует в 2026/27 учебном году"):
        move_to(Period.parse("2025-01..2027-12"), SchoolYear(2026))


def test_a_roadmap_of_the_far_past_leads_nowhere() -> None:
    with pytest.raises(NotCopied, match="не ложатся"):
        move_to(Period.parse("2009-09..2010-08"), SchoolYear(2026))


def _row(phrase: str, text: str = "Провести встречу", **more: object) -> PlannedActivity:
    deadline = parse_deadline(phrase, SCHOOL)
    return PlannedActivity(
        stage=0,
        number="1",
        text=text,
        deadline_phrase=phrase,
        deadline_kind=deadline.kind.value,
        due_on=deadline.due_on,
        confidence=deadline.confidence,
        is_checked=True,
        **more,  # type: ignore[arg-type]  # flags of a row
    )


def _move(*rows: PlannedActivity, said: dict[int, str] | None = None) -> list[MovedRow]:
    plan = Plan("Карта на 2025/2026 учебный год", (("1", "Этап"),), rows)
    return move_plan(plan, range(len(rows)), NEXT, SCHOOL, said or {})


def test_a_phrase_with_a_year_moves_and_one_without_stays() -> None:
    dated, relative = _move(_row("до 15.10.2025"), _row("до 15 октября"))
    assert (dated.new.deadline_phrase, dated.new.due_on, dated.is_moved) == (
        "до 15.10.2026",
        (date(2026, 10, 15),),
        True,
    )
    assert (relative.new.deadline_phrase, relative.new.due_on) == ("до 15 октября", (date(2026, 10, 15),))
    assert relative.is_moved is False


def test_a_day_that_becomes_a_sunday_or_a_holiday_is_told() -> None:
    sunday, holiday, month_end = _move(_row("до 18.10.2025"), _row("до 4 ноября 2025"), _row("январь 2026"))
    assert sunday.notes == ("Выпадает на нерабочий день: 18\u00a0октября 2026\u00a0года (воскресенье).",)
    assert holiday.notes == ("Выпадает на нерабочий день: 4\u00a0ноября 2026\u00a0года (День народного единства).",)
    assert month_end.notes == ()  # 31 January 2027 is a Sunday too, but a month was said, not a day


def test_what_was_not_understood_is_said_again_and_her_own_words_are_taken() -> None:
    strange, mended = _move(_row("по-разному"), _row("по-разному"), said={1: "до 1 марта 2027"})
    assert strange.notes == ("Срок не понят. Впишите его словами с датой.",)
    assert (mended.notes, mended.new.due_on, mended.new.is_checked) == ((), (date(2027, 3, 1),), True)


def test_a_year_that_was_stale_before_is_pointed_at() -> None:
    (stale,) = _move(_row("до 15.10.2021"))
    assert stale.new.deadline_phrase == "до 15.10.2022"
    assert stale.notes == ("Срок не попадает в новое время карты. Проверьте год.",)


def test_a_year_in_the_words_moves_but_a_papers_date_does_not() -> None:
    year, paper, law = _move(
        _row("май", text="Итоги 2025/2026 учебного года"),
        _row("май", text="Исполнить приказ от 05.09.2025"),
        _row("май", text="Работать по методике 2019 года"),
    )
    assert (year.new.text, len(year.notes)) == ("Итоги 2026/2027 учебного года", 1)
    assert (paper.new.text, len(paper.notes)) == ("Исполнить приказ от 05.09.2025", 1)
    assert (law.new.text, law.notes) == ("Работать по методике 2019 года", ())


def test_the_plan_to_save_drops_rows_and_moves_title_and_targets() -> None:
    rows = _move(_row("май"), _row("июнь"))
    plan = Plan(
        "Карта на 2025/2026 учебный год",
        (("1", "Этап"),),
        tuple(row.old for row in rows),
        indicators=({"title": "Доля", "unit": "%", "formula": "", "targets": {"2025": "10", "итог": "1"}},),
    )
    made = moved_plan(plan, rows, {1}, NEXT)
    assert made.title == "Карта на 2026/2027 учебный год"
    assert [one.is_left_out for one in made.activities] == [False, True]
    assert made.indicators[0]["targets"] == {"2026": "10", "итог": "1"}
