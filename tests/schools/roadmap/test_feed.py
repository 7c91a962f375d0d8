"""The personal calendar by a secret address."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from schools.meetings.models import Meeting
from schools.pairs.models import Pair
from schools.people.models import Person
from schools.roadmap.models import Activity, CalendarFeed
from schools.roadmap.services.mark_done import correct_deadline
from tenants import clock
from tenants.accounts.models import Membership
from tenants.current import school_open
from tests.cast import ANNA, EGOR, VERA, Actor
from tests.schools.roadmap.domain.test_icalendar import read, unescape
from tests.schools.roadmap.outlook_cases import grow, own, typical

pytestmark = pytest.mark.django_db
PAGE = "/2026-27/karta/podpiska/"
NOW = datetime(2026, 11, 10, 3, tzinfo=UTC)
SignIn = Callable[[Actor], Client]


@pytest.fixture(autouse=True)
def _november(settings: LazySettings) -> None:
    settings.CLOCK_STARTS_AT = NOW


def _path(client: Client) -> str:
    answer = client.post(PAGE, {"act": "make"})
    found = re.search(r'value="http://[^/"]+(/kalendar/[^"]+\.ics)"', answer.content.decode())
    assert found is not None
    return found[1]


def _anyone(actor: Actor) -> Client:
    return Client(headers={"host": actor.host})


def _summaries(content: bytes) -> list[str]:
    return [unescape(event["SUMMARY"][1]) for event in read(content)[1]]


def test_terms_of_the_roadmap_come_without_signing_in(browser_of: SignIn, db: None) -> None:
    own()
    answer = _anyone(ANNA).get(_path(browser_of(ANNA)))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "private, max-age=900"
    assert _summaries(answer.content) == [
        "1.1 Собрать группу",
        '1.2 =HYPERLINK("http://x.example")',
        "2.1.2 Подвести итоги 2026/2027 года",
    ]
    days = [event["DTSTART"][1] for event in read(answer.content)[1]]
    assert days == ["20261015", "20261018", "20270531"]


def test_the_secret_is_kept_only_as_a_digest_and_shown_once(browser_of: SignIn, db: None) -> None:
    client = browser_of(ANNA)
    token = _path(client).removeprefix("/kalendar/").removesuffix(".ics")
    assert len(token) == 32
    with school_open(1):
        feed = CalendarFeed.objects.get()
    assert token not in f"{feed.__dict__}"
    assert token not in client.get(PAGE).content.decode()


def test_a_new_address_kills_the_old_one_and_closing_kills_it_for_good(browser_of: SignIn, db: None) -> None:
    client, anyone = browser_of(ANNA), _anyone(ANNA)
    old = _path(client)
    new = _path(client)
    assert (anyone.get(old).status_code, anyone.get(new).status_code) == (404, 200)
    client.post(PAGE, {"act": "close"})
    assert anyone.get(new).status_code == 404
    with school_open(1):
        assert CalendarFeed.objects.count() == 0


def test_a_secret_of_one_school_opens_nothing_in_the_next(browser_of: SignIn, db: None) -> None:
    path = _path(browser_of(ANNA))
    assert _anyone(VERA).get(path).status_code == 404


def test_a_role_that_is_over_closes_the_calendar(browser_of: SignIn, db: None) -> None:
    path = _path(browser_of(ANNA))
    with school_open(1):
        Membership.objects.filter(user__email=ANNA.email).update(until=date(2026, 11, 1))
    assert _anyone(ANNA).get(path).status_code == 404


def test_who_guesses_is_slowed_down(db: None) -> None:
    anyone = _anyone(ANNA)
    answers = [anyone.get(f"/kalendar/{'a' * 30}{number:02}.ics").status_code for number in range(31)]
    assert answers == [404] * 30 + [429]


def test_a_program_that_comes_too_often_is_asked_to_wait(browser_of: SignIn, db: None) -> None:
    path, anyone = _path(browser_of(ANNA)), _anyone(ANNA)
    answers = [anyone.get(path) for _ in range(61)]
    assert [answer.status_code for answer in answers[-2:]] == [200, 429]
    assert answers[-1]["Retry-After"] == "3600"


def test_the_same_calendar_is_not_sent_twice(browser_of: SignIn, db: None) -> None:
    own()
    path, anyone = _path(browser_of(ANNA)), _anyone(ANNA)
    first = anyone.get(path)
    again = anyone.get(path, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_moved_deadline_keeps_its_key_and_gets_the_next_number(browser_of: SignIn, db: None) -> None:
    own()
    path, anyone = _path(browser_of(ANNA)), _anyone(ANNA)
    before = read(anyone.get(path).content)[1][0]
    with school_open(1):
        one = Activity.objects.get(text="Собрать группу")
        correct_deadline(one.pk, phrase="до 22.10.2026", actor_id=1, at=NOW)
    after = next(event for event in read(anyone.get(path).content)[1] if event["UID"] == before["UID"])
    assert (before["SEQUENCE"][1], after["SEQUENCE"][1]) == ("0", "1")
    assert after["DTSTART"][1] == "20261022"


def test_nobody_is_named_in_it(browser_of: SignIn, db: None) -> None:
    own()
    path = _path(browser_of(ANNA))
    with school_open(1):
        Person.objects.create(last_name="Журавлёва", first_name="Лида", kind="pupil", class_name="7 «А»")
        Activity.objects.filter(text="Собрать группу").update(text="Поздравить Лиду Журавлёву")
    content = _anyone(ANNA).get(path).content
    assert "Журавл" not in b"".join(content.split(b"\r\n ")).decode()
    assert "Мероприятие 1.1" in _summaries(content)


def test_meetings_are_the_curators_and_without_names(browser_of: SignIn, db: None) -> None:
    with school_open(1):
        pair = Pair.objects.create(
            mentoring_format="pupil_pupil", kind="traditional", status="proposed", proposed_on=date(2026, 10, 1)
        )
        Meeting.objects.create(pair=pair, kind="planning", planned_on=date(2026, 11, 20), topic="Тайна")
    curator = _anyone(ANNA).get(_path(browser_of(ANNA))).content
    principal = _anyone(EGOR).get(_path(browser_of(EGOR))).content
    assert _summaries(curator) == ["По плану встреча пары: планирование"]
    assert "Тайна" not in curator.decode()
    assert _summaries(principal) == []


def test_the_calendar_costs_the_same_for_ten_and_for_two_hundred(browser_of: SignIn, db: None) -> None:
    roadmap = typical()
    path, anyone = _path(browser_of(ANNA)), _anyone(ANNA)
    anyone.get(path)
    with CaptureQueriesContext(connection) as few:
        anyone.get(path)
    grow(roadmap, 200)
    with CaptureQueriesContext(connection) as many:
        assert anyone.get(path).status_code == 200
    assert len(many) == len(few)
    asked = [query for query in many if "SAVEPOINT" not in query["sql"] and "SET ROLE" not in query["sql"]]
    assert len(asked) <= 15


def test_the_hour_begins_anew(browser_of: SignIn, settings: LazySettings, db: None) -> None:
    path, anyone = _path(browser_of(ANNA)), _anyone(ANNA)
    with school_open(1):
        CalendarFeed.objects.update(asked_since=clock.now() - timedelta(minutes=50), asked_times=60)
    assert anyone.get(path).status_code == 429
    settings.CLOCK_STARTS_AT = clock.now() + timedelta(minutes=10)
    assert anyone.get(path).status_code == 200
