"""Entering people and mending their records."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from schools.people.domain.refusals import PersonNotAdded, PersonNotChanged
from schools.people.models import MentorCard, Person
from schools.people.queries import Register
from schools.people.services.add_person import NewPerson, add_person, edit_person
from schools.people.services.enrol import enter_person
from tenants.current import school_open
from tests.schools.rooms import NOW, TODAY, acts

pytestmark = pytest.mark.usefixtures("school")
PUPIL = NewPerson("Семёнова", "Алёна", "", "pupil", class_name="7 «Б»", birth_year=2012, birth_month=4)
TEACHER = NewPerson("Берёзкин", "Пётр", "Ильич", "teacher", teaching_since=date(2010, 9, 1))


def test_a_person_is_added_once_and_written_into_the_journal_without_the_name() -> None:
    made = add_person(PUPIL, actor_id=7, at=NOW)
    assert Person.objects.get(pk=made).full_name == "Семёнова Алёна"
    assert acts() == ["person_added"]


@pytest.mark.parametrize(
    ("wrong", "what"),
    [
        ({"last_name": ""}, "нет фамилии или имени"),
        ({"class_name": ""}, "Семёнова Алёна: нет класса."),
        ({"class_name": "Ромашка"}, "Семёнова Алёна: «Ромашка» не класс."),
        ({"class_name": "12 А"}, "«12 А» не класс."),
        ({"birth_month": None}, "нет месяца и года рождения"),
        ({"birth_year": None}, "нет месяца и года рождения"),
        ({"birth_year": 1912}, "год рождения 1912 слишком ранний"),
        ({"birth_year": NOW.year - 26}, "слишком ранний"),
        ({"birth_year": NOW.year + 1}, "ещё не наступил"),
    ],
)
def test_a_pupil_without_what_ages_are_counted_from_is_refused(wrong: dict[str, Any], what: str) -> None:
    with pytest.raises(PersonNotAdded, match=what):
        add_person(replace(PUPIL, **wrong), actor_id=None, at=NOW)
    assert not Person.objects.exists()


def test_a_class_is_kept_in_one_writing_so_that_a_namesake_of_it_is_seen() -> None:
    made = add_person(replace(PUPIL, class_name="7-б"), actor_id=None, at=NOW)
    assert Person.objects.get(pk=made).class_name == "7 «Б»"
    with pytest.raises(PersonNotAdded, match="такой человек уже есть"):
        add_person(replace(PUPIL, class_name="7Б"), actor_id=None, at=NOW)
    edit_person(made, replace(PUPIL, class_name="8б"), actor_id=None, at=NOW)
    assert Person.objects.get(pk=made).class_name == "8 «Б»"
    with pytest.raises(PersonNotChanged, match="не класс"):
        edit_person(made, replace(PUPIL, class_name="восьмой"), actor_id=None, at=NOW)


def test_a_group_of_a_kindergarten_is_called_as_people_call_it(db: None) -> None:
    with school_open(3):
        made = add_person(replace(PUPIL, class_name="Ромашка", birth_year=2020), actor_id=None, at=NOW)
        assert Person.objects.get(pk=made).class_name == "Ромашка"


def test_a_teacher_without_the_start_of_experience_is_refused() -> None:
    with pytest.raises(PersonNotAdded, match="начала педагогического стажа"):
        add_person(replace(TEACHER, teaching_since=None), actor_id=None, at=NOW)


def test_a_namesake_of_the_same_class_is_refused_whatever_the_yo_and_one_of_another_class_is_not() -> None:
    add_person(PUPIL, actor_id=None, at=NOW)
    with pytest.raises(PersonNotAdded, match="такой человек уже есть"):
        add_person(replace(PUPIL, last_name="СЕМЕНОВА", first_name="Алена"), actor_id=None, at=NOW)
    add_person(replace(PUPIL, class_name="7 «А»"), actor_id=None, at=NOW)
    assert Person.objects.count() == 2


def test_mending_keeps_the_rules_and_writes_only_what_changed() -> None:
    made = add_person(PUPIL, actor_id=None, at=NOW)
    edit_person(made, PUPIL, actor_id=None, at=NOW)
    assert acts() == ["person_added"]

    edit_person(made, replace(PUPIL, class_name="8 «Б»"), actor_id=None, at=NOW)
    assert Person.objects.get(pk=made).class_name == "8 «Б»"
    assert acts() == ["person_added", "person_changed"]

    with pytest.raises(PersonNotChanged, match="нет класса"):
        edit_person(made, replace(PUPIL, class_name=""), actor_id=None, at=NOW)


def test_nobody_can_be_mended_into_somebody_else() -> None:
    add_person(PUPIL, actor_id=None, at=NOW)
    other = add_person(replace(PUPIL, first_name="Ольга"), actor_id=None, at=NOW)
    with pytest.raises(PersonNotChanged, match="такой человек уже есть"):
        edit_person(other, PUPIL, actor_id=None, at=NOW)


def test_a_person_enters_together_with_the_record_of_the_pool_or_not_at_all() -> None:
    made = enter_person(TEACHER, Register.MENTORS, {"since": TODAY, "capacity": 3}, actor_id=None, at=NOW)
    assert MentorCard.objects.get(person_id=made).capacity == 3
    with pytest.raises(PersonNotAdded):
        enter_person(TEACHER, Register.MENTORS, {"since": TODAY}, actor_id=None, at=NOW)
    assert (Person.objects.count(), MentorCard.objects.count()) == (1, 1)
