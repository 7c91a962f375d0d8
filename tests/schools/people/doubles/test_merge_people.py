"""Two records become one: everything follows, what clashes is refused, a withdrawal stays."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from schools.pairs.models import PairMember
from schools.pairs.services.form_pair import NewPair, propose_pair
from schools.people.domain.refusals import PeopleNotMerged
from schools.people.models import Consent, MenteeCard, MentorCard, Person, RolePeriod
from schools.people.queries.imports import said_apart
from schools.people.services.different import say_different
from schools.people.services.enrol import enrol_mentee, enrol_mentor
from schools.people.services.merge_people import merge_people
from schools.people.services.record_consent import withdraw_consent
from schools.people.services.relations import references
from tenants.current import school_open
from tests.factories.school import AT, give_consent, person
from tests.schools.people.conftest import in_school
from tests.schools.rooms import NOW, TODAY, acts, page, words

SINCE = date(2025, 9, 1)


def pupil(last: str = "Лапина", class_name: str = "7 «А»") -> int:
    return person("pupil", last_name=last, first_name="Вера", patronymic="Ильинична", class_name=class_name)


def two() -> tuple[int, int]:
    """«Лапина Вера Ильинична» of 7 «А» twice: the second one under another class, so that both could be entered."""
    return pupil(), pupil("Лапинa", class_name="8 «А»")


def join(keep: int, gone: int, *, from_gone: frozenset[str] = frozenset()) -> None:
    merge_people(keep, gone, from_gone=from_gone, today=TODAY, actor_id=None, at=NOW)


def propose(mentor: int, mentee: int, mentoring_format: str = "pupil_pupil") -> int:
    wanted = NewPair(mentoring_format=mentoring_format, mentors=(mentor,), mentees=(mentee,))
    return propose_pair(wanted, on=TODAY, actor_id=None, at=AT)


def mentor_and_mentee(mentor: int, mentee: int) -> None:
    enrol_mentor(mentor, since=SINCE, strengths="физика", actor_id=None, at=AT)
    enrol_mentee(mentee, since=SINCE, request="задачи", actor_id=None, at=AT)


def _both() -> tuple[int, int]:
    with school_open(1):
        return two()


@pytest.mark.usefixtures("school")
def test_parts_consents_cards_and_roles_follow_the_record_that_stays() -> None:
    keep, gone = two()
    friend = person("teacher", last_name="Белова")
    mentor_and_mentee(friend, gone)
    enrol_mentee(keep, since=date(2025, 9, 20), request="чтение", actor_id=None, at=AT)
    propose(friend, gone, "teacher_pupil")
    join(keep, gone)
    assert not Person.objects.filter(pk=gone).exists()
    assert list(PairMember.objects.filter(role="mentee").values_list("person_id", flat=True)) == [keep]
    assert Consent.objects.filter(person_id=keep).count() == 2
    card = MenteeCard.objects.get()
    assert (card.person_id, card.since, card.request) == (keep, SINCE, "чтение; задачи")
    assert acts()[-1] == "people_merged"


@pytest.mark.usefixtures("school")
def test_values_are_taken_as_chosen_and_empty_ones_are_filled() -> None:
    keep, gone = two()
    Person.objects.filter(pk=keep).update(patronymic="")
    join(keep, gone, from_gone=frozenset({"class_name"}))
    stays = Person.objects.get(pk=keep)
    assert (stays.class_name, stays.patronymic, stays.sorting) == ("8 «А»", "Ильинична", "лапина вера ильинична")


@pytest.mark.usefixtures("school")
def test_a_withdrawal_of_one_record_ends_the_consent_of_the_other() -> None:
    keep, gone = two()
    paper = Consent.objects.get(person_id=gone)
    withdraw_consent(paper.pk, on=date(2025, 10, 10), actor_id=None, at=AT)
    join(keep, gone)
    assert set(Consent.objects.values_list("person_id", "withdrawn_on")) == {(keep, date(2025, 10, 10))}


@pytest.mark.usefixtures("school")
def test_two_sides_of_one_pair_are_not_merged_and_nothing_changes() -> None:
    keep, gone = two()
    mentor_and_mentee(keep, gone)
    propose(keep, gone)
    with pytest.raises(PeopleNotMerged, match="пара №"):
        join(keep, gone)
    assert Person.objects.filter(pk__in=[keep, gone]).count() == 2


@pytest.mark.usefixtures("school")
def test_every_table_that_points_at_a_person_is_known_to_the_merge() -> None:
    labels = {field.model._meta.label for field in references()}
    assert {"pairs.PairMember", "people.Consent", "people.RolePeriod", "people.Support"} <= labels


@pytest.mark.usefixtures("school")
def test_stays_of_a_pool_that_do_not_meet_stay_apart() -> None:
    keep, gone = two()
    enrol_mentor(gone, since=date(2023, 9, 1), actor_id=None, at=AT)
    MentorCard.objects.filter(person_id=gone).update(until=date(2024, 5, 31))
    enrol_mentor(keep, since=SINCE, actor_id=None, at=AT)
    join(keep, gone)
    card = MentorCard.objects.get()
    assert (card.since, card.until) == (SINCE, None)
    was = RolePeriod.objects.get(role="mentor", until__isnull=False)
    assert (was.person_id, was.since, was.until) == (keep, date(2023, 9, 1), date(2024, 5, 31))


def test_the_page_shows_the_two_with_reasons_and_merges_them(anna: Client) -> None:
    keep, gone = _both()
    listed = page(anna, "/2025-26/lyudi/pohozhie/")
    assert "Похоже, что 1 человек записан дважды." in listed
    assert "Имена различаются только дефисом, пробелом или похожими буквами" in listed
    address = f"/2025-26/lyudi/pohozhie/{keep}/{gone}/"
    shown = page(anna, address)
    assert "останутся все, действует более строгое" in shown
    assert 'value="gone"' in shown
    said = anna.post(address, {"class_name": "gone"}, follow=True)
    assert "Записи объединены" in words(said)
    assert in_school(lambda: Person.objects.filter(pk=gone).count()) == 0


def test_different_people_are_not_shown_again(anna: Client) -> None:
    keep, gone = _both()
    anna.post(f"/2025-26/lyudi/pohozhie/{keep}/{gone}/raznye/")
    assert "Похожих записей нет" in page(anna, "/2025-26/lyudi/pohozhie/")
    with school_open(1):
        assert said_apart() == {(keep, gone)}


@pytest.mark.usefixtures("school")
def test_a_record_that_is_no_more_differs_from_nobody() -> None:
    keep, gone = two()
    near, far = pupil(class_name="9 «А»"), pupil(class_name="10 «А»")
    for one, other in ((near, gone), (gone, far), (near, keep)):
        say_different(one, other, actor_id=None, at=AT)
    join(keep, gone)
    assert said_apart() == {(keep, near)}


@pytest.mark.parametrize("number", [2, 60])
def test_the_list_of_doubles_costs_the_same_for_few_and_many(anna: Client, number: int) -> None:
    def many() -> int:
        for place in range(number):
            made = Person(last_name=f"Сидор{place}", first_name="Олег", patronymic="Ильич", kind="other")
            made.save()
            Person(last_name=f"Сидор{place}", first_name="О.", kind="other").save()
        return number

    in_school(many)
    anna.get("/2025-26/lyudi/pohozhie/")
    with CaptureQueriesContext(connection) as queries:
        assert anna.get("/2025-26/lyudi/pohozhie/").status_code == 200
    assert len(queries) <= 15


def test_consents_are_given_to_the_one_who_stays(anna: Client) -> None:
    keep, gone = _both()
    with school_open(1):
        give_consent(gone)
    anna.post(f"/2025-26/lyudi/pohozhie/{keep}/{gone}/")
    assert in_school(Consent.objects.filter(person_id=keep).count) >= 2
