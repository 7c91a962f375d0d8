"""Acts over many: shown first, done at once, put back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from schools.people.domain.many import Act
from schools.people.domain.refusals import NotDoneToAll
from schools.people.models import BulkAct, MenteeCard, Person, RolePeriod
from schools.people.queries import Register, mentees_on
from schools.people.services.many import Wanted, do_to_all, prospect, undo
from schools.people.services.roles import open_role
from tests.factories.school import mentee, mentor, pair
from tests.schools.rooms import NOW, TODAY, acts

pytestmark = pytest.mark.usefixtures("school")
WHO: dict[str, Any] = {"actor_id": 1, "at": NOW}
SEPTEMBER = date(2025, 9, 1)


def _do(wanted: Wanted) -> int:
    return do_to_all(wanted, seen=prospect(wanted).stamp, **WHO)


def test_classes_move_up_and_the_eleventh_and_grown_ups_are_passed_over_with_a_reason() -> None:
    people = [mentee(class_name=name) for name in ("7 «Б»", "11")] + [mentee("teacher")]
    wanted = Wanted(Act.CLASS_UP, people, SEPTEMBER)
    assert [one.why for one in prospect(wanted).passed] == ["последний класс: выпустите отдельно", "не ученик"]
    _do(wanted)
    assert sorted(Person.objects.values_list("class_name", flat=True)) == ["", "11", "8 «Б»"]
    assert Person.objects.get(class_name="8 «Б»").past == [
        {"until": "2025-08-31", "kind": "pupil", "class_name": "7 «Б»"}
    ]
    assert acts()[-1] == "many_changed"


def test_what_was_done_is_put_back_whole() -> None:
    people = [mentee(class_name="9"), mentee(class_name="9")]
    open_role(people[0], "mentee", mentoring_format="teacher_pupil", since=SEPTEMBER, actor_id=None, at=NOW)
    before = list(Person.objects.order_by("pk").values())
    done = _do(Wanted(Act.GRADUATE, people, TODAY))
    assert set(Person.objects.values_list("kind", flat=True)) == {"graduate"}
    assert not mentees_on(TODAY).exists()
    assert undo(done, **WHO) == (2, 0)
    assert list(Person.objects.order_by("pk").values()) == before
    assert mentees_on(TODAY).count() == 2
    assert RolePeriod.objects.get().until is None
    assert undo(done, **WHO) == (0, 0)


def test_whom_somebody_changed_since_is_not_touched_by_the_way_back() -> None:
    people = [mentee(class_name="9"), mentee(class_name="9")]
    done = _do(Wanted(Act.CLASS_UP, people, SEPTEMBER))
    Person.objects.filter(pk=people[0]).update(class_name="10 «А»")
    assert undo(done, **WHO) == (1, 1)
    assert sorted(Person.objects.values_list("class_name", flat=True)) == ["10 «А»", "9"]


def test_somebody_in_a_pair_is_passed_over_and_named() -> None:
    paired, free = mentee(), mentee()
    pair(mentor(), paired)
    found = prospect(Wanted(Act.ARCHIVE, [paired, free], TODAY))
    assert ([one.pk for one in found.people], [one.why for one in found.passed]) == (
        [free],
        ["сейчас в паре: сначала завершите её"],
    )


def test_when_the_list_has_become_another_nothing_is_done() -> None:
    people = [mentee(class_name="9"), mentee(class_name="9")]
    wanted = Wanted(Act.CLASS_UP, people, SEPTEMBER)
    seen = prospect(wanted).stamp
    Person.objects.filter(pk=people[0]).update(class_name="11")
    with pytest.raises(NotDoneToAll, match="список стал другим"):
        do_to_all(wanted, seen=seen, **WHO)
    assert not BulkAct.objects.exists()


def test_a_topic_goes_to_those_who_lack_it() -> None:
    people = [mentee(), mentee()]
    MenteeCard.objects.filter(pk=people[0]).update(topics=["exam"])
    _do(Wanted(Act.TOPIC, people, TODAY, "exam", Register.MENTEES))
    assert list(MenteeCard.objects.values_list("topics", flat=True)) == [["exam"], ["exam"]]


def test_many_cost_as_many_queries_as_few() -> None:
    def cost(number: int) -> int:
        people = [mentee(class_name="9") for _ in range(number)]
        with CaptureQueriesContext(connection) as asked:
            _do(Wanted(Act.ARCHIVE, people, TODAY))
        return len(asked)

    assert cost(3) == cost(40)
