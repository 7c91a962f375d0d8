"""A roadmap goes to the principal, comes back, is approved, and changes only by an amending order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import ProgrammingError, transaction

from schools.roadmap.domain.baseline import digest
from schools.roadmap.domain.deadline import Period
from schools.roadmap.domain.refusals import ActivityNotChanged, RoadmapRefused
from schools.roadmap.models import Activity, Baseline, Occurrence, Roadmap
from schools.roadmap.queries import standings
from schools.roadmap.queries.content import content_of, pending_changes
from schools.roadmap.services.adopt_typical import adopt_typical
from schools.roadmap.services.approve_roadmap import approve_roadmap, return_with_note, send_to_principal, take_back
from schools.roadmap.services.change_plan import (
    Wanted,
    add_activity,
    correct_deadline,
    drop_activity,
    edit_activity,
    withdraw_change,
)
from tenants.current import school_open
from tests.factories import school as make

pytestmark = pytest.mark.django_db
YEAR = Period(date(2025, 9, 1), date(2026, 8, 31))
TODAY = date(2025, 10, 15)
WHO: dict[str, Any] = {"actor_id": 7, "at": make.moment(TODAY)}


@pytest.fixture(autouse=True)
def in_school(db: None) -> Iterator[None]:
    with school_open(1):
        yield


@pytest.fixture
def draft() -> int:
    return adopt_typical("pupils", period=YEAR, **WHO)


@pytest.fixture
def approved(draft: int) -> int:
    _approve(draft, "37", date(2025, 9, 10))
    return draft


def _approve(roadmap: int, number: str, day: date, *, by_principal: bool = False) -> None:
    approve_roadmap(roadmap, order_number=number, order_date=day, today=TODAY, by_principal=by_principal, **WHO)


def _row(roadmap: int, number: str) -> Activity:
    return Activity.objects.get(stage__roadmap=roadmap, number=number)


def test_the_principal_returns_a_draft_with_a_note_and_then_approves_what_he_was_sent(draft: int) -> None:
    send_to_principal(draft, **WHO)
    with pytest.raises(RoadmapRefused, match="нет замечания"):
        return_with_note(draft, note=" ", **WHO)
    return_with_note(draft, note="Перенесите срок 1.4", **WHO)
    assert Roadmap.objects.get(pk=draft).return_note == "Перенесите срок 1.4"
    with pytest.raises(RoadmapRefused, match="на утверждении её нет"):
        _approve(draft, "37", TODAY, by_principal=True)
    correct_deadline(_row(draft, "1.4").pk, phrase="до 10 октября", **WHO)
    send_to_principal(draft, **WHO)
    _approve(draft, "37", TODAY, by_principal=True)
    one = Baseline.objects.get(roadmap=draft)
    roadmap = Roadmap.objects.get(pk=draft)
    assert (one.number, one.order_number, one.by_principal) == (1, "37", True)
    assert (roadmap.status, roadmap.approval_step, roadmap.return_note) == ("approved", "", "")
    assert one.content == content_of(roadmap)
    assert one.digest == digest({"content": one.content, "changes": []})


def test_what_the_principal_has_is_not_changed_until_it_is_taken_back(draft: int) -> None:
    send_to_principal(draft, **WHO)
    with pytest.raises(RoadmapRefused, match="у директора"):
        correct_deadline(_row(draft, "1.4").pk, phrase="до 10 октября", **WHO)
    take_back(draft, **WHO)
    assert correct_deadline(_row(draft, "1.4").pk, phrase="до 10 октября", **WHO) == (date(2025, 10, 10),)


@pytest.mark.parametrize("deed", ["update", "delete"])
def test_an_approved_version_can_be_neither_changed_nor_taken_away(approved: int, deed: str) -> None:
    rows = Baseline.objects.filter(roadmap=approved)
    with pytest.raises(ProgrammingError), transaction.atomic():
        _ = rows.update(order_number="38") if deed == "update" else rows.delete()
    assert rows.get().order_number == "37"


def test_a_moved_term_waits_for_an_order_and_counts_from_it(approved: int) -> None:
    row = _row(approved, "5.1")
    with pytest.raises(ActivityNotChanged, match="причина изменения не названа"):
        correct_deadline(row.pk, phrase="до 1 декабря", **WHO)
    correct_deadline(row.pk, phrase="до 1 декабря", reason="Не все анкеты собраны", **WHO)
    assert list(row.occurrences.values_list("due_on", flat=True)) == [date(2025, 10, 20)]
    [change] = pending_changes(approved)
    assert (change.number, change.was, change.became, change.reason) == (
        "5.1",
        "Срок: с 5 по 20 октября",
        "Срок: до 1 декабря",
        "Не все анкеты собраны",
    )
    send_to_principal(approved, **WHO)
    _approve(approved, "58", TODAY, by_principal=True)
    assert list(row.occurrences.values_list("due_on", flat=True)) == [date(2025, 12, 1)]
    second = Baseline.objects.get(roadmap=approved, number=2)
    assert (second.order_number, [one["became"] for one in second.changes]) == ("58", ["Срок: до 1 декабря"])
    assert pending_changes(approved) == []


def test_wanting_back_what_is_in_force_withdraws_the_change(approved: int) -> None:
    row = _row(approved, "5.1")
    correct_deadline(row.pk, phrase="до 1 декабря", reason="Анкеты", **WHO)
    now = Wanted(row.text, row.deadline_phrase, row.responsible, row.expected_result, row.content)
    edit_activity(row.pk, now, reason="", **WHO)
    assert pending_changes(approved) == []


def test_a_new_row_and_a_dropped_one_wait_for_the_same_order(approved: int) -> None:
    stage = _row(approved, "5.1").stage_id
    made = add_activity(approved, stage, Wanted("Показать пары на линейке", "до 1 ноября"), reason="Просьба", **WHO)
    dropped = _row(approved, "5.2").pk
    drop_activity(dropped, reason="Повторяет 5.1", **WHO)
    before = [one.activity.pk for one in standings([approved], today=TODAY)]
    assert (made in before, dropped in before) == (False, True)
    _approve(approved, "58", TODAY)
    after = [one.activity.pk for one in standings([approved], today=TODAY)]
    assert (made in after, dropped in after) == (True, False)
    assert Activity.objects.get(pk=made).number == "5.5"
    assert Occurrence.objects.get(activity=made).due_on == date(2025, 11, 1)


def test_a_proposed_row_that_is_left_goes_away(approved: int) -> None:
    stage = _row(approved, "5.1").stage_id
    made = add_activity(approved, stage, Wanted("Показать пары на линейке", ""), reason="Просьба", **WHO)
    withdraw_change(made, **WHO)
    assert not Activity.objects.filter(pk=made).exists()


@pytest.mark.parametrize(
    ("number", "day", "said"),
    [
        ("", TODAY, "нет номера приказа"),
        ("58", date(2025, 10, 16), "дата приказа ещё не наступила"),
        ("58", date(2025, 9, 9), "раньше приказа, которым утверждена карта"),
        ("58", TODAY, "карта уже утверждена приказом № 37"),
    ],
)
def test_an_order_that_cannot_approve_is_refused(approved: int, number: str, day: date, said: str) -> None:
    with pytest.raises(RoadmapRefused, match=said):
        _approve(approved, number, day)


def test_the_same_order_pressed_twice_makes_one_version(approved: int) -> None:
    _approve(approved, "37", date(2025, 9, 10))
    correct_deadline(_row(approved, "5.1").pk, phrase="до 1 декабря", reason="Анкеты", **WHO)
    _approve(approved, "58", TODAY)
    _approve(approved, "58", TODAY)
    assert Baseline.objects.filter(roadmap=approved).count() == 2


def test_a_roadmap_approved_before_versions_were_kept_gets_its_first_one_with_the_amendment() -> None:
    activity = make.activity(make.roadmap(), date(2025, 10, 1), deadline_phrase="до 1 октября", number="1.1")
    roadmap = Roadmap.objects.get()
    correct_deadline(activity, phrase="до 1 ноября", reason="Ремонт зала", **WHO)
    _approve(roadmap.pk, "58", TODAY)
    first, second = Baseline.objects.filter(roadmap=roadmap).order_by("number")
    assert first.content["activities"][0]["due_on"] == ["2025-10-01"]
    assert second.content["activities"][0]["due_on"] == ["2025-11-01"]


def test_nothing_to_send_is_refused(approved: int) -> None:
    with pytest.raises(RoadmapRefused, match="в карте нет изменений"):
        send_to_principal(approved, **WHO)
