"""Reading the registers."""

from __future__ import annotations

from datetime import date

import pytest

from schools.people.queries import (
    Choice,
    ChoiceCounts,
    Register,
    choice_counts,
    people_list,
    register_counts,
)
from schools.people.services.enrol import enrol_mentee
from tests.factories.school import mentee, mentor, partner
from tests.schools.rooms import NOW, TODAY

pytestmark = pytest.mark.usefixtures("school")


def names(**asked: object) -> list[str]:
    register = asked.pop("register", Register.BOTH)
    return [one.last_name for one in people_list(TODAY, register, **asked)]  # type: ignore[arg-type]  # named apart


def test_names_are_found_by_their_words_whatever_the_yo_the_case_and_the_order() -> None:
    mentor(last_name="Семёнова", first_name="Алёна", patronymic="Петровна")
    mentor(last_name="Семенихин", first_name="Олег")
    assert names(search="семенова") == names(search="СЕМЁНОВА") == names(search="алена семёнова") == ["Семёнова"]
    assert names(search="семен") == ["Семенихин", "Семёнова"]
    assert names(search="семёнова олег") == []
    assert names(search="100%") == names(search="_") == []


def test_filters_leave_whom_they_say_and_their_numbers_agree() -> None:
    mentor(last_name="Опытная")
    mentor(last_name="Молодой", teaching_since=date(2024, 9, 1))
    mentor(last_name="Беззубов", consent=False)
    mentee(last_name="Ученик")
    assert names(register=Register.MENTORS, choice=Choice.YOUNG) == ["Молодой"]
    assert names(register=Register.MENTORS, choice=Choice.WITHOUT_CONSENT) == ["Беззубов"]
    assert names(choice=Choice.ALL) == ["Беззубов", "Молодой", "Опытная", "Ученик"]
    assert choice_counts(TODAY, Register.MENTORS) == ChoiceCounts(3, without_consent=1, young=1, without_pair=3)
    assert choice_counts(TODAY, Register.BOTH) == ChoiceCounts(4, without_consent=1, young=1, without_pair=4)


def test_counts_of_the_tabs_count_somebody_in_both_pools_once() -> None:
    enrol_mentee(mentor(consent=False), since=TODAY, actor_id=None, at=NOW)
    partner()
    counts = register_counts(TODAY)
    assert (counts.mentors, counts.mentees, counts.people, counts.without_consent, counts.partners) == (1, 1, 1, 1, 1)


def test_a_list_read_for_a_day_shows_who_stood_in_it_then() -> None:
    mentor(last_name="Новая", since=date(2025, 11, 1))
    mentor(last_name="Давняя")
    assert names(register=Register.MENTORS) == ["Давняя"]
