"""The server's time of «Сегодня»: a school of two thousand people and two hundred activities against an empty one."""

from __future__ import annotations

import time
from datetime import date, timedelta
from itertools import count
from typing import Any

from django.conf import settings
from django.test import Client

from schools.meetings.models import Meeting
from schools.pairs.models import Pair, PairMember
from schools.people.models import Consent, MenteeCard, MentorCard, Person
from schools.roadmap.models import Activity, Evidence, Occurrence, Roadmap, Stage
from tenants.accounts.models import User
from tenants.current import school_open
from tenants.domain.russian import sort_key
from tests.bench.report import Comparison
from tests.bench.town import copy_of_hundred
from tests.cast import ANNA, VERA, Actor
from tests.database import use_database
from tests.factories.municipal import local

TODAY = date(2025, 12, 22)
PAGE = "/2025-26/segodnya/"
PEOPLE, ACTIVITIES, ROUNDS = 2000, 200, 40
# Every family of objects that closes an activity is asked for: nothing is left out of the reading.
CLOSES = (
    "event", "order:pairs", "consents:processing", "meetings:regular", "pairs_confirmed", "matching", "publication",
    "survey:entry", "register:mentees", "monitoring:municipal",
)  # fmt: skip


def busy_day() -> Comparison:
    """Both schools stand in one database and are asked in turn; the goal is a third of the empty page's speed."""
    with copy_of_hundred("day") as database:
        use_database(database)
        settings.CLOCK_STARTS_AT = local(TODAY)
        with school_open(2):
            _fill()
        empty, busy = _client(ANNA), _client(VERA)
        for client in (empty, busy):
            _seconds(client)
        pairs = [(_seconds(busy), _seconds(empty)) for _ in range(ROUNDS)]
    return Comparison(
        "«Сегодня»: 2 000 человек и 200 мероприятий / пусто",
        [mine * 1000 for mine, _ in pairs],
        [other * 1000 for _, other in pairs],
        "мс",
        1 / 3,
    )


def _client(actor: Actor) -> Client:
    client = Client(headers={"host": actor.host})
    with school_open(actor.school or 0):
        client.force_login(User.objects.get(email=actor.email))
    return client


def _seconds(client: Client) -> float:
    began = time.perf_counter()
    answer = client.get(PAGE)
    spent = time.perf_counter() - began
    assert answer.status_code == 200, answer.status_code
    return spent


def _fill() -> None:
    half = PEOPLE // 2
    mentors = _people(half, "teacher")
    mentees = _people(half, "pupil")
    MentorCard.objects.bulk_create(MentorCard(person=one, since=date(2025, 9, 1)) for one in mentors)
    MenteeCard.objects.bulk_create(MenteeCard(person=one, since=date(2025, 9, 1)) for one in mentees)
    given = date(2025, 9, 1)
    Consent.objects.bulk_create(
        Consent(person=one, purpose="processing", given_on=given) for one in [*mentors, *mentees][: PEOPLE - 100]
    )
    pairs = Pair.objects.bulk_create(
        Pair(mentoring_format="teacher_pupil", status="working", proposed_on=given, started_on=given, order_number="1")
        for _ in range(half)
    )
    sides = ((mentors, "mentor"), (mentees, "mentee"))
    PairMember.objects.bulk_create(
        PairMember(pair=pair, person=one, role=role)
        for people, role in sides
        for pair, one in zip(pairs, people, strict=True)
    )
    Meeting.objects.bulk_create(
        Meeting(pair=pair, kind="working", held_on=TODAY - timedelta(days=days))
        for pair in pairs
        for days in (5, 19, 33, 47)
    )
    _plan()


def _people(number: int, kind: str) -> list[Person]:
    more: dict[str, Any] = {"class_name": "7 «А»", "birth_year": 2012} if kind == "pupil" else {}
    names = count(1)
    return Person.objects.bulk_create(
        Person(last_name=f"Людин{next(names)}", first_name="Пётр", sorting=sort_key("людин пётр"), kind=kind, **more)
        for _ in range(number)
    )


def _plan() -> None:
    roadmap = Roadmap.objects.create(
        title="Карта", model="pupils_r145", period_from=date(2025, 9, 1), period_to=date(2026, 8, 31),
        status="approved", order_number="1", order_date=date(2025, 9, 1), origin="typical", created_at=local(TODAY),
    )  # fmt: skip
    stage = Stage.objects.create(roadmap=roadmap, position=1, title="Этап")
    rows = Activity.objects.bulk_create(
        Activity(stage=stage, position=number, number=str(number), text=f"Мероприятие {number}",
                 closes_by=CLOSES[number % len(CLOSES)], deadline_kind="continuous" if number % 7 == 0 else "")
        for number in range(ACTIVITIES)
    )  # fmt: skip
    first = date(2025, 9, 10)
    Occurrence.objects.bulk_create(
        Occurrence(activity=one, due_on=first + timedelta(days=one.position + 30 * part))
        for one in rows
        for part in range(2)
    )
    Evidence.objects.bulk_create(Evidence(activity=one, title="Отчёт", added_on=first) for one in rows[::3])
