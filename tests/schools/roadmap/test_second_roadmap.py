"""A second roadmap of the same model and time: asked about first, and nothing is lost whatever the answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client

from schools.roadmap.domain.deadline import Period
from schools.roadmap.models import Activity, ImportDraft, Occurrence, Roadmap
from schools.roadmap.queries import occurrences_due, roadmap_in_force, roadmaps_of_year
from schools.roadmap.services.adopt_typical import adopt_typical
from schools.roadmap.services.make_room import How
from schools.roadmap.services.mark_done import mark_done
from schools.roadmap.services.save_roadmap import approve_roadmap
from tenants.current import school_open
from tests.cast import ANNA, Actor
from tests.schools.rooms import it_is, words

BASE = "/2026-27/karta/"
YEAR = Period(date(2026, 9, 1), date(2027, 8, 31))
TODAY = date(2026, 10, 15)
THEN = datetime(2026, 9, 3, tzinfo=UTC)
TYPICAL = {"way": "typical", "t-code": "pupils", "t-starts_on": "2026-09-01", "t-ends_on": "2027-08-31"}
TABLE = "№\tМероприятие\tСроки\tОтветственные\n1\tСоставить список наставников\tдо 15 октября 2026\tкуратор"


@pytest.fixture
def anna(browser_of: Callable[[Actor], Client], settings: LazySettings) -> Client:
    it_is(settings, TODAY)
    return browser_of(ANNA)


@pytest.fixture
def first(anna: Client) -> int:
    """An approved roadmap with one thing done."""
    with school_open(1):
        made = adopt_typical("pupils", period=YEAR, actor_id=1, at=THEN)
        said: dict[str, Any] = {"actor_id": 1, "at": THEN}
        approve_roadmap(made, order_number="37", order_date=date(2026, 9, 2), today=date(2026, 9, 3), **said)
        one = Activity.objects.filter(stage__roadmap=made, is_heading=False).first()
        assert one is not None
        mark_done(one.pk, done_on=date(2026, 9, 3), today=date(2026, 9, 3), **said)
    return made


def _count() -> int:
    with school_open(1):
        return Roadmap.objects.count()


def test_a_second_typical_one_is_asked_about_and_not_yet_written(anna: Client, first: int) -> None:
    page = words(anna.post(f"{BASE}novaya/", TYPICAL), 409)
    assert "Утверждена приказом № 37 от 02.09.2026. Выполнено: 1 мероприятие." in page
    assert all(f'name="{name}" value="{value}"' in page for name, value in TYPICAL.items())
    assert _count() == 1


def test_replaced_it_keeps_its_marks_to_be_read_and_asks_for_nothing_more(anna: Client, first: int) -> None:
    plan = words(anna.post(f"{BASE}novaya/", {**TYPICAL, "how": "zamenit"}, follow=True))
    assert "Заменённые карты" in plan
    assert "заменена 15 октября 2026 года" in plan
    with school_open(1):
        (new,) = roadmaps_of_year(YEAR.starts_on, YEAR.ends_on)
        assert new.pk != first
        assert Occurrence.objects.filter(activity__stage__roadmap=first, done_on__isnull=False).count() == 1
        in_force = [roadmap_in_force(day) for day in (date(2026, 10, 14), TODAY)]
        assert [one and one.pk for one in in_force] == [first, None]  # the new one has no order yet
    # the mark, and the order that approved it
    assert "Выполнено 2 из" in words(anna.get(f"{BASE}{first}/"))


def test_beside_it_both_are_counted(anna: Client, first: int) -> None:
    anna.post(f"{BASE}novaya/", {**TYPICAL, "how": "ryadom"})
    with school_open(1):
        both = [one.pk for one in roadmaps_of_year(YEAR.starts_on, YEAR.ends_on)]
        assert (len(both), first in both) == (2, True)
        assert len(occurrences_due(both, since=YEAR.starts_on, before=YEAR.ends_on)) == 2 * len(
            occurrences_due([first], since=YEAR.starts_on, before=YEAR.ends_on)
        )


def test_an_imported_one_waits_with_its_corrections_until_it_is_decided(anna: Client, first: int) -> None:
    dates = {"p-starts_on": "2026-09-01", "p-ends_on": "2027-08-31"}
    preview = anna.post(f"{BASE}novaya/", {"way": "paste", "p-text": TABLE, **dates})["Location"]
    row = {"row-0": "1", "text-0": "Составить список", "deadline-0": "до 1 ноября 2026", "responsible-0": "завуч"}
    asked = words(anna.post(preview, {"save": "1", "title": "Наша карта", "model": "pupils_r145", **row}), 409)
    assert all(f'name="{name}"' in asked for name in ("save", "title", "model"))
    assert _count() == 1
    kept = words(anna.get(preview))
    assert all(text in kept for text in ("Наша карта", "Составить список<", "до 1 ноября 2026", "завуч"))

    anna.post(preview, {"save": "1", "title": "Наша карта", "model": "pupils_r145", "how": "ryadom"})
    with school_open(1):
        one = Activity.objects.get(stage__roadmap__title="Наша карта")
        assert (one.text, one.responsible, ImportDraft.objects.count()) == ("Составить список", "завуч", 0)


def test_another_model_and_another_year_are_not_asked_about(anna: Client, first: int) -> None:
    anna.post(f"{BASE}novaya/", {**TYPICAL, "t-code": "teachers"})
    anna.post(f"{BASE}novaya/", {**TYPICAL, "t-starts_on": "2027-09-01", "t-ends_on": "2028-08-31"})
    assert _count() == 3


def test_pressed_twice_a_typical_one_is_taken_once_and_an_imported_one_leads_to_the_plan(anna: Client) -> None:
    answers = [anna.post(f"{BASE}novaya/", TYPICAL) for _ in range(2)]
    assert ([one.status_code for one in answers], _count()) == ([302, 302], 1)
    preview = anna.post(
        f"{BASE}novaya/", {"way": "paste", "p-text": TABLE, "p-starts_on": "2026-09-01", "p-ends_on": "2027-08-31"}
    )["Location"]
    said = {"save": "1", "title": "Наша карта", "model": "pupils_r145", "how": How.BESIDE}
    anna.post(preview, said)
    again = words(anna.post(preview, said, follow=True))
    assert ("Этот разбор уже сохранён как карта или удалён." in again, _count()) == (True, 2)
