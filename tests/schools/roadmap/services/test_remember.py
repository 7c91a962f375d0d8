"""What is remembered for roadmaps, beside what others remember in the same table."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from schools.passport.models import Remembered
from schools.roadmap.domain.importing.roles import Role
from schools.roadmap.queries.remembered import known_columns, known_headings, register_checks
from schools.roadmap.services.remember import remember_check, remember_columns
from tenants.current import school_open

pytestmark = pytest.mark.django_db
DAY = date(2026, 10, 5)
MOMENT = datetime(2026, 10, 5, 3, tzinfo=UTC)


def test_columns_said_again_give_way_and_the_latest_stand_first(db: None) -> None:
    with school_open(1):
        remember_columns("a", headers=["Дело"], roles=[Role.OTHER], at=MOMENT)
        remember_columns("b", headers=["Срок"], roles=[Role.DEADLINE], at=MOMENT + timedelta(days=1))
        remember_columns("a", headers=["Дело"], roles=[Role.ACTIVITY], at=MOMENT + timedelta(days=2))
        assert list(known_headings()) == [(["Дело"], ["activity"]), (["Срок"], ["deadline"])]
        assert known_columns() == {"a": (Role.ACTIVITY,), "b": (Role.DEADLINE,)}


def test_a_register_checked_twice_a_day_stays_one_mark_with_the_last_number(db: None) -> None:
    with school_open(1):
        first = remember_check("mentors", on=DAY, records=3, actor_id=1, at=MOMENT)
        second = remember_check("mentors", on=DAY, records=4, actor_id=1, at=MOMENT)
        remember_check("mentors", on=DAY + timedelta(days=1), records=5, actor_id=1, at=MOMENT)
        kept = register_checks(DAY, DAY).values_list("register", "checked_on", "said__records", "actor_id")
        assert (first, second) == (True, False)
        assert list(kept) == [("mentors", "2026-10-05", 4, 1)]


def test_what_others_remember_is_neither_a_column_nor_a_check(db: None) -> None:
    said = {"headers": ["Дело"], "roles": ["activity"], "register": "mentors", "checked_on": "когда-то", "records": "3"}
    with school_open(1):
        Remembered.objects.create(kind="filter", key="register:2026-10-05", said=said, at=MOMENT)
        assert known_columns() == {}
        assert list(known_headings()) == []
        assert list(register_checks(date(2026, 9, 1), date(2027, 8, 31))) == []
