"""Migrating every school at once: the SQL is collected once and applied in batches (decision 9).

Stock ``migrate_schemas`` renders the migrations' state anew for every school and scans the whole catalog each time,
which grows with the square of the number of schools (stack.md 3c). Here schools are grouped by what they have applied;
for each group the missing migrations' SQL is collected on one of its schools and sent to the rest, one transaction a
school, many schools a message. With nothing to do one SELECT says so.

A migration whose SQL cannot be known beforehand (RunPython) goes school by school through Django's own executor.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import psycopg
from django.db import connections
from django.db.migrations import Migration
from django.db.migrations.operations import RunPython

from tenants.database.identity import TEMPLATE_SCHEMA, of_schema
from tenants.isolation import role, seal_school_sql
from tenants.migrations_plan import Key, hash_of, school_loader, school_migrations_hash, school_plan
from tenants.owner import owner_connection, run_script
from tenants.provisioning import keep_template, migrate_schema

BATCH = 25  # schools a message: larger saves nothing measurable and holds more locks
LOCK_TIMEOUT = "5s"  # a busy school is reported and left for the next run, it does not stop the fleet


@dataclass(frozen=True, slots=True)
class FleetReport:
    """How many schools stood, how many were moved, and which could not be: schema → reason."""

    schools: int
    moved: int
    failed: dict[str, str]


def migrate_fleet(*, batch: int = BATCH) -> FleetReport:
    """Bring the template and every school to the migrations on disk; may be stopped and run again at any moment."""
    wanted = school_migrations_hash()
    with owner_connection(autocommit=True) as connection:
        behind = connection.execute(
            "SELECT schema_name, migrations_hash FROM tenants_school WHERE migrations_hash <> %s ORDER BY id", [wanted]
        ).fetchall()
        total = _one(connection, "SELECT count(*) FROM tenants_school")
        template_known = connection.execute(
            "SELECT 1 FROM tenants_schooltemplate WHERE migrations_hash = %s", [wanted]
        ).fetchone()
        if not behind and template_known:
            return FleetReport(total, 0, {})
        groups: dict[str, list[str]] = {}
        for schema, known in behind:
            groups.setdefault(known, []).append(schema)
        moved, failed = 0, {}
        for schemas in groups.values():
            done, refused = _move_group(connection, schemas, batch=batch)
            moved += done
            failed.update(refused)
    if not template_known:
        migrate_schema(TEMPLATE_SCHEMA)
        keep_template()
    return FleetReport(total, moved, failed)


def _one(connection: psycopg.Connection, query: str) -> int:
    row = connection.execute(query).fetchone()
    return int(row[0]) if row else 0


def _move_group(connection: psycopg.Connection, schemas: Sequence[str], *, batch: int) -> tuple[int, dict[str, str]]:
    applied = {(app, name) for app, name in connection.execute(f"SELECT app, name FROM {schemas[0]}.django_migrations")}
    missing = [key for key in school_plan() if key not in applied]
    loader = school_loader()
    if any(_unknowable(loader.get_migration(*key)) for key in missing):
        return _one_by_one(connection, schemas)
    script = collect_sql(schemas[0], missing, applied)
    moved, failed = 0, {}
    for start in range(0, len(schemas), batch):
        chunk = schemas[start : start + batch]
        try:
            run_script(connection, "".join(_for_school(schema, script, missing) for schema in chunk))
            moved += len(chunk)
        except psycopg.Error:
            connection.rollback()
            moved += len(chunk) - len(_still_behind(connection, chunk))
            for schema in _still_behind(connection, chunk):  # find the one that will not move; the others go on
                done, reason = _try_school(connection, schema, script, missing)
                moved += done
                if reason:
                    failed[schema] = reason
    return moved, failed


def _still_behind(connection: psycopg.Connection, schemas: Sequence[str]) -> list[str]:
    """Schools of a broken message whose own transaction had not been committed before the break."""
    rows = connection.execute(
        "SELECT schema_name FROM tenants_school WHERE schema_name = ANY(%s) AND migrations_hash <> %s ORDER BY id",
        [list(schemas), school_migrations_hash()],
    )
    return [row[0] for row in rows]


def _unknowable(migration: Migration) -> bool:
    return any(isinstance(operation, RunPython) for operation in migration.operations)


def collect_sql(schema: str, missing: Sequence[Key], applied: set[Key]) -> str:
    """The statements of ``missing`` as they would run in ``schema``; nothing is run.

    Each migration is collected against the state before it. Names of constraints that an operation looks up come
    from ``schema`` itself, so a later migration of the same batch that needs what an earlier one makes would not find
    it; such a pair must be two releases, which «expand, then contract» asks for anyway.
    """
    connection = connections["owner"]
    connection.set_schema(schema)  # type: ignore[attr-defined]  # our backend
    loader = school_loader()
    statements: list[str] = []
    try:
        state = loader.project_state([key for key in school_plan() if key in applied])
        for key in missing:
            migration = loader.get_migration(*key)
            with connection.schema_editor(collect_sql=True, atomic=migration.atomic) as editor:
                state = migration.apply(state, editor, collect_sql=True)
            statements.extend(line for line in editor.collected_sql if not line.lstrip().startswith("--"))
    finally:
        connection.close()
        connection.set_schema_to_public()  # type: ignore[attr-defined]  # our backend
    return "\n".join(line.rstrip().rstrip(";") + ";" for line in statements)


def _for_school(schema: str, script: str, missing: Sequence[Key]) -> str:
    rows = ", ".join(f"('{app}', '{name}', now())" for app, name in missing)
    identity = of_schema(schema)
    return (
        f"BEGIN; SET LOCAL ROLE {role('owner')}; SET LOCAL search_path = {schema}, public;"
        f" SET LOCAL lock_timeout = '{LOCK_TIMEOUT}';\n{script}\n"
        f"INSERT INTO {schema}.django_migrations (app, name, applied) VALUES {rows};"
        f"UPDATE public.tenants_school SET migrations_hash = '{school_migrations_hash()}'"
        f" WHERE schema_name = '{schema}';"
        f"{seal_school_sql(schema, identity.key)} COMMIT;\n"
    )


def _try_school(
    connection: psycopg.Connection, schema: str, script: str, missing: Sequence[Key]
) -> tuple[int, str | None]:
    try:
        run_script(connection, _for_school(schema, script, missing))
    except psycopg.Error as error:
        connection.rollback()
        return 0, str(error).strip()
    return 1, None


def _one_by_one(connection: psycopg.Connection, schemas: Sequence[str]) -> tuple[int, dict[str, str]]:
    moved, failed = 0, {}
    for schema in schemas:
        try:
            migrate_schema(schema)
        except Exception as error:
            failed[schema] = str(error)
            continue
        with connection.transaction():
            run_script(connection, seal_school_sql(schema, of_schema(schema).key))
            connection.execute(
                "UPDATE tenants_school SET migrations_hash = %s WHERE schema_name = %s",
                [hash_of(school_plan()), schema],
            )
        moved += 1
    return moved, failed
