"""A button pressed twice writes once, also when both requests run at the same moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from schools.meetings.models import Meeting
from schools.meetings.services.record_meeting import HeldMeeting, record_meeting
from schools.orders.models import Document
from schools.orders.services.register_document import NewDocument, register_document
from schools.pairs.domain.refusals import PairNotFormed
from schools.pairs.models import Pair
from schools.pairs.services.appoint_pairs import appoint_pairs
from schools.pairs.services.form_pair import NewPair, propose_pair
from schools.people.domain.refusals import PersonNotAdded
from schools.people.models import Person
from schools.people.services.add_person import NewPerson, add_person
from schools.publications.models import Publication
from schools.publications.services.publish import NewPublication, PublicationNotAdded, publish
from tenants.current import school_open
from tenants.journal.models import Entry
from tests.factories import school as make
from tests.schools.rooms import NOW, TODAY

WHO: dict[str, Any] = {"actor_id": 7, "at": NOW}
PUPIL = NewPerson("Сомов", "Илья", "", "pupil", class_name="7 «Б»", birth_year=2012, birth_month=4)
PAGE = NewPublication("День наставника", "https://s.example/1", TODAY, "site")


def _person() -> Callable[[], int]:
    return lambda: add_person(PUPIL, **WHO)


def _proposal() -> Callable[[], int]:
    wanted = NewPair("teacher_pupil", [make.mentor()], [make.mentee()])
    return lambda: propose_pair(wanted, on=TODAY, **WHO)


def _order() -> Callable[[], int]:
    pairs = [_proposal()()]
    return lambda: appoint_pairs(pairs, order_number="41", ordered_on=TODAY, **WHO)


def _meeting() -> Callable[[], int]:
    pair = make.working_pair()
    return lambda: record_meeting(pair, HeldMeeting(date(2025, 9, 24)), today=TODAY, **WHO)


def _document() -> Callable[[], int]:
    return lambda: register_document(NewDocument("curator", "О кураторе", TODAY, number="7"), today=TODAY, **WHO)


def _publication() -> Callable[[], int]:
    return lambda: publish(PAGE, today=TODAY, **WHO)


def _rows() -> list[int]:
    return [one.objects.count() for one in (Person, Pair, Meeting, Document, Publication, Entry)]


@pytest.mark.parametrize("prepared", [_person, _proposal, _order, _meeting, _document, _publication])
def test_the_second_press_gives_what_the_first_gave_and_writes_nothing(
    db: None, prepared: Callable[[], Callable[[], int]]
) -> None:
    with school_open(1):
        press = prepared()
        first, rows = press(), _rows()
        assert (press(), _rows()) == (first, rows)


def test_the_request_that_began_first_may_get_its_turn_last(db: None) -> None:
    with school_open(1):
        first = add_person(PUPIL, actor_id=7, at=NOW + timedelta(milliseconds=30))
        assert add_person(PUPIL, actor_id=7, at=NOW) == first


def test_a_namesake_entered_later_or_by_somebody_else_is_refused_as_ever(db: None) -> None:
    with school_open(1):
        add_person(PUPIL, **WHO)
        for who in ({"actor_id": 7, "at": NOW + timedelta(minutes=1)}, {"actor_id": 8, "at": NOW}):
            with pytest.raises(PersonNotAdded, match="такой человек уже есть"):
                add_person(PUPIL, **who)  # type: ignore[arg-type]  # a mapping of both


def test_the_same_address_entered_later_is_refused_as_ever(db: None) -> None:
    with school_open(1):
        publish(PAGE, today=TODAY, **WHO)
        with pytest.raises(PublicationNotAdded, match="эта ссылка уже есть"):
            publish(PAGE, today=TODAY, actor_id=7, at=NOW + timedelta(minutes=1))


def test_a_proposal_of_the_same_people_over_something_else_is_refused_and_other_people_are_not(db: None) -> None:
    with school_open(1):
        mentor, mentee, other = make.mentor(), make.mentee(), make.mentee()
        propose_pair(NewPair("teacher_pupil", [mentor], [mentee]), on=TODAY, **WHO)
        with pytest.raises(PairNotFormed, match="эти люди уже предложены"):
            propose_pair(NewPair("teacher_pupil", [mentor], [mentee], goal="проект"), on=TODAY, **WHO)
        propose_pair(NewPair("teacher_pupil", [mentor], [other]), on=TODAY, **WHO)
        propose_pair(NewPair("teacher_pupil", [mentor], [mentee, other]), on=TODAY, **WHO)
        assert Pair.objects.count() == 3
