"""The database itself keeps schools apart (security.md § 3, T2)."""

from __future__ import annotations

import pytest
from django.db import ProgrammingError, connection, transaction

from schools.people.models import Person
from tenants.current import acting_as, municipality_open, school_open
from tenants.database.identity import Identity, of_municipality, of_region, of_school
from tenants.isolation import undeclared_tables
from tenants.models import School

pytestmark = pytest.mark.django_db


def _tables(schema: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relnamespace = %s::regnamespace AND relkind = 'r'", [schema])
        return [row[0] for row in cursor.fetchall()]


def _refusal(identity: Identity, statement: str) -> str | None:
    """SQLSTATE of the refusal, or None when the statement was carried out."""
    try:
        with acting_as(identity), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    except ProgrammingError as fault:
        return getattr(fault.__cause__, "sqlstate", None)
    return None


@pytest.mark.parametrize(
    "stranger",
    [of_school(2), of_school(4), of_municipality(1), of_municipality(2), of_region(1), Identity("public", "public")],
)
def test_every_table_of_a_school_is_refused_to_everybody_else(stranger: Identity) -> None:
    tables = _tables("s_1")
    assert len(tables) > 20
    answers = {table: _refusal(stranger, f"SELECT * FROM s_1.{table}") for table in tables}
    assert answers == dict.fromkeys(tables, "42501")


@pytest.mark.parametrize(
    "verb", ["DROP TABLE s_1.people_person", "ALTER TABLE s_1.people_person ADD x int", "TRUNCATE s_1.people_person"]
)
def test_a_school_cannot_change_the_shape_of_its_own_schema(verb: str) -> None:
    assert _refusal(of_school(1), verb) == "42501"


def test_a_school_sees_its_own_row_of_schools_and_a_municipality_its_own_schools() -> None:
    with school_open(1):
        assert list(School.objects.values_list("id", flat=True)) == [1]
    with municipality_open(1):
        assert sorted(School.objects.values_list("id", flat=True)) == [1, 2, 3]
    with municipality_open(2):
        assert sorted(School.objects.values_list("id", flat=True)) == [4, 5]


def test_a_person_saved_in_one_school_is_not_in_the_next() -> None:
    with school_open(1):
        Person(last_name="Ёлкина", first_name="Ася", kind="pupil").save()
        assert Person.objects.count() == 1
    with school_open(2):
        assert Person.objects.count() == 0


def test_a_rolled_back_savepoint_does_not_leave_a_stale_identity() -> None:
    with school_open(1):
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            Person(last_name="А", first_name="Б", kind="pupil").save()
            raise ZeroDivisionError
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user, current_schema()")
            assert cursor.fetchone() == ("tropa_s1", "s_1")


def test_every_shared_table_is_declared_with_who_may_read_it() -> None:
    with connection.cursor() as cursor:
        assert undeclared_tables(cursor) == []
