"""The curator's day by tables of cases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from schools.cabinet.domain.agenda import agenda
from schools.cabinet.domain.deeds import (
    Consents,
    DueActivity,
    Facts,
    Monitoring,
    ProposedPair,
    SilentPair,
    Stage,
    Target,
)

TODAY = date(2025, 10, 15)
OPEN = Monitoring("Октябрь 2025", Stage.OPEN, date(2025, 10, 1), date(2025, 10, 24), date(2025, 10, 31), 14, 18)


def _due(days: int, number: str = "5.4") -> DueActivity:
    return DueActivity(1000 + days, number, f"Мероприятие {days}", TODAY + timedelta(days=days))


def _facts(**said: Any) -> Facts:
    return Facts(today=TODAY, year_title="2025/26", **said)


def _codes(facts: Facts) -> list[str]:
    return [deed.code for deed in agenda(facts).deeds]


def test_a_quiet_day_has_no_deeds() -> None:
    day = agenda(_facts(consents=Consents(people=37)))
    assert (day.deeds, day.folded, day.mine, day.late, day.nearest) == ((), (), 0, 0, None)


def test_the_whole_day_stands_in_the_order_of_the_design() -> None:
    facts = _facts(
        monitoring=OPEN,
        activities=[_due(16), _due(2), _due(5), _due(0), _due(-5)],
        silent=[SilentPair(1, "Белова Т. И. и Петрова А. Д.", 21)],
        proposed=[ProposedPair(2, "Ким О. и Ли Я.", date(2025, 10, 12))],
        consents=Consents(people=37, without=3),
        waiting=2,
        unmarked_meetings=1,
    )
    assert [(deed.code, deed.target) for deed in agenda(facts).deeds] == [
        ("work", Target.MONITORING),
        ("late", Target.ACTIVITY),
        ("soon", Target.ACTIVITY),  # today
        ("soon", Target.PAIR),
        ("work", Target.ORDER),
        ("work", Target.WITHOUT_CONSENT),
        ("work", Target.PAIRS),
        ("check", Target.MEETINGS),
        ("soon", Target.ACTIVITY),  # in two days
        ("idle", Target.ACTIVITY),  # in five: this week; what is sixteen days away is not spoken of yet
    ]
    assert (agenda(facts).mine, agenda(facts).late) == (10, 1)


@pytest.mark.parametrize(
    ("overdue", "monitoring", "red", "folded"),
    [
        (0, None, 0, 0),
        (1, None, 1, 0),
        (2, None, 2, 0),
        (5, None, 2, 3),
        (3, replace(OPEN, stage=Stage.LATE), 2, 2),
        (3, OPEN, 2, 1),
    ],
)
def test_no_more_than_two_red_lines_stand_in_a_row(
    overdue: int, monitoring: Monitoring | None, red: int, folded: int
) -> None:
    day = agenda(_facts(monitoring=monitoring, activities=[_due(-number) for number in range(1, overdue + 1)]))
    assert (sum(deed.late for deed in day.deeds), len(day.folded)) == (red, folded)
    assert day.late == overdue + (monitoring is not None and monitoring.stage is Stage.LATE)


def test_the_fold_stands_after_the_red_lines() -> None:
    day = agenda(_facts(monitoring=OPEN, activities=[_due(-1), _due(-2), _due(-3), _due(1)]))
    assert (day.fold_after, [deed.note for deed in day.folded]) == (3, ["просрочено на 1\u00a0день"])
    assert [deed.note for deed in day.deeds[1:3]] == ["просрочено на 3\u00a0дня", "просрочено на 2\u00a0дня"]


@pytest.mark.parametrize(
    ("days", "code", "note", "mine"),
    [
        (-1, "late", "просрочено на 1\u00a0день", True),
        (0, "soon", "15\u00a0окт, ср", True),
        (1, "soon", "завтра", True),
        (3, "soon", "через 3\u00a0дня", True),
        (4, "idle", "через 4\u00a0дня", True),
        (7, "idle", "через 7\u00a0дней", True),
        (8, "idle", "через 8\u00a0дней", False),
        (14, "idle", "через 14\u00a0дней", False),
    ],
)
def test_an_activity_turns_yellow_three_days_before_and_red_the_day_after(
    days: int, code: str, note: str, mine: bool
) -> None:
    (deed,) = agenda(_facts(activities=[_due(days)])).deeds
    assert (deed.code, deed.note, deed.mine) == (code, note, mine)


def test_what_is_far_away_is_only_the_nearest_of_an_idle_day() -> None:
    day = agenda(_facts(activities=[_due(40), _due(15)]))
    assert day.deeds == ()
    assert day.nearest is not None
    assert day.nearest.day == TODAY + timedelta(days=15)


def test_no_more_than_three_coming_activities_are_shown() -> None:
    assert _codes(_facts(activities=[_due(days) for days in range(8, 14)])) == ["idle"] * 3


def test_everything_of_the_week_is_shown_and_counted_however_much_it_is() -> None:
    day = agenda(_facts(activities=[*[_due(days) for days in (1, 1, 2, 3, 3)], _due(9)]))
    assert ([deed.code for deed in day.deeds], day.mine) == (["soon"] * 5, 5)


def test_the_curators_own_stand_before_what_is_only_to_be_known() -> None:
    ahead = Monitoring("Май 2026", Stage.AHEAD, TODAY + timedelta(days=1), date(2026, 5, 22), date(2026, 5, 29))
    day = agenda(_facts(monitoring=ahead, activities=[_due(2), _due(-1), _due(8)]))
    assert [deed.mine for deed in day.deeds] == [True, True, False, False]
    assert day.mine == 2


def test_what_waits_for_somebody_else_stands_last_and_is_not_counted() -> None:
    day = agenda(_facts(monitoring=replace(OPEN, stage=Stage.REVIEW), activities=[_due(9)], waiting=1))
    assert [deed.code for deed in day.deeds] == ["work", "idle", "review"]
    assert day.mine == 1


def test_a_monitoring_that_opens_soon_stands_by_its_date() -> None:
    ahead = Monitoring("Май 2026", Stage.AHEAD, TODAY + timedelta(days=9), date(2026, 5, 22), date(2026, 5, 29))
    day = agenda(_facts(monitoring=ahead, activities=[_due(8), _due(10)]))
    assert [deed.title for deed in day.deeds] == ["Мероприятие 8", "Откроется мониторинг «Май 2026»", "Мероприятие 10"]


@pytest.mark.parametrize(
    ("days", "title", "text"),
    [
        ([21], "Пара давно не встречалась", "а\u00a0— 21"),
        ([18, 21], "Две\u00a0пары давно не встречались", "б — 21\u00a0день, а — 18\u00a0дней."),
        (
            [15, 16, 17, 18, 19],
            "Пять\u00a0пар давно не встречались",
            "19\u00a0дней, г — 18\u00a0дней, в — 17\u00a0дней и ещё 2.",
        ),
    ],
)
def test_silent_pairs_are_named_the_longest_silence_first(days: list[int], title: str, text: str) -> None:
    silent = [SilentPair(number, "абвгд"[number], length) for number, length in enumerate(days)]
    (deed,) = agenda(_facts(silent=silent)).deeds
    assert deed.title == title
    assert text.replace("\u00a0", " ") in deed.text.replace("\u00a0", " ")
    assert deed.target is (Target.PAIR if len(days) == 1 else Target.SILENT_PAIRS)


def test_initials_end_the_sentence_themselves() -> None:
    (deed,) = agenda(_facts(proposed=[ProposedPair(2, "Ким О. и Ли Я.", TODAY)])).deeds
    assert (deed.title, deed.text) == ("Предложенная пара ждёт приказа", "Ким О. и Ли Я.")


def test_many_proposals_are_counted_and_the_oldest_is_dated() -> None:
    proposed = [
        ProposedPair(number, ["аб", "вг", "де", "жз"][number], date(2025, 10, 9 + number)) for number in range(4)
    ]
    (deed,) = agenda(_facts(proposed=proposed)).deeds
    assert deed.title == "Четыре\u00a0пары ждут приказа"
    assert (deed.text, deed.note) == ("аб, вг, де и ещё 1.", "с 9\u00a0октября")


@pytest.mark.parametrize(
    ("waiting", "title"),
    [(1, "1\u00a0наставляемый ждёт наставника"), (2, "2\u00a0наставляемых ждут наставника")],
)
def test_those_who_wait_for_a_mentor_are_counted(waiting: int, title: str) -> None:
    (deed,) = agenda(_facts(waiting=waiting)).deeds
    assert (deed.title, deed.target) == (title, Target.PAIRS)


def test_missing_consents_are_told_out_of_all() -> None:
    (deed,) = agenda(_facts(consents=Consents(people=37, without=3))).deeds
    assert deed.title == "Собрать согласия: не хватает 3 из 37"


def test_a_year_without_a_roadmap_asks_for_one() -> None:
    (deed,) = agenda(_facts(has_roadmap=False)).deeds
    assert (deed.target, deed.mine) == (Target.NEW_ROADMAP, True)


@pytest.mark.parametrize(
    ("due_on", "code", "late", "mine"),
    [
        (TODAY - timedelta(days=1), "late", True, True),
        (TODAY + timedelta(days=2), "soon", False, True),
        (TODAY + timedelta(days=10), "idle", False, False),
    ],
)
def test_the_years_results_are_asked_for_by_the_end_of_may(due_on: date, code: str, late: bool, mine: bool) -> None:
    (deed,) = agenda(_facts(year_results_due=due_on)).deeds
    assert (deed.code, deed.late, deed.mine, deed.target) == (code, late, mine, Target.PUBLICATION)
