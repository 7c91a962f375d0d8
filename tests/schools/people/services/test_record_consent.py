"""Consents: given, given by many, withdrawn."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from schools.people.domain.refusals import ConsentNotRecorded
from schools.people.models import Consent, Person
from schools.people.services.record_consent import record_consent, record_consents, withdraw_consent
from tests.factories.school import person
from tests.schools.rooms import NOW, TODAY, acts

pytestmark = pytest.mark.usefixtures("school")


def give(person_id: int, **said: Any) -> int:
    usual: dict[str, Any] = {"purpose": "processing", "given_on": TODAY, "today": TODAY, "actor_id": None, "at": NOW}
    return record_consent(person_id, **{**usual, **said})


def give_many(people: list[int], *, signed: bool) -> int:
    return record_consents(
        people,
        purpose="processing",
        given_on=TODAY,
        representatives_signed=signed,
        kept_as="оригинал в папке",
        today=TODAY,
        actor_id=None,
        at=NOW,
    )


def test_the_same_paper_entered_twice_stays_one() -> None:
    teacher = person(consent=False)
    assert give(teacher) == give(teacher)
    assert acts()[1:] == ["consent_given"]


def test_for_a_child_a_parent_signs() -> None:
    child = person("pupil", consent=False)
    with pytest.raises(ConsentNotRecorded, match="ребёнку нет 18 лет"):
        give(child)
    give(child, by_representative=True)
    assert Consent.objects.get().given_by_representative


def test_a_grown_up_pupil_signs_alone() -> None:
    give(person("pupil", consent=False, birth_year=2007, birth_month=9))
    assert Consent.objects.count() == 1


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ({"given_on": TODAY + timedelta(days=1)}, "его дата ещё не наступила"),
        ({"valid_until": TODAY - timedelta(days=1)}, "кончается раньше, чем получено"),
    ],
)
def test_dates_that_cannot_be_are_refused(said: dict[str, date], what: str) -> None:
    with pytest.raises(ConsentNotRecorded, match=what):
        give(person(consent=False), **said)
    assert not Consent.objects.exists()


def test_papers_of_many_are_recorded_together_with_parents_signing_for_children_alone() -> None:
    teacher, child = person(consent=False), person("pupil", consent=False)
    assert give_many([teacher, child, 987_654], signed=True) == 2
    signed = {row.person_id: row.given_by_representative for row in Consent.objects.all()}
    assert signed == {teacher: False, child: True}


def test_without_the_parents_the_whole_list_is_refused_with_the_childrens_names() -> None:
    teacher, child = person(consent=False), person("pupil", consent=False)
    with pytest.raises(ConsentNotRecorded) as refused:
        give_many([teacher, child], signed=False)
    assert Person.objects.get(pk=child).short_name in str(refused.value)
    assert not Consent.objects.exists()


def test_a_withdrawn_consent_stays_in_the_list_and_withdraws_once() -> None:
    consent = give(person(consent=False))
    withdraw_consent(consent, on=TODAY, actor_id=None, at=NOW)
    withdraw_consent(consent, on=TODAY + timedelta(days=5), actor_id=None, at=NOW)
    assert Consent.objects.get().withdrawn_on == TODAY
    assert acts()[1:] == ["consent_given", "consent_withdrawn"]


def test_after_a_withdrawal_a_new_paper_of_the_same_day_is_a_new_consent() -> None:
    teacher = person(consent=False)
    withdraw_consent(give(teacher), on=TODAY, actor_id=None, at=NOW)
    give(teacher)
    assert Consent.objects.filter(withdrawn_on=None).count() == 1
