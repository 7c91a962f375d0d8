"""What keeps a form from being handed in, and what asks for a word."""

import time
from dataclasses import replace

import pytest

from municipal.indicators.checks import Contradiction, Kind, contradictions
from municipal.indicators.editions import CURRENT, Severity, Where, load_edition
from municipal.indicators.facts import (
    DocumentValue,
    Facts,
    OrganisationKind,
    ShareValue,
    Value,
    cell_of,
    exempt,
    missing,
)
from tenants.domain.russian import NBSP
from tenants.domain.school_year import Season
from tests.municipal.indicators.cases import NO_DOCUMENT, changed, honest, pairs, without
from tests.municipal.indicators.check_cases import CASES, OTHER_SEASON, Case, Changes

OCTOBER, MAY = Season.OCTOBER, Season.MAY


def codes(found: list[Contradiction]) -> list[str]:
    return [one.code for one in found]


def messages(found: list[Contradiction]) -> list[str]:
    return [one.message.replace(NBSP, " ") for one in found]


@pytest.mark.parametrize("organisation", OrganisationKind)
@pytest.mark.parametrize("season", Season)
def test_an_honest_form_has_nothing_to_mend(season: Season, organisation: OrganisationKind) -> None:
    assert contradictions(honest(season, organisation)) == []


def test_every_check_of_the_edition_has_a_case() -> None:
    assert {case.check for case in CASES} == set(load_edition(CURRENT).checks)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.check)
def test_a_check_fires_on_its_contradiction_and_not_on_the_edge_before_it(case: Case) -> None:
    line, check = load_edition(CURRENT).checks[case.check]
    quiet_context = case.context if case.quiet_context is None else case.quiet_context

    fired = contradictions(honest(case.season, **case.fires), context=case.context)
    silent = contradictions(honest(case.season, **case.quiet), context=quiet_context)

    (found,) = [one for one in fired if one.code == case.check]
    assert (found.code_of_field, found.severity, found.message, found.where, found.kind) == (
        line.code,
        check.severity,
        check.message,
        check.where,
        Kind.RULE,
    )
    assert case.check not in codes(silent)


@pytest.mark.parametrize(("check", "season", "changes"), OTHER_SEASON)
def test_a_check_of_one_season_is_silent_in_the_other(check: str, season: Season, changes: Changes) -> None:
    assert check not in codes(contradictions(honest(season, **changes)))


def test_all_contradictions_come_at_once_in_the_order_of_the_form() -> None:
    facts = honest(B6=NO_DOCUMENT, C3=9, E6=0, F4=0, G4=91)

    found = contradictions(facts)

    assert codes(found) == ["B6.2", "C3.1", "E1.3", "F3.1", "F4.1", "F4.2", "G4.1", "G5.1"]
    assert found[2].fields == ("E1", "E6", "E7")
    assert [one.blocks for one in found] == [True, True, True, True, True, False, True, True]


def test_a_kindergarten_is_not_compared_with_lines_it_is_not_asked() -> None:
    facts = honest(Season.OCTOBER, OrganisationKind.KINDERGARTEN, D1=9)

    (found,) = contradictions(facts)

    assert found.code == "D1.1"
    assert found.fields == ("D1", "D2", "D5", "D6")


def test_an_empty_required_line_is_named_and_an_optional_one_is_not() -> None:
    found = contradictions(without(honest(), "E2", "B2", "A1", "G2", "I4"))

    assert codes(found) == ["A1.empty", "B2.empty", "E2.empty"]
    assert {one.kind for one in found} == {Kind.EMPTY}
    assert messages(found) == [
        "Пустое поле сдать нельзя. Заполните его либо выберите «нет данных» и назовите причину.",
        "Пустое поле сдать нельзя. Ответьте «да» или «нет» либо выберите «нет данных» и назовите причину.",
        "Пустое поле сдать нельзя. Впишите число, нажмите «Поставить 0» или выберите «нет данных» и назовите причину.",
    ]


def test_no_data_needs_a_reason_and_then_is_an_answer() -> None:
    assert codes(contradictions(honest(H5=missing(" ")))) == ["H5.empty"]
    assert contradictions(honest(H5=missing("Таблицу ещё не заполняли"))) == []


def test_not_applicable_needs_a_reason_even_on_an_optional_line() -> None:
    found = contradictions(honest(H5=exempt(), G2=exempt()))

    assert codes(found) == ["G2.exempt", "H5.exempt"]
    assert messages(found) == ["Напишите, почему этот вопрос к вам не относится."] * 2
    assert contradictions(honest(H5=exempt("Программа началась вчера"))) == []


@pytest.mark.parametrize(
    ("code", "entered", "computed", "said"),
    [
        ("G2", 96, 95, "было 95, указано 96"),
        ("B8", ShareValue(28, 28), ShareValue(27, 28), "было 27 из 28 (96 %), указано 28 из 28 (100 %)"),
        ("B2", NO_DOCUMENT, DocumentValue(True), "было да, указано нет"),
        ("A1", "school", "kindergarten", "было детский сад, указано школа"),
    ],
)
def test_an_override_needs_a_reason(code: str, entered: Value, computed: Value, said: str) -> None:
    silent = changed(honest(), **{code: cell_of(entered, computed=computed)})
    explained = changed(honest(), **{code: cell_of(entered, computed=computed, reason="Сверено с журналом")})

    (found,) = [one for one in contradictions(silent) if one.kind is Kind.REASON]
    assert found.code == f"{code}.override"
    assert messages([found]) == [f"Число отличается от данных организации: {said}. Напишите почему."]
    assert Kind.REASON not in [one.kind for one in contradictions(explained)]


def test_a_part_larger_than_the_whole_is_an_error_of_every_share() -> None:
    (found,) = contradictions(honest(B8=ShareValue(29, 28)))

    assert (found.code, found.severity, found.where) == ("B8.share", Severity.ERROR, Where.PEOPLE)
    assert messages([found]) == ["Часть больше целого: 29 из 28. Исправьте числа в строке B8."]


@pytest.mark.parametrize(
    ("before", "now", "asked"),
    [
        ({"D2": 6}, {"D2": 9}, []),  # half as much again is not more than a half
        ({"D2": 4}, {"D2": 7}, ["D2.compare"]),
        ({"D2": 2}, {"D2": 4}, []),  # twice as many, but only two people
        ({"D2": 0}, {"D2": 3}, ["D2.compare"]),
        ({"D2": 6}, {"D2": 2}, ["D2.compare"]),
        ({"D2": 6}, {"D2": missing("Ждём")}, []),
        ({"D2": missing("Ждали")}, {"D2": 6}, []),
        ({"B2": DocumentValue(True, url="https://a.example")}, {"B2": NO_DOCUMENT}, ["B2.compare"]),
        ({"B2": NO_DOCUMENT}, {"B2": DocumentValue(True, url="https://a.example")}, []),
        ({"B8": ShareValue(100, 100)}, {"B8": ShareValue(99, 100)}, ["B8.compare"]),
        ({"B8": ShareValue(1000, 1000)}, {"B8": ShareValue(991, 1000)}, []),
        ({"B8": ShareValue(27, 28)}, {"B8": ShareValue(28, 28)}, []),
        ({"G3": 1}, {"G3": 3}, ["G3.compare"]),
        ({"G3": 3}, {"G3": 1}, []),
        ({"F1": 100}, {"F1": 120}, []),
        ({"F1": 100}, {"F1": 121}, ["F1.compare"]),
        ({"F3": 6}, {"F3": 3}, ["F3.compare"]),
        ({"H5": 10}, {"H5": 14}, ["H5.compare"]),
        ({"A1": "supplementary"}, {"A1": "school"}, ["A1.compare"]),
    ],
)
def test_a_large_change_since_the_last_monitoring_asks_for_a_word(
    before: Changes, now: Changes, asked: list[str]
) -> None:
    found = contradictions(honest(OCTOBER, **now), previous=honest(MAY, **before))

    assert [one.code for one in found if one.kind is Kind.COMPARE] == asked


def test_what_adds_up_over_a_year_is_compared_a_year_apart() -> None:
    facts = honest(OCTOBER, G1=10, G2=10, G4=9, G10=10)
    may = honest(MAY)

    assert [one for one in contradictions(facts, previous=may) if one.kind is Kind.COMPARE] == []
    found = contradictions(facts, previous=may, year_before=honest(OCTOBER))
    assert codes(found) == ["G1.compare", "G4.compare"]
    assert messages(found)[0] == "Год назад было 90, теперь 10. Напишите одной фразой, что изменилось."


def test_a_question_about_a_change_is_asked_in_words_and_keeps_the_answer() -> None:
    facts = honest(OCTOBER, E1=pairs(5), D14=15, E7=5, D2=9)
    facts = replace(facts, explanations={"E1.compare": "Новые пары закрепят в октябре."})

    (found,) = [one for one in contradictions(facts, previous=honest(MAY)) if one.code == "E1.compare"]

    assert found.severity is Severity.WARNING
    assert messages([found]) == ["В прошлый раз было 15, теперь 5. Напишите одной фразой, что изменилось."]
    assert found.explanation == "Новые пары закрепят в октябре."


def test_all_checks_of_a_form_take_well_under_ten_milliseconds() -> None:
    facts: Facts = honest(MAY)
    contradictions(facts, previous=facts, year_before=facts)  # rules are read and compiled once a process

    started = time.perf_counter()
    for _ in range(20):
        contradictions(facts, previous=facts, year_before=facts)

    assert (time.perf_counter() - started) / 20 < 0.010
