"""Pages of people and consents, as Анна sees them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from schools.people.models import Consent, MenteeCard, MentorCard, Partner, Person
from tenants.current import school_open
from tests.cast import ANNA, EGOR, VERA
from tests.factories.school import mentee, mentor, partner, person
from tests.schools.rooms import TODAY, BrowserOf, it_is, page, words

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


@pytest.fixture
def anna(browser_of: BrowserOf, settings: LazySettings) -> Client:
    """Анна's browser in the middle of October."""
    it_is(settings)
    return browser_of(ANNA)


def in_school(make: Callable[[], int]) -> int:
    with school_open(1):
        return make()


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
    assert (first.count("Ивин"), second.count("Ивин")) == (50, 1)
    assert "Показаны 1–50 из 51" in first


def test_it_is_asked_who_comes_before_the_record_and_only_what_such_people_have(anna: Client) -> None:
    whom = page(anna, ADD + "?baza=mentees")
    assert 'value="mentees" ' in whom
    assert "Фамилия" not in whom
    teacher = page(anna, ADD + "?baza=mentors&kto=teacher")
    assert ("Педагогический стаж" in teacher, "Класс или группа" in teacher) == (True, False)
    assert "Письменное согласие работника" in teacher
    pupil = page(anna, ADD + "?baza=mentees&kto=pupil")
    assert ("Педагогический стаж" in pupil, "Класс или группа" in pupil) == (False, True)
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
    seen = words(anna.post(ADD, TEACHER), 422)
    assert "такой человек уже есть в списке" in seen


def test_a_partners_person_is_chosen_from_the_partners(anna: Client) -> None:
    factory = in_school(partner)
    said = {**TEACHER, "kto": "partner", "partner": str(factory), "position": "мастер"}
    anna.post(ADD, said)
    with school_open(1):
        assert Person.objects.get().partner_id == factory
    assert "сотрудник партнёра: Завод «Север»" in page(anna, PEOPLE)


def test_a_childs_consent_needs_the_parent_and_a_withdrawal_asks_first(anna: Client) -> None:
    child = in_school(lambda: mentee("pupil", consent=False))
    address = f"{PEOPLE}{child}/soglasie/"
    paper = {"purpose": "processing", "given_on": "2025-10-10", "kept_as": "оригинал в папке"}
    refused = words(anna.post(address, paper), 422)
    assert "согласие не записано, ребёнку нет 18 лет" in refused

    assert anna.post(address, {**paper, "by_representative": "on"}).status_code == 302
    assert "Получено 10 октября" in page(anna, f"{PEOPLE}{child}/")
    with school_open(1):
        consent = Consent.objects.get().pk
    assert "Отозвать согласие:" in page(anna, f"{address}{consent}/otozvat/")
    too_early = anna.post(f"{address}{consent}/otozvat/", {"on": "2025-10-09"})
    assert "раньше самого согласия" in words(too_early, 422)
    anna.post(f"{address}{consent}/otozvat/", {"on": "2025-10-14"})
    assert "Отозвано 14 октября" in page(anna, f"{PEOPLE}{child}/")


def test_a_consent_is_withdrawn_only_through_its_own_person(anna: Client) -> None:
    first, second = in_school(mentor), in_school(mentor)
    with school_open(1):
        paper = Consent.objects.get(person_id=first).pk
    assert anna.get(f"{PEOPLE}{second}/soglasie/{paper}/otozvat/").status_code == 404


def test_papers_of_many_are_recorded_at_once_from_the_list(anna: Client) -> None:
    people = [in_school(lambda: mentee("pupil", consent=False)) for _ in range(3)]
    address = PEOPLE + "soglasiya/"
    paper = {"purpose": "processing", "given_on": "2025-10-10", "kept_as": ""}
    nobody = words(anna.post(address, paper), 422)
    assert "Никто не отмечен" in nobody
    unsigned = words(anna.post(address, {**paper, "kto": people[:2]}), 422)
    assert "нет 18 лет" in unsigned
    assert unsigned.count(" checked>") == 3  # two people and the purpose stay marked

    anna.post(address, {**paper, "kto": people[:2], "representatives_signed": "on"})
    seen = page(anna, address)
    assert "Записаны согласия: 2 человека." in seen
    assert "Не хватает согласий на обработку данных: 1 из 3." in seen


def test_a_record_is_mended_without_losing_what_was_not_asked(anna: Client) -> None:
    child = in_school(lambda: mentee("pupil", last_name="Сомов", class_name="6 «А»"))
    with school_open(1):
        Person.objects.update(position="староста")
    form = {"last_name": "Сомов", "first_name": "Пётр", "patronymic": "", "class_name": "7 «А»"}
    anna.post(f"{PEOPLE}{child}/pravka/", {**form, "birth_month": "3", "birth_year": "2011"})
    with school_open(1):
        mended = Person.objects.get()
    assert (mended.class_name, mended.patronymic, mended.position) == ("7 «А»", "", "староста")


def test_somebody_enters_the_other_pool_from_the_page(anna: Client) -> None:
    young = in_school(lambda: mentor(teaching_since=date(2024, 9, 1)))
    anna.post(f"{PEOPLE}{young}/nastavlyaemyj/", {"since": "2025-10-01", "request": "первый год в школе"})
    with school_open(1):
        assert MenteeCard.objects.get().request == "первый год в школе"
    assert "молодой специалист" in page(anna, PEOPLE + "nastavlyaemye/?otbor=molodye")


def test_leaving_asks_first_and_may_be_taken_back(anna: Client) -> None:
    somebody = in_school(lambda: mentor(last_name="Берёзкина"))
    assert "Убрать из действующих:" in page(anna, f"{PEOPLE}{somebody}/ubrat/")
    assert "Берёзкина" in page(anna, PEOPLE)
    anna.post(f"{PEOPLE}{somebody}/ubrat/")
    assert "Запись убрана из действующих" in page(anna, f"{PEOPLE}{somebody}/")
    assert "Берёзкина" not in page(anna, PEOPLE)
    anna.post(f"{PEOPLE}{somebody}/vernut/")
    assert "Внести в эту базу" in page(anna, f"{PEOPLE}{somebody}/")


def test_a_partner_is_added_and_the_work_with_it_ended(anna: Client) -> None:
    address = PEOPLE + "partnery/"
    anna.post(address, {"name": "Лесхоз «Берёза»", "since": "2025-09-01"})
    again = anna.post(address, {"name": "Лесхоз «Береза»", "since": "2025-09-01"})
    assert "уже есть в списке" in words(again, 422)
    with school_open(1):
        made = Partner.objects.get().pk
    anna.post(f"{address}{made}/zakonchit/")
    with school_open(1):
        assert Partner.objects.get().until == TODAY
    assert anna.post(f"{address}987654/zakonchit/").status_code == 404


def test_a_year_that_is_over_is_shown_as_it_ended_and_without_buttons(anna: Client) -> None:
    in_school(lambda: mentor(last_name="Давняя", since=date(2024, 9, 1)))
    in_school(lambda: mentor(last_name="Новая", since=date(2025, 9, 1)))
    seen = page(anna, "/2024-25/lyudi/")
    assert ("Давняя" in seen, "Новая" in seen, "Добавить наставника" in seen) == (True, False, False)


def test_nobody_of_this_school_is_no_such_page(anna: Client) -> None:
    stranger = in_school(person) + 1000
    for tail in ("", "pravka/", "nastavnik/", "nastavlyaemyj/", "ubrat/"):
        assert anna.get(f"{PEOPLE}{stranger}/{tail}").status_code == 404
