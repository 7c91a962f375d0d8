"""A school from the template and a fleet migrated by collected SQL are what the framework itself would make."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings

from tenants import migrations_plan
from tenants.fleet import migrate_fleet
from tenants.isolation import place_role_sql
from tenants.owner import owner_connection, run_script
from tenants.provisioning import NewSchool, create_school, migrate_schema
from tenants.services.open_school import PlaceNotOpened, open_school
from tests.database import clone_database, drop_database, use_database

CATALOG = """
SELECT 'column', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull::text, a.attidentity::text
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
WHERE c.relnamespace = %(schema)s::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
UNION ALL
SELECT 'constraint', c.relname, k.conname, replace(pg_get_constraintdef(k.oid), %(schema)s || '.', ''), '', ''
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE k.connamespace = %(schema)s::regnamespace
UNION ALL
SELECT 'index', '', i.relname, replace(pg_get_indexdef(i.oid), %(schema)s || '.', ''), '', ''
FROM pg_class i WHERE i.relnamespace = %(schema)s::regnamespace AND i.relkind = 'i'
UNION ALL
SELECT 'sequence', '', s.relname, '', '', '' FROM pg_class s WHERE s.relnamespace = %(schema)s::regnamespace AND s.relkind = 'S'
ORDER BY 1, 2, 3, 4
"""  # noqa: E501 -- a query reads better unbroken


# PostgreSQL prints a check that was read back from its own print with its casts written another way round.
CAST = re.compile(r"::[a-z ]+(?:\[\])?|[()]")


def _catalog(schema: str) -> list[tuple[str, ...]]:
    with owner_connection() as connection:
        rows = connection.execute(CATALOG, {"schema": schema}).fetchall()
    return [tuple(CAST.sub("", text) for text in row) for row in rows]


def _applied(schema: str) -> list[tuple[str, str]]:
    with owner_connection() as connection:
        return connection.execute(f"SELECT app, name FROM {schema}.django_migrations ORDER BY app, name").fetchall()


@pytest.fixture
def own_database(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[str]:
    """A clone of its own: what these tests build is not rolled back."""
    before = settings.DATABASES["default"]["NAME"]
    name = f"{before}_own"
    with django_db_blocker.unblock():  # type: ignore[attr-defined]  # pytest-django's blocker
        clone_database(name)
        use_database(name)
        yield name
        use_database(before)
        drop_database(name)


def _new(slug: str) -> int:
    with owner_connection() as connection:
        return create_school(connection, NewSchool(1, slug, "Новая школа", "Новая", "school"))


def test_a_school_from_the_template_equals_one_made_by_migrations(own_database: str) -> None:
    new = _new("novaya")
    with owner_connection() as connection:
        connection.execute("CREATE SCHEMA s_999 AUTHORIZATION tropa_owner")
    migrate_schema("s_999")
    assert _catalog(f"s_{new}") == _catalog("s_999")
    assert _applied(f"s_{new}") == _applied("s_999")


def test_a_taken_address_opens_nothing(own_database: str) -> None:
    with owner_connection() as connection:
        before = connection.execute("SELECT count(*) FROM pg_namespace").fetchone()
    with pytest.raises(PlaceNotOpened, match="уже занят"):
        open_school(NewSchool(1, "lesnaya", "Вторая Лесная", "Лесная 2", "school"))
    with owner_connection() as connection:
        assert connection.execute("SELECT count(*) FROM pg_namespace").fetchone() == before


@pytest.mark.parametrize("slug", ["Лесная", "a b", "-a", "a-", "a.b", "a" * 64, ""])
def test_an_address_that_cannot_be_a_host_is_refused(own_database: str, slug: str) -> None:
    with pytest.raises(PlaceNotOpened, match="не годится"):
        open_school(NewSchool(1, slug, "Школа", "Школа", "school"))


ONE_MORE = """
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("orders", "{last}")]
    operations = [
        migrations.AddField("document", "extra_note", models.CharField(max_length=20, default="", db_default="")),
        migrations.AddIndex("document", models.Index(fields=["kind"], name="document_kind_extra")),
    ]
"""


@pytest.fixture
def one_more_migration(own_database: str, tmp_path: Path) -> Iterator[None]:
    """A room with one migration more than the schools have."""
    package = tmp_path / "orders_with_one_more"
    package.mkdir()
    source = Path(settings.BASE_DIR) / "schools" / "orders" / "migrations"
    for file in source.glob("*.py"):
        (package / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    last = max(file.stem for file in source.glob("0*.py"))
    (package / f"{int(last[:4]) + 1:04}_extra_note.py").write_text(ONE_MORE.format(last=last), encoding="utf-8")
    sys.path.insert(0, str(tmp_path))
    with override_settings(MIGRATION_MODULES={"orders": "orders_with_one_more"}):
        _forget_plan()
        yield
    sys.path.remove(str(tmp_path))
    _forget_plan()


def _forget_plan() -> None:
    for remembered in (
        migrations_plan.school_loader,
        migrations_plan.school_plan,
        migrations_plan.school_migrations_hash,
    ):
        remembered.cache_clear()


def test_the_fleet_gets_what_the_framework_would_have_made(one_more_migration: None) -> None:
    report = migrate_fleet()
    assert (report.schools, report.moved, report.failed) == (5, 5, {})
    with owner_connection() as connection:
        connection.execute("CREATE SCHEMA s_999 AUTHORIZATION tropa_owner")
    migrate_schema("s_999")
    assert [_catalog(f"s_{number}") == _catalog("s_999") for number in (1, 5)] == [True, True]
    assert _applied("s_3") == _applied("s_999")
    again = migrate_fleet()
    assert (again.moved, again.failed) == (0, {})


def test_one_busy_school_stops_nobody_and_moves_on_the_next_run(one_more_migration: None) -> None:
    with owner_connection() as busy:
        busy.execute("LOCK TABLE s_3.orders_document IN ACCESS SHARE MODE")
        report = migrate_fleet()
        assert (report.moved, list(report.failed)) == (4, ["s_3"])
        busy.rollback()
    report = migrate_fleet()
    assert (report.moved, report.failed) == (1, {})


def test_a_school_migrated_by_the_fleet_still_keeps_its_neighbours_out(one_more_migration: None) -> None:
    migrate_fleet()
    with owner_connection() as connection:
        rows = connection.execute(
            "SELECT has_table_privilege('tropa_s1', 's_1.orders_document', 'SELECT'),"
            " has_schema_privilege('tropa_s2', 's_1', 'USAGE'), has_schema_privilege('tropa_m1', 's_1', 'USAGE')"
        ).fetchone()
    assert rows == (True, False, False)


def test_two_databases_of_one_cluster_may_make_the_same_role_at_once(own_database: str) -> None:
    """Roles belong to the cluster: the second of two provisionings at once finds the role and goes on."""
    with owner_connection() as first:
        run_script(first, place_role_sql("s", 987_654))
        with ThreadPoolExecutor(1) as pool:
            second = pool.submit(_make_role, 987_654)
            time.sleep(0.3)  # it now waits for the first to end
            first.commit()
            second.result(timeout=20)
        first.execute("DROP ROLE tropa_s987654")


def _make_role(school_id: int) -> None:
    with owner_connection() as connection:
        run_script(connection, place_role_sql("s", school_id))
