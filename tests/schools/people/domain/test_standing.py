"""Who somebody was on a day, periods that meet, classes of the next year, topics and measures."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schools.people.domain.classes import class_above, is_last_class
from schools.people.domain.content import counted_measures, measures, topic_groups, topic_titles, topics_said
from schools.people.domain.filters import Choice, Filter
from schools.people.domain.periods import Period, first_met, meet
from schools.people.domain.standing import left_behind, standing_on

SEPTEMBER = date(2025, 9, 1)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
PERIODS = st.builds(
    lambda since, days: Period(since, None if days is None else since + timedelta(days=days)),
    DAYS,
    st.none() | st.integers(0, 900),
)


def test_a_pupil_was_in_last_years_class_last_year() -> None:
    past = left_behind([], "pupil", "7 «Б»", until=date(2025, 8, 31))
    past = left_behind(past, "pupil", "8 «Б»", until=date(2026, 6, 25))
    now = ("graduate", "")
    days = [date(2025, 8, 31), SEPTEMBER, date(2026, 6, 25), date(2026, 6, 26)]
    assert [standing_on(past, *now, day).class_name for day in days] == ["7 «Б»", "8 «Б»", "8 «Б»", ""]
    assert standing_on(past, *now, days[-1]).kind == "graduate"


def test_what_would_last_no_day_is_not_written_down() -> None:
    past = left_behind([], "pupil", "7", until=date(2025, 8, 31))
    assert left_behind(past, "pupil", "8", until=date(2025, 8, 31)) == past


@pytest.mark.parametrize(
    ("now", "then"), [("7 «Б»", "8 «Б»"), ("10", "11"), ("11 «А»", None), ("11", None), ("группа «Ива»", None)]
)
def test_the_class_of_the_next_year(now: str, then: str | None) -> None:
    assert class_above(now) == then
    assert is_last_class(now) == now.startswith("11")


@settings(suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault of the rule
@given(PERIODS, PERIODS)
def test_periods_meet_both_ways_and_exactly_when_they_share_a_day(one: Period, other: Period) -> None:
    end = date.max
    shared = max(one.since, other.since) <= min(one.until or end, other.until or end)
    assert meet(one, other) == meet(other, one) == shared
    assert (first_met(one, [other]) is not None) == shared


@given(
    st.builds(
        Filter,
        st.sampled_from(list(Choice)),
        st.text(max_size=100).map(lambda text: text.replace("\x00", "").strip()),
        st.sampled_from(["", "7 «Б»"]),
        st.sampled_from(["", "pupil"]),
        st.sampled_from(["", "exam"]),
        st.sampled_from(["", "lyubaya"]),
    )
)
def test_a_filter_survives_the_address(wanted: Filter) -> None:
    assert Filter.read(wanted.asked()) == wanted


def test_one_vocabulary_serves_requests_and_help() -> None:
    codes = [code for group in topic_groups() for code in group.topics]
    assert len(codes) == len(set(codes)) == len(topic_titles())
    assert topics_said([], "Шахматы") == "Шахматы"
    assert topics_said(["exam", "dropped"], "шахматы") == "Подготовиться к экзамену или контрольной; шахматы"


def test_measures_say_what_is_done_and_never_why() -> None:
    said = " ".join(f"{one.title} {one.help}" for one in measures().values()).lower()
    assert [word for word in ("овз", "инвалид", "диагноз", "сирот", "малообеспеч", "тжс") if word in said] == []
    assert set(counted_measures()) == set(measures()) - {"advanced"}
