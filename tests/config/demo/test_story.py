"""The story as it stands in the database: days, papers, people and figures agree as they would in life."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import psycopg
import pytest

from config.demo.days import is_working
from tenants.domain.school_year import SchoolYear
from tenants.owner import owner_connection
from tests.browser.story import YEAR, story_template
from tests.database import clone_database, drop_database

Rows = list[tuple[Any, ...]]
Ask = Callable[[str], Rows]
DAYS = {
    "meetings_meeting": ("held_on",),
    "orders_document": ("signed_on",),
    "publications_publication": ("published_on",),
    "surveys_surveyround": ("opened_on", "closed_on"),
    "events_event": ("planned_on", "held_on", "protocol_date"),
    "pairs_pair": ("proposed_on", "started_on", "ended_on"),
    "people_mentorcard": ("since", "trained_on"),
    "people_menteecard": ("since",),
    "people_consent": ("given_on",),
    "roadmap_roadmap": ("order_date",),
}


@pytest.fixture(scope="module")
def connection(request: pytest.FixtureRequest) -> Iterator[psycopg.Connection]:
    worker = getattr(request.config, "workerinput", {}).get("workerid", "main")
    name = f"own_{worker}_told_{os.getpid()}"
    clone_database(name, source=story_template())
    with owner_connection(autocommit=True, database=name) as found:
        yield found
    drop_database(name)


@pytest.fixture(scope="module")
def ask(connection: psycopg.Connection) -> Ask:
    """The rows of a query in the shared tables."""
    return lambda query: connection.execute(query).fetchall()


@pytest.fixture(scope="module")
def schools(ask: Ask) -> dict[str, str]:
    """Schemas of schools by the school's slug."""
    return {slug: f"s_{number}" for number, slug in ask("SELECT id, slug FROM tenants_school ORDER BY id")}


@pytest.mark.parametrize(("table", "column"), [(table, column) for table in DAYS for column in DAYS[table]])
def test_everything_happens_on_working_days(ask: Ask, schools: dict[str, str], table: str, column: str) -> None:
    days = {
        day
        for schema in schools.values()
        for (day,) in ask(f"SELECT DISTINCT {column} FROM {schema}.{table} WHERE {column} IS NOT NULL")
    }

    assert days
    assert sorted(day for day in days if not is_working(day)) == []


def test_later_orders_of_a_school_have_greater_numbers(ask: Ask, schools: dict[str, str]) -> None:
    for schema in schools.values():
        orders: dict[int, set[tuple[date, int]]] = {}
        for day, number in ask(
            f"SELECT signed_on, number FROM {schema}.orders_document"
            f" UNION SELECT started_on, order_number FROM {schema}.pairs_pair"
            f" UNION SELECT order_date, order_number FROM {schema}.roadmap_roadmap"
        ):
            orders.setdefault(SchoolYear.of(day).start_year, set()).add((day, int(number.removesuffix("-од"))))
        for found in orders.values():
            numbers = [number for _, number in sorted(found)]
            assert numbers == sorted(set(numbers))


def test_every_pair_stands_in_an_order_of_the_register(ask: Ask, schools: dict[str, str]) -> None:
    for schema in schools.values():
        missing = ask(
            f"SELECT id FROM {schema}.pairs_pair p WHERE NOT EXISTS (SELECT FROM {schema}.orders_document d"
            " WHERE d.kind = 'pairs' AND d.number = p.order_number AND d.signed_on = p.started_on)"
        )
        assert missing == []


def test_no_two_pairs_of_a_school_year_work_on_the_same(ask: Ask, schools: dict[str, str]) -> None:
    for schema in schools.values():
        goals = Counter(ask(f"SELECT extract(year FROM started_on)::int, goal FROM {schema}.pairs_pair"))
        assert [goal for goal, times in goals.items() if times > 1] == []


def test_no_pair_meets_after_its_end(ask: Ask, schools: dict[str, str]) -> None:
    for schema in schools.values():
        late = ask(
            f"SELECT p.id FROM {schema}.pairs_pair p JOIN {schema}.meetings_meeting m ON m.pair_id = p.id"
            " WHERE m.held_on > p.ended_on"
        )
        assert late == []


def test_a_pupil_is_in_the_class_of_his_age(ask: Ask, schools: dict[str, str]) -> None:
    for schema in schools.values():
        for class_name, year, month, since in ask(
            "SELECT p.class_name, p.birth_year, p.birth_month, coalesce(a.since, b.since)"
            f" FROM {schema}.people_person p LEFT JOIN {schema}.people_mentorcard a ON a.person_id = p.id"
            f" LEFT JOIN {schema}.people_menteecard b ON b.person_id = p.id WHERE p.kind = 'pupil'"
        ):
            on_first_september = since.year - year - (month > 8)
            assert on_first_september == int(class_name.split()[0]) + 6


def test_in_the_kindergarten_only_educators_work_together(ask: Ask, schools: dict[str, str]) -> None:
    schema = schools["sad-ryabinka"]

    assert ask(f"SELECT DISTINCT mentoring_format FROM {schema}.pairs_pair") == [("educator_educator",)]
    assert ask(f"SELECT DISTINCT kind FROM {schema}.people_person") == [("teacher",)]
    assert sorted(ask(f"SELECT position FROM {schema}.accounts_user")) == [("заведующий",), ("старший воспитатель",)]


def test_there_are_no_more_teachers_in_the_registers_than_in_the_school(ask: Ask, schools: dict[str, str]) -> None:
    for schema in schools.values():
        ((here, teachers),) = ask(
            f"SELECT (SELECT count(*) FROM {schema}.people_person WHERE kind = 'teacher' AND archived_on IS NULL),"
            f" (SELECT teachers FROM {schema}.passport_headcount ORDER BY as_of DESC LIMIT 1)"
        )
        assert here <= teachers


@pytest.mark.parametrize("start", [YEAR.start_year - 2, YEAR.start_year - 1])
def test_registers_of_a_past_year_hold_whom_the_accepted_may_form_counted(
    ask: Ask, schools: dict[str, str], start: int
) -> None:
    told = {
        slug: (mentors, mentees)
        for slug, mentors, mentees in ask(
            "SELECT s.slug, (f.facts #>> '{cells,D1,value}')::int, (f.facts #>> '{cells,D7,value}')::int"
            " FROM submissions_submission f JOIN submissions_review r ON r.submission_id = f.id"
            " JOIN campaigns_campaign c ON c.id = f.campaign_id JOIN tenants_school s ON s.id = f.school_id"
            f" WHERE r.verdict = 'accepted' AND c.season = 'may' AND c.school_year = {start}"
        )
    }
    last_day = SchoolYear(start).ends_on.isoformat()
    standing = {}
    for slug, schema in schools.items():
        counts = [
            ask(
                f"SELECT count(*) FROM {schema}.{cards} c JOIN {schema}.people_person p ON p.id = c.person_id"
                f" WHERE c.since <= '{last_day}' AND (c.until IS NULL OR c.until >= '{last_day}')"
                f" AND (p.archived_on IS NULL OR p.archived_on > '{last_day}')"
            )[0][0]
            for cards in ("people_mentorcard", "people_menteecard")
        ]
        standing[slug] = (counts[0], counts[1])

    assert len(told) == len(schools)
    assert standing == told


def test_this_october_two_schools_meet_less_than_once_a_month(ask: Ask) -> None:
    rare = ask(
        "SELECT DISTINCT s.short_name FROM submissions_submission f JOIN campaigns_campaign c ON c.id = f.campaign_id"
        " JOIN tenants_school s ON s.id = f.school_id"
        f" WHERE c.season = 'october' AND c.school_year = {YEAR.start_year}"
        " AND (f.facts #>> '{cells,G1,value}')::int < (f.facts #>> '{cells,G10,value}')::int ORDER BY 1"
    )
    assert rare == [("Каменская ООШ",), ("Таёжнинская СОШ",)]


@pytest.mark.parametrize("cards", ["people_mentorcard", "people_menteecard"])
def test_nobody_stands_in_a_register_before_the_consent(ask: Ask, schools: dict[str, str], cards: str) -> None:
    without = Counter(
        slug
        for slug, schema in schools.items()
        for _ in ask(
            f"SELECT 1 FROM {schema}.{cards} c WHERE NOT EXISTS (SELECT FROM {schema}.people_consent k"
            " WHERE k.person_id = c.person_id AND k.purpose = 'processing' AND k.given_on <= c.since)"
        )
    )
    assert without == ({"school-2": 1} if cards == "people_menteecard" else {})  # one paper is still to come
