"""The two pools: entering, mending, leaving, coming back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from schools.people.models import MenteeCard, MentorCard, Person
from schools.people.queries import mentees_on, mentors_on, participants
from schools.people.services.archive_person import archive_person, restore_person
from schools.people.services.enrol import enrol_mentee, enrol_mentor
from tests.factories.school import mentee, mentor, person
from tests.schools.rooms import NOW, TODAY, acts

pytestmark = pytest.mark.usefixtures("school")


def test_saving_the_same_record_twice_changes_and_writes_nothing() -> None:
    somebody = person()
    before = len(acts())
    for _ in range(2):
        enrol_mentor(somebody, since=TODAY, strengths="проекты", actor_id=None, at=NOW)
    assert acts()[before:] == ["mentor_enrolled"]
    assert MentorCard.objects.get().strengths == "проекты"


def test_one_person_may_stand_in_both_pools() -> None:
    somebody = mentor()
    enrol_mentee(somebody, since=TODAY, request="первый год в школе", actor_id=None, at=NOW)
    assert (
        [card.person_id for card in mentors_on(TODAY)] == [card.person_id for card in mentees_on(TODAY)] == [somebody]
    )
    assert [one.pk for one in participants(TODAY)] == [somebody]


def test_from_the_day_of_leaving_nobody_counts_the_person_and_before_it_everybody_does() -> None:
    somebody = mentor(since=date(2025, 9, 1))
    archive_person(somebody, on=TODAY, actor_id=None, at=NOW)
    yesterday = TODAY - timedelta(days=1)
    assert not mentors_on(TODAY).exists()
    assert not participants(TODAY).exists()
    assert mentors_on(yesterday).count() == 1
    assert participants(yesterday).count() == 1


def test_leaving_twice_keeps_the_first_day_and_writes_once() -> None:
    somebody = mentee()
    before = len(acts())
    archive_person(somebody, on=TODAY, actor_id=None, at=NOW)
    archive_person(somebody, on=TODAY + timedelta(days=3), actor_id=None, at=NOW)
    assert Person.objects.get(pk=somebody).archived_on == TODAY
    assert MenteeCard.objects.get().until == TODAY - timedelta(days=1)
    assert acts()[before:] == ["person_archived"]


def test_coming_back_opens_the_list_and_a_pool_is_entered_anew() -> None:
    somebody = mentor()
    archive_person(somebody, on=TODAY, actor_id=None, at=NOW)
    restore_person(somebody, actor_id=None, at=NOW)
    restore_person(somebody, actor_id=None, at=NOW)
    assert Person.objects.get(pk=somebody).archived_on is None
    assert not mentors_on(TODAY).exists()

    enrol_mentor(somebody, since=TODAY, actor_id=None, at=NOW)
    assert mentors_on(TODAY).count() == 1
    assert acts()[-3:] == ["person_archived", "person_restored", "mentor_enrolled"]
