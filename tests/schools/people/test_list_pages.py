"""Lists of people and new records, as Анна sees them."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from schools.people.models import MentorCard, Person
from tenants.current import school_open
from tests.cast import EGOR, VERA
from tests.factories.school import mentee, mentor, partner
from tests.schools.people.conftest import in_school
from tests.schools.rooms import BrowserOf, page, words

PEOPLE = "/2025-26/lyudi/"
ADD = PEOPLE + "dobavit/"
LISTS = [PEOPLE, PEOPLE + "nastavlyaemye/", PEOPLE + "soglasiya/", PEOPLE + "soglasiya/?otbor=bez-soglasiya"]
TEACHER = {
    "baza": "mentors",
    "kto": "teacher",
    "last_name": "Берёзкина",
    "first_name": "Нина",
    "teaching_since": "2009-09-01",
    "since": "2025-10-01",
    "capacity": "2",
}


def test_an_empty_school_is_told_whom_to_enter_first(anna: Client) -> None:
    assert "Наставников пока нет" in page(anna, PEOPLE)
    assert "Наставляемых пока нет" in page(anna, PEOPLE + "nastavlyaemye/")
    assert "Согласий пока нет" in page(anna, PEOPLE + "soglasiya/")
    assert "Партнёров пока нет" in page(anna, PEOPLE + "partnery/")


@pytest.mark.parametrize("address", LISTS)
def test_a_list_of_thirty_costs_as_many_queries_as_a_list_of_three(anna: Client, address: str) -> None:
    def fill(number: int) -> None:
        for _ in range(number):
            mentor("teacher", consent=False)
            mentee("pupil", consent=False)

    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            page(anna, address)
        return len(asked)

    page(anna, PEOPLE)  # what is remembered between requests is remembered now
    with school_open(1):
        fill(3)
    few = cost()
    with school_open(1):
        fill(27)
    assert cost() == few
    assert few <= 14


def test_the_neighbour_sees_her_own_school_and_the_principal_is_told_who_keeps_the_page(
    anna: Client, browser_of: BrowserOf
) -> None:
    in_school(lambda: mentor(last_name="Берёзкина"))
    assert "Берёзкина" in page(anna, PEOPLE)
    assert "Берёзкина" not in page(browser_of(VERA), PEOPLE)
    assert "Эту страницу ведёт куратор" in page(browser_of(EGOR), PEOPLE, 403)


def test_the_list_says_who_lacks_a_consent_and_finds_by_name(anna: Client) -> None:
    in_school(lambda: mentor(last_name="Берёзкина", position="учитель химии"))
    in_school(lambda: mentor("pupil", last_name="Сомов", consent=False))
    seen = page(anna, PEOPLE)
    assert "В базе 2 наставника, без согласия на обработку данных — 1." in seen
    assert "учитель химии" in seen
    assert "обучающийся, 7 «А»" in seen

    found = page(anna, PEOPLE + "?q=березкина")
    assert ("Берёзкина" in found, "Сомов" in found) == (True, False)
    assert "Никого не нашли по словам «никто»" in page(anna, PEOPLE + "?q=никто")
    lacking = page(anna, PEOPLE + "?otbor=bez-soglasiya")
    assert ("Берёзкина" in lacking, "Сомов" in lacking) == (False, True)


def test_fifty_stand_on_a_page_and_the_rest_on_the_next(anna: Client) -> None:
    with school_open(1):
        for number in range(51):
            mentor(last_name=f"Ивин{number:02}")
    first, second = page(anna, PEOPLE), page(anna, PEOPLE + "?page=2")
    assert (first.count(">Ивин"), second.count(">Ивин")) == (50, 1)
    assert "Показаны 1–50 из 51" in first


def test_it_is_asked_who_comes_before_the_record_and_only_what_such_people_have(anna: Client) -> None:
    whom = page(anna, ADD + "?baza=mentees")
    assert 'value="mentees" ' in whom
    assert "Фамилия" not in whom
    teacher = page(anna, ADD + "?baza=mentors&kto=teacher")
    assert ("Педагогический стаж" in teacher, "Например, 7 «Б» или 11." in teacher) == (True, False)
    assert "Письменное согласие работника" in teacher
    pupil = page(anna, ADD + "?baza=mentees&kto=pupil")
    assert ("Педагогический стаж" in pupil, "Например, 7 «Б» или 11." in pupil) == (False, True)
    assert "Наставляемым может быть" in page(anna, ADD + "?baza=mentees&kto=partner", 422)


def test_a_mentor_is_added_with_her_record_and_leads_to_her_page(anna: Client) -> None:
    answer = anna.post(ADD, {**TEACHER, "strengths": "опыты, проекты"})
    with school_open(1):
        made = Person.objects.get()
        assert (made.full_name, MentorCard.objects.get().capacity) == ("Берёзкина Нина", 2)
    assert answer["Location"] == f"{PEOPLE}{made.pk}/"
    seen = page(anna, answer["Location"])
    assert "Запись добавлена. Осталось записать согласие." in seen
    assert "опыты, проекты" in seen


def test_after_one_comes_the_next_with_the_same_questions(anna: Client) -> None:
    answer = anna.post(ADD, {**TEACHER, "eshche": "1"})
    assert answer["Location"] == f"{ADD}?baza=mentors&kto=teacher"


def test_a_refused_record_comes_back_filled_in_with_all_faults_at_once(anna: Client) -> None:
    wrong = {**TEACHER, "last_name": "", "teaching_since": "", "since": "2026-01-01"}
    seen = words(anna.post(ADD, wrong), 422)
    assert "Пока не сохранено: поправьте 3 места" in seen
    assert "Впишите фамилию." in seen
    assert "Этот день ещё не наступил." in seen
    assert 'value="Нина"' in seen


def test_a_namesake_is_refused_in_the_summary(anna: Client) -> None:
    anna.post(ADD, TEACHER)
    seen = words(anna.post(ADD, {**TEACHER, "position": "завуч"}), 422)
    assert "такой человек уже есть в списке" in seen


def test_a_partners_person_is_chosen_from_the_partners(anna: Client) -> None:
    factory = in_school(partner)
    said = {**TEACHER, "kto": "partner", "partner": str(factory), "position": "мастер"}
    anna.post(ADD, said)
    with school_open(1):
        assert Person.objects.get().partner_id == factory
    assert "сотрудник партнёра: Завод «Север»" in page(anna, PEOPLE)


def test_a_year_that_is_over_is_shown_as_it_ended_and_without_buttons(anna: Client) -> None:
    in_school(lambda: mentor(last_name="Давняя", since=date(2024, 9, 1)))
    in_school(lambda: mentor(last_name="Новая", since=date(2025, 9, 1)))
    seen = page(anna, "/2024-25/lyudi/")
    assert ("Давняя" in seen, "Новая" in seen, "Добавить наставника" in seen) == (True, False, False)
