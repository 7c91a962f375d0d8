"""One person, consents and partners, as Анна sees them."""

from __future__ import annotations

from datetime import date

from django.test import Client

from schools.people.models import MenteeCard, Partner, Person
from tenants.current import school_open
from tests.cast import ZOYA
from tests.factories.school import mentee, mentor, person
from tests.schools.people.conftest import in_school
from tests.schools.rooms import TODAY, BrowserOf, page, words

PEOPLE = "/2025-26/lyudi/"


def test_papers_of_many_are_recorded_at_once_from_the_list(anna: Client) -> None:
    people = [in_school(lambda: mentee("pupil", consent=False)) for _ in range(3)]
    address = PEOPLE + "soglasiya/"
    paper = {"purpose": "processing", "given_on": "2025-10-10", "kept_as": ""}
    nobody = words(anna.post(address, paper), 422)
    assert "Никто не отмечен" in nobody
    unsigned = words(anna.post(address, {**paper, "kto": people[:2]}), 422)
    assert "среди отмеченных есть дети до 18 лет: Проверкин" in unsigned
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


def test_nobody_of_this_school_is_no_such_page(anna: Client) -> None:
    stranger = in_school(person) + 1000
    for tail in ("", "pravka/", "nastavnik/", "nastavlyaemyj/", "ubrat/"):
        assert anna.get(f"{PEOPLE}{stranger}/{tail}").status_code == 404


def test_a_kindergarten_is_not_asked_about_pupils(anna: Client, browser_of: BrowserOf) -> None:
    address = f"{PEOPLE}dobavit/"
    assert "Обучающийся" in page(anna, address)
    zoya = browser_of(ZOYA)
    asked = page(zoya, address)
    assert "Педагог" in asked
    assert "Обучающийся" not in asked
    assert "ученик" not in asked
    assert zoya.get(address, {"baza": "mentees", "kto": "pupil"}).status_code == 422


def test_a_word_is_no_class_and_what_was_typed_stays(anna: Client) -> None:
    child = in_school(lambda: mentee("pupil", last_name="Сомов"))
    form = {
        "last_name": "Сомов",
        "first_name": "Пётр",
        "class_name": "Ромашка",
        "birth_month": "3",
        "birth_year": "2011",
    }
    refused = words(anna.post(f"{PEOPLE}{child}/pravka/", form), 422)
    assert "Впишите класс от 1 до 11 и букву, если она есть: 7 «Б»." in refused
    assert 'value="Ромашка"' in refused
