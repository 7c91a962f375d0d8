"""Lines of the day by the register each comes from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from schools.cabinet.domain.agenda import agenda
from schools.cabinet.domain.deeds import (
    Consents,
    DueActivity,
    Entry,
    Facts,
    HalfActivity,
    Link,
    Monitoring,
    Named,
    PlanStep,
    ProposedPair,
    Remark,
    RoadmapStep,
    Stage,
    Target,
)

TODAY = date(2025, 10, 15)
OPEN = Monitoring("Октябрь 2025", Stage.OPEN, date(2025, 10, 1), date(2025, 10, 24), date(2025, 10, 31), 14, 18)


def _due(days: int, number: str = "5.4") -> DueActivity:
    return DueActivity(1000 + days, number, f"Мероприятие {days}", TODAY + timedelta(days=days))


def _facts(**said: Any) -> Facts:
    return Facts(today=TODAY, year_title="2025/26", **said)


@pytest.mark.parametrize(
    ("step", "code", "title", "mine"),
    [
        (PlanStep.DRAFT, "work", "Утвердить дорожную карту приказом", True),
        (PlanStep.CHANGED, "work", "Утвердить изменения дорожной карты: 2\u00a0изменения", True),
        (PlanStep.RETURNED, "return", "Директор вернул дорожную карту", True),
        (PlanStep.SENT, "wait", "Изменения дорожной карты на утверждении у директора", False),
    ],
)
def test_the_approval_says_whose_the_move_is(step: PlanStep, code: str, title: str, mine: bool) -> None:
    roadmap = RoadmapStep(7, "Карта", step, changes=2, note="Сдвиньте сроки.")
    (deed,) = agenda(_facts(roadmaps=[roadmap])).deeds
    assert (deed.code, deed.title, deed.mine) == (code, title, mine)
    assert bool(deed.action) is mine


def test_what_was_returned_stands_before_everything() -> None:
    returned = replace(OPEN, stage=Stage.RETURNED, campaign_id=3, questions=[Remark(5, "E1", "Пар 9 или 7?")])
    roadmap = RoadmapStep(7, "Карта", PlanStep.RETURNED, note="Сдвиньте сроки.")
    day = agenda(_facts(monitoring=returned, roadmaps=[roadmap], activities=[_due(-9)], waiting=1))
    assert [deed.code for deed in day.deeds] == ["return", "return", "late", "work"]
    assert day.deeds[0].links == (Link("Строка E1: Пар 9 или 7?", Target.REMARK, (3, "E"), "answer-5"),)


def test_a_late_activity_leads_to_the_field_of_its_day() -> None:
    (deed,) = agenda(_facts(activities=[_due(-1)])).deeds
    assert (deed.target, deed.target_id, deed.anchor) == (Target.ACTIVITY, 999, "id_done_on")


@pytest.mark.parametrize(
    ("until", "is_over", "asked"),
    [
        (TODAY - timedelta(days=1), True, 1),
        (TODAY + timedelta(days=14), False, 1),
        (TODAY + timedelta(days=15), False, 0),
    ],
)
def test_a_half_year_is_asked_about_two_weeks_before_its_end(until: date, is_over: bool, asked: int) -> None:
    half = HalfActivity(4, "2.1", "Вести дневник", "первое полугодие", until, is_over=is_over)
    found = agenda(_facts(halves=[half])).deeds
    assert [(deed.title, deed.target_id, deed.anchor) for deed in found] == (
        [("Подтвердить: Вести дневник", 4, "id_title")] * asked
    )


def test_several_half_years_are_one_line_with_a_place_for_each() -> None:
    halves = [HalfActivity(n, f"2.{n}", f"Дело {n}", "первое полугодие", TODAY, is_over=False) for n in (1, 2, 3)]
    (deed,) = agenda(_facts(halves=halves)).deeds
    assert deed.title == "Нет подтверждения у 3\u00a0постоянных дел"
    assert [link.words for link in deed.links] == ["2.1 Дело 1", "2.2 Дело 2", "2.3 Дело 3"]


def test_a_withdrawn_consent_reddens_the_line_and_is_told() -> None:
    (deed,) = agenda(_facts(consents=Consents(people=9, without=3, withdrawn=1, expired=2))).deeds
    assert (deed.code, deed.text.split(" Из них ")[1]) == ("late", "отозвано: 1, истекло: 2.")


def test_consents_that_run_out_are_asked_for_beforehand() -> None:
    (deed,) = agenda(_facts(consents=Consents(people=9, expiring=1))).deeds
    assert (deed.code, deed.title) == ("soon", "1\u00a0согласие скоро истечёт")


def test_mentors_without_labour_papers_are_led_to_the_field_each() -> None:
    people = [Named(4, "Белова Т. И."), Named(6, "Ким О.")]
    (deed,) = agenda(_facts(without_papers=people)).deeds
    assert deed.title == "Оформить наставничество в трудовом договоре у 2\u00a0наставников"
    assert (deed.target, deed.target_id, deed.anchor) == (Target.LABOUR, 4, "id_consent_on")
    assert [(link.words, link.place) for link in deed.links] == [("Ким О.", (6,))]


@pytest.mark.parametrize(("days", "count"), [(13, 0), (14, 1)])
def test_a_survey_is_asked_about_after_two_weeks(days: int, count: int) -> None:
    found = agenda(_facts(surveys=1, surveys_since=TODAY - timedelta(days=days), first_survey=8)).deeds
    assert [(deed.target, deed.target_id) for deed in found] == [(Target.SURVEY, 8)] * count


@pytest.mark.parametrize(("days", "mine"), [(3, False), (4, True)])
def test_a_letter_of_invitation_is_given_three_days(days: int, mine: bool) -> None:
    entry = Entry(invited=2, invited_since=TODAY - timedelta(days=days))
    (deed,) = agenda(_facts(entry=entry)).deeds
    assert (deed.title, deed.mine, bool(deed.action)) == ("2\u00a0приглашения ждут ответа", mine, mine)


def test_every_line_that_waits_for_somebody_else_has_no_button() -> None:
    facts = _facts(
        monitoring=replace(OPEN, stage=Stage.REVIEW),
        roadmaps=[RoadmapStep(1, "Карта", PlanStep.SENT)],
        entry=Entry(invited=1, invited_since=TODAY),
        proposed=[ProposedPair(2, "Ким О. и Ли Я.", TODAY)],
        appoints=False,
    )
    assert [(deed.mine, deed.action) for deed in agenda(facts).deeds] == [(False, "")] * 4


@pytest.mark.parametrize(("days", "code", "late"), [(-1, "late", True), (0, "soon", False), (2, "soon", False)])
def test_a_name_to_take_down_has_its_day_and_reddens_after_it(days: int, code: str, late: bool) -> None:
    due = TODAY + timedelta(days=days)
    (deed,) = agenda(_facts(takedowns=2, takedown_due=due, first_takedown=9)).deeds
    assert (deed.code, deed.late, deed.day, deed.target, deed.target_id) == (code, late, due, Target.TAKEDOWN, 9)
    assert deed.title == "Убрать с опубликованных страниц 2\u00a0имени"


def test_a_mentor_whose_work_ends_early_is_told_by_the_last_day() -> None:
    last = TODAY + timedelta(days=3)
    (deed,) = agenda(_facts(ending_mentors=1, mentor_ends_on=last, first_ending=6)).deeds
    assert (deed.day, deed.target, deed.target_id) == (last, Target.CONSENTS_OF, 6)


def test_terms_of_retention_and_links_without_an_answer_are_told() -> None:
    found = agenda(_facts(to_erase=3, consents=Consents(asked=2))).deeds
    assert [(deed.title, deed.mine) for deed in found] == [
        ("Удалить сведения 3\u00a0человек: срок хранения вышел", True),
        ("2\u00a0ссылки на согласие ждут ответа", False),
    ]


@pytest.mark.parametrize(("count", "target"), [(1, Target.PAIR), (2, Target.PAUSED_PAIRS)])
def test_a_paused_pair_is_opened_itself(count: int, target: Target) -> None:
    (deed,) = agenda(_facts(paused=count, first_paused=5)).deeds
    assert (deed.target, deed.target_id) == (target, 5 if count == 1 else None)
