"""Roles over the years: periods, returns, leaving, and what a past day shows."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from schools.pairs.services.form_pair import NewPair, PairNotFormed, propose_pair
from schools.people.domain.refusals import PersonNotChanged, RoleNotRecorded
from schools.people.models import MenteeCard, MentorCard, Person, RolePeriod
from schools.people.queries import Register, mentors_on, participants
from schools.people.queries.lists import future_mentors
from schools.people.services.add_person import NewPerson
from schools.people.services.archive_person import archive_person
from schools.people.services.become import become
from schools.people.services.enrol import enrol_mentor
from schools.people.services.roles import close_role, leave_pool, open_role
from tests.factories.school import mentee, mentor, pair, person
from tests.schools.rooms import NOW, TODAY

pytestmark = pytest.mark.usefixtures("school")
WHO: dict[str, Any] = {"actor_id": None, "at": NOW}
SEPTEMBER, WINTER = date(2025, 9, 1), date(2025, 10, 10)


def test_one_person_is_a_mentor_in_one_form_and_a_mentee_in_another() -> None:
    somebody = person("teacher")
    open_role(somebody, "mentor", mentoring_format="teacher_pupil", since=SEPTEMBER, **WHO)
    open_role(somebody, "mentee", mentoring_format="teacher_teacher", since=SEPTEMBER, **WHO)
    assert (MentorCard.objects.get().since, MenteeCard.objects.get().since) == (SEPTEMBER, SEPTEMBER)
    assert RolePeriod.objects.filter(until=None).count() == 2


def test_the_same_role_twice_at_once_is_refused_with_its_days_and_saving_again_changes_nothing() -> None:
    somebody = person("teacher", last_name="Белова", first_name="Тамара", patronymic="")
    asked: dict[str, Any] = {"mentoring_format": "teacher_pupil", "since": SEPTEMBER, **WHO}
    assert open_role(somebody, "mentor", **asked) == open_role(somebody, "mentor", **asked)
    with pytest.raises(RoleNotRecorded, match=r"уже наставник по форме .* с 1\s+сентября\s+2025"):
        open_role(somebody, "mentor", **{**asked, "since": TODAY})


def test_a_role_that_ended_may_begin_again_and_both_stay() -> None:
    somebody = person("teacher")
    first = open_role(somebody, "mentor", mentoring_format="teacher_pupil", since=SEPTEMBER, **WHO)
    close_role(first, on=date(2025, 9, 30), **WHO)
    close_role(first, on=TODAY, **WHO)
    open_role(somebody, "mentor", mentoring_format="teacher_pupil", since=date(2025, 10, 1), **WHO)
    assert list(RolePeriod.objects.values_list("since", "until")) == [
        (SEPTEMBER, date(2025, 9, 30)),
        (date(2025, 10, 1), None),
    ]


def test_a_form_that_is_not_for_such_people_is_refused() -> None:
    with pytest.raises(RoleNotRecorded, match="не может стоять на этой стороне"):
        open_role(person("pupil"), "mentor", mentoring_format="teacher_teacher", since=SEPTEMBER, **WHO)


def test_nobody_is_his_own_mentor() -> None:
    somebody = mentor()
    with pytest.raises(PairNotFormed, match="С обеих сторон стоит"):
        propose_pair(NewPair("teacher_teacher", [somebody], [somebody]), on=TODAY, **WHO)


def test_a_return_keeps_the_stay_before_it_and_the_past_shows_who_stood_in_the_pool() -> None:
    somebody = mentor(since=date(2024, 9, 1))
    leave_pool(somebody, "mentor", on=date(2025, 5, 31), **WHO)
    assert not mentors_on(TODAY).exists()
    enrol_mentor(somebody, since=TODAY, **WHO)
    days = [date(2024, 8, 31), date(2025, 1, 10), date(2025, 7, 1), TODAY]
    assert [mentors_on(day).count() for day in days] == [0, 1, 0, 1]
    last_year = participants(date(2025, 5, 31), Register.MENTORS, since=date(2024, 9, 1))
    assert [one.pk for one in last_year] == [somebody]


def test_a_stay_that_would_meet_an_earlier_one_is_refused() -> None:
    somebody = mentor(since=date(2024, 9, 1))
    leave_pool(somebody, "mentor", on=date(2025, 5, 31), **WHO)
    enrol_mentor(somebody, since=TODAY, **WHO)
    with pytest.raises(RoleNotRecorded, match="уже был в базе наставников"):
        enrol_mentor(somebody, since=date(2025, 3, 1), **WHO)


def test_leaving_the_pool_ends_the_roles_of_it_alone() -> None:
    somebody = person("teacher")
    open_role(somebody, "mentor", mentoring_format="teacher_pupil", since=SEPTEMBER, **WHO)
    open_role(somebody, "mentee", mentoring_format="teacher_teacher", since=SEPTEMBER, **WHO)
    leave_pool(somebody, "mentor", on=TODAY, **WHO)
    assert dict(RolePeriod.objects.values_list("role", "until")) == {"mentor": TODAY, "mentee": None}


def test_archiving_ends_open_roles_the_day_before() -> None:
    somebody = person("teacher")
    open_role(somebody, "mentor", mentoring_format="teacher_pupil", since=SEPTEMBER, **WHO)
    archive_person(somebody, on=TODAY, **WHO)
    assert RolePeriod.objects.get().until == date(2025, 10, 14)
    assert not mentors_on(TODAY).exists()


def _graduate(person_id: int, since: date) -> None:
    become(person_id, NewPerson("", "", "", "graduate"), since=since, **WHO)


def test_a_pupil_who_left_school_is_a_graduate_out_of_both_pools_and_offered_as_a_mentor() -> None:
    pupil = mentee("pupil", class_name="11 «А»")
    _graduate(pupil, WINTER)
    row = Person.objects.get()
    assert (row.kind, row.class_name, row.past) == (
        "graduate",
        "",
        [{"until": "2025-10-09", "kind": "pupil", "class_name": "11 «А»"}],
    )
    assert MenteeCard.objects.get().until == date(2025, 10, 9)
    assert [one.pk for one in future_mentors(TODAY)] == [pupil]
    enrol_mentor(pupil, since=TODAY, **WHO)
    assert not future_mentors(TODAY).exists()


def test_a_pupil_in_a_pair_does_not_leave_school_before_the_pair_is_over() -> None:
    pupil = mentee("pupil")
    pair(mentor(), pupil)
    with pytest.raises(PersonNotChanged, match="сейчас в паре"):
        _graduate(pupil, WINTER)
