"""An event is planned, held, mended and taken away; what closes an activity is told by its minutes and people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from schools.events.models import Event
from schools.events.queries import closing_events, events_between
from schools.events.services.keep_event import EventNotKept, NewEvent, add_event, change_event, remove_event
from schools.files.models import StoredFile
from tenants.journal.queries import latest_events
from tests.factories.files import upload
from tests.schools.rooms import NOW, TODAY, YEAR, acts

WHO: dict[str, Any] = {"today": TODAY, "actor_id": 7, "at": NOW}
COUNCIL = NewEvent(
    "pedcouncil", "О целевой модели", held_on=date(2025, 9, 30), participants=31, protocol_number="2",
    protocol_date=date(2025, 9, 30),
)  # fmt: skip
PLANNED = NewEvent("training", "Школа наставника", planned_on=date(2025, 11, 5))
pytestmark = pytest.mark.usefixtures("school")


def test_an_event_is_planned_then_held_and_the_journal_tells_both() -> None:
    made = add_event(PLANNED, **WHO)
    change_event(made, replace(PLANNED, held_on=TODAY, participants=12), **WHO)
    change_event(made, replace(PLANNED, held_on=TODAY, participants=12), **WHO)
    change_event(made, replace(PLANNED, held_on=TODAY, participants=13), **WHO)
    assert acts() == ["event_added", "event_held", "event_changed"]
    assert latest_events(limit=1)[0].text == "Событие «Школа наставника» исправлено."


def test_a_press_twice_is_one_event() -> None:
    assert add_event(COUNCIL, **WHO) == add_event(COUNCIL, **WHO)
    assert Event.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"held_on": None, "participants": None, "protocol_number": "", "protocol_date": None}, "нет ни одной даты"),
        ({"held_on": TODAY + timedelta(days=1)}, "день, когда оно прошло, в будущем"),
        ({"held_on": None, "planned_on": TODAY}, "нет дня, когда оно прошло"),
        ({"protocol_date": date(2025, 9, 29)}, "протокол составлен раньше события"),
    ],
)
def test_what_contradicts_itself_is_refused(change: dict[str, Any], said: str) -> None:
    with pytest.raises(EventNotKept, match=said):
        add_event(replace(COUNCIL, **change), **WHO)
    assert Event.objects.count() == 0


def test_it_goes_with_its_file_and_the_reason_stays() -> None:
    made = add_event(COUNCIL, upload=upload(), **WHO)
    change_event(made, COUNCIL, upload=upload(name="Протокол 2.pdf"), **WHO)
    assert [row.name for row in StoredFile.objects.all()] == ["Протокол 2.pdf"]
    with pytest.raises(EventNotKept, match="не написано, почему"):
        remove_event(made, reason=" ", actor_id=7, at=NOW)
    remove_event(made, reason="Записано дважды.", actor_id=7, at=NOW)
    assert (Event.objects.count(), StoredFile.objects.count()) == (0, 0)
    assert "Событие «О целевой модели» удалено. Причина: Записано дважды." in [
        event.text for event in latest_events(limit=3)
    ]


def test_people_close_an_event_and_minutes_close_a_document(django_assert_num_queries: Any) -> None:
    council = add_event(COUNCIL, **WHO)
    add_event(PLANNED, **WHO)
    add_event(NewEvent("conference", "Без бумаг", held_on=TODAY), **WHO)
    minutes = add_event(NewEvent("conference", "С записью", held_on=TODAY), upload=upload(), **WHO)
    people = add_event(NewEvent("contest", "Лучшая пара", held_on=TODAY, participants=0), **WHO)
    with django_assert_num_queries(1):
        found = closing_events(YEAR.starts_on, YEAR.ends_on)
    assert [(one.id, one.closes) for one in found] == [
        (council, ("event", "document:pedcouncil_minutes")),
        (minutes, ("document:meeting_minutes",)),
        (people, ("event",)),
    ]


def test_a_year_holds_what_was_held_in_it_or_is_planned_for_it() -> None:
    late = add_event(replace(COUNCIL, planned_on=date(2025, 8, 20)), **WHO)
    ahead = add_event(PLANNED, **WHO)
    add_event(NewEvent("other", "Прошлый год", held_on=date(2025, 5, 1)), **WHO)
    assert [row.pk for row in events_between(YEAR.starts_on, YEAR.ends_on)] == [ahead, late]
