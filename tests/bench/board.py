"""The district's figures: twelve numbers of a hundred schools from their forms, against asking every schema."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from random import Random
from zoneinfo import ZoneInfo

from django.db import connection
from psycopg.types.json import Jsonb

from config.demo.life import Life
from config.demo.registers import found_school, live_a_year
from config.demo.town import TOWNS
from municipal.indicators.aggregate import total
from municipal.indicators.payload import digest, to_document
from municipal.submissions.queries import latest_facts
from schools.meetings.queries import meetings_held
from schools.pairs.models import PairMember
from schools.pairs.queries import pairs_active_on
from schools.people.models import PersonKind
from schools.people.queries import mentees_on, mentors_on, people_counted_as_supported
from tenants.current import municipality_open, school_open
from tenants.domain.school_year import SchoolYear
from tenants.owner import owner_connection
from tests.bench.report import Comparison, say
from tests.bench.town import SCHOOLS, copy_of_hundred
from tests.database import use_database
from tests.municipal.indicators.cases import honest

DAY = date(2026, 10, 1)
SINCE = date(2026, 9, 1)
RUNS = 5
CODES = ("D1", "D2", "D3", "D7", "D11", "E1", "E2", "E6", "E7", "G1", "C3", "F4")


def board_figures() -> Comparison:
    """Twelve sums over a municipality as the board takes them, or twelve counts in each of a hundred schemas.

    Forms never change, so a process reads each of them once; that first reading is printed apart.
    """
    with copy_of_hundred("board") as database:
        use_database(database)
        campaign = _fill()
        ours, stock = [], []
        say(f"   первое чтение ста форм в процессе: {_timed(lambda: _from_forms(campaign)):.3f} с")
        for _ in range(RUNS):
            ours.append(_timed(lambda: _from_forms(campaign)))
            stock.append(_timed(_from_schemas))
    return Comparison("12 чисел округа: из форм / обход 100 схем", ours, stock, "с", 100)


def _timed(deed: Callable[[], object]) -> float:
    started = time.perf_counter()
    deed()
    return time.perf_counter() - started


def _from_forms(campaign: int) -> dict[str, int]:
    with municipality_open(1):
        forms = latest_facts(campaign)
        return {code: total(code, forms).value or 0 for code in CODES}


def _from_schemas() -> dict[str, int]:
    found = dict.fromkeys(CODES, 0)
    for number in range(1, SCHOOLS + 1):
        with school_open(number):
            for code, count in _counts().items():
                found[code] += count
    return found


def _counts() -> dict[str, int]:
    active = pairs_active_on(DAY)
    members = PairMember.objects.filter(pair__in=active.values("pk"))
    return {
        "D1": mentors_on(DAY).count(),
        "D2": mentors_on(DAY).filter(person__kind=PersonKind.TEACHER).count(),
        "D3": mentors_on(DAY).filter(person__kind=PersonKind.PUPIL).count(),
        "D7": mentees_on(DAY).count(),
        "D11": mentees_on(DAY).filter(person__kind=PersonKind.TEACHER).count(),
        "E1": active.count(),
        "E2": active.filter(started_on__gte=SINCE).count(),
        "E6": members.filter(role=PairMember.MENTOR).values("person").distinct().count(),
        "E7": members.filter(role=PairMember.MENTEE).values("person").distinct().count(),
        "G1": meetings_held(SINCE, DAY).count(),
        "C3": meetings_held(SINCE, DAY).filter(mentor_feedback=True).count(),
        "F4": mentees_on(DAY).filter(person__in=people_counted_as_supported(DAY)).count(),
    }


def _fill() -> int:
    """One school lives a month and is copied into the others; each has a form of the same size. Gives the campaign."""
    with school_open(1):
        life = Life(TOWNS[0].schools[1], Random(1), ZoneInfo("UTC"), 1)
        found_school(life, SchoolYear(2026))
        live_a_year(life, SchoolYear(2026), order=2, until=DAY)
    with owner_connection() as owner:
        owner.execute("SET LOCAL session_replication_role = replica")
        owner.execute("UPDATE tenants_school SET municipality_id = 1")
        tables = [
            row[0]
            for row in owner.execute(
                "SELECT relname FROM pg_class WHERE relnamespace = 's_1'::regnamespace AND relkind = 'r'"
                " AND relname ~ '^(people|pairs|meetings|orders|publications|passport)_'"
            )
        ]
        for number in range(2, SCHOOLS + 1):
            for table in tables:
                owner.execute(f"INSERT INTO s_{number}.{table} SELECT * FROM s_1.{table}")
        row = owner.execute(_CAMPAIGN).fetchone()
        campaign = int(row[0]) if row else 0
        for number in range(1, SCHOOLS + 1):
            document = to_document(honest(F4=40 + number))  # each school's form differs from the next one's
            owner.execute(_FORM, [campaign, number, Jsonb(document), digest(document)])
    connection.close()
    return campaign


_CAMPAIGN = """
INSERT INTO campaigns_campaign (municipality_id, season, school_year, title, edition, reporting_date, opens_on, due_on,
    closes_on, basis, opened_at)
VALUES (1, 'october', 2026, 'Октябрь 2026', '2026', '2026-10-01', '2026-10-01', '2026-10-24', '2026-10-31', '', now())
RETURNING id
"""
_FORM = """
INSERT INTO submissions_submission (campaign_id, municipality_id, school_id, version, edition, facts, answers, digest,
    submitted_by, submitted_at, is_late)
VALUES (%s, 1, %s, 1, '2026', %s, '{}', %s, 'куратор', now(), false)
"""
