"""A phrase moved by whole years means the same days of the other year."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schools.roadmap.domain.deadline import DeadlineKind, Period
from schools.roadmap.domain.deadline_phrase import parse_deadline
from schools.roadmap.domain.shift_phrase import shift_day, shift_phrase, years_named
from tests.schools.roadmap.domain.deadline_cases import DATELESS, DAYS, MONTHS, RHYTHMS, STRETCHES, WINDOWS, YEAR
from tests.schools.roadmap.domain.test_deadline_properties import GENITIVE, NOMINATIVE

NEXT = Period(shift_day(YEAR.starts_on, 1), shift_day(YEAR.ends_on, 1))


@pytest.mark.parametrize(
    ("phrase", "moved"),
    [
        ("до 15.10.2025", "до 15.10.2026"),
        ("до 15.10.25 г.", "до 15.10.26 г."),
        ("До 10.12. 2025 г.", "До 10.12. 2026 г."),
        ("октябрь 2025", "октябрь 2026"),
        ("октябрь 25 г.", "октябрь 26 г."),
        ("Ноябрь-декабрь 2025 г.", "Ноябрь-декабрь 2026 г."),
        ("2025/2026 учебный год", "2026/2027 учебный год"),
        ("ноябрь 2025/26 уч. г.", "ноябрь 2026/27 уч. г."),
        ("25/26 уч. год", "26/27 уч. год"),
        ("2025–2026 гг.", "2026–2027 гг."),
        ("11.2025", "11.2026"),
        ("2025-11-07", "2026-11-07"),
        ("с 01.09.2025 по 31.05.2026", "с 01.09.2026 по 31.05.2027"),
        ("29 февраля 2028", "28 февраля 2029"),
        ("29.02.2028", "28.02.2029"),
        ("1999-2000", "2000-2001"),
        ("по приказу № 2025", "по приказу № 2025"),
        ("ежеквартально до 5 числа", "ежеквартально до 5 числа"),
        ("до 15.10 ежегодно", "до 15.10 ежегодно"),
        ("в течение 2 недель", "в течение 2 недель"),
        ("п. 25", "п. 25"),
        ("", ""),
    ],
)
def test_only_years_move(phrase: str, moved: str) -> None:
    assert shift_phrase(phrase, 1) == moved


@pytest.mark.parametrize("case", DAYS + MONTHS + WINDOWS + STRETCHES + RHYTHMS + DATELESS, ids=lambda case: case[0])
def test_a_known_phrase_reads_the_same_a_year_later(case: tuple[str, DeadlineKind, str]) -> None:
    before, after = parse_deadline(case[0], YEAR), parse_deadline(shift_phrase(case[0], 1), NEXT)
    assert after.kind is before.kind
    assert after.due_on == tuple(shift_day(day, 1) for day in before.due_on)


days = st.dates(date(2001, 1, 1), date(2060, 12, 31))
steps = st.integers(1, 9)


@st.composite
def dated(draw: st.DrawFn) -> tuple[str, date]:
    """A phrase with one whole date, and the date."""
    day, by = draw(days), draw(st.sampled_from(["", "до ", "не позднее ", "в срок до "]))
    mark = draw(st.sampled_from(["", " г.", " года", "\u00a0г."]))
    forms = [f"{day:%d.%m.%Y}", f"{day.day} {GENITIVE[day.month - 1]} {day.year}", f"{day:%d.%m}. {day.year}"]
    return by + draw(st.sampled_from(forms)) + mark, day


@given(dated(), steps)
def test_a_date_of_any_year_is_read_as_the_same_date_moved(one: tuple[str, date], years: int) -> None:
    phrase, day = one
    period = Period(date(day.year, 1, 1), date(day.year, 12, 31))
    moved = Period(shift_day(period.starts_on, years), shift_day(period.ends_on, years))
    before, after = parse_deadline(phrase, period), parse_deadline(shift_phrase(phrase, years), moved)
    assert before.due_on == (day,)
    assert (after.kind, after.due_on) == (before.kind, tuple(shift_day(due, years) for due in before.due_on))


@given(st.sampled_from(NOMINATIVE), st.integers(2001, 2060), steps)
def test_a_month_of_a_year_ends_in_the_same_month_of_the_other(month: str, year: int, years: int) -> None:
    phrase = f"{month} {year}"
    period, later = (Period(date(one, 1, 1), date(one, 12, 31)) for one in (year, year + years))
    before, after = parse_deadline(phrase, period), parse_deadline(shift_phrase(phrase, years), later)
    assert (after.kind, len(after.due_on)) == (before.kind, 1)
    assert (after.due_on[0].year, after.due_on[0].month) == (before.due_on[0].year + years, before.due_on[0].month)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), steps)
def test_nothing_but_figures_changes_and_the_way_back_is_the_same(text: str, years: int) -> None:
    moved = shift_phrase(text, years)
    bare = "".join(sign for sign in text if not sign.isdecimal())
    assert "".join(sign for sign in moved if not sign.isdecimal()) == bare
    assert shift_phrase(text, 0) == text


def test_years_of_a_text_are_seen() -> None:
    assert years_named("Итоги 2025/2026 года, форма 12025") == {2025, 2026}
