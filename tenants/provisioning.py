"""A database made ready, and a school made from the template in one round trip (decision 9)."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import psycopg
from django.conf import settings
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from tenants.database.identity import PUBLIC_SCHEMA, TEMPLATE_SCHEMA, of_school
from tenants.ddl import schema_ddl
from tenants.isolation import (
    base_roles_sql,
    database_sql,
    place_role_sql,
    promise_school_sql,
    role,
    seal_shared_sql,
    withhold_school_sql,
)
from tenants.migrations_plan import school_migrations_hash
from tenants.owner import make_database, owner_connection, run_script


@dataclass(frozen=True, slots=True)
class NewSchool:
    """What is asked for a new school; ``slug`` is its host's first label."""

    municipality_id: int
    slug: str
    name: str
    short_name: str
    kind: str
    local_code: str = ""


def prepare_database(*, app_password: str | None = None) -> None:
    """Roles, shared tables, row policies and the school template; safe to run again at any time.

    ``app_password`` is given by the embedded default, which owns its cluster: then the database and the application's
    login are made too. On a real server the administrator has made them (docs/production.md).
    """
    if app_password is not None:
        make_database(settings.DATABASES["owner"]["NAME"])
    with owner_connection() as connection:
        connection.execute("SELECT pg_advisory_xact_lock(7421)")  # two starts at once must not make a role twice
        run_script(connection, base_roles_sql(app_password=app_password))
        run_script(connection, database_sql(settings.DATABASES["owner"]["NAME"]))
    migrate_schema(PUBLIC_SCHEMA)
    with owner_connection() as connection:
        run_script(connection, seal_shared_sql())
    refresh_template()


def migrate_schema(schema: str) -> None:
    """Apply what is missing in one schema with Django's own executor, as the owner of the tables."""
    connection = connections["owner"]
    connection.set_schema(schema)  # type: ignore[attr-defined]  # our backend
    try:
        if schema != PUBLIC_SCHEMA:
            with connection.cursor() as cursor:
                cursor.execute(f'CREATE SCHEMA IF NOT EXISTS "{schema}"')
        executor = MigrationExecutor(connection)
        labels = settings.SHARED_APPS if schema == PUBLIC_SCHEMA else settings.TENANT_APPS
        targets = [leaf for leaf in executor.loader.graph.leaf_nodes() if _belongs(leaf[0], labels)]
        executor.migrate(targets)
    finally:
        connection.close()
        connection.set_schema_to_public()  # type: ignore[attr-defined]  # our backend


def _belongs(label: str, names: list[str]) -> bool:
    from django.apps import apps  # noqa: PLC0415 -- the registry must be ready

    return apps.get_app_config(label).name in names


def refresh_template() -> None:
    """Bring ``tmpl_school`` to the present migrations and keep its DDL."""
    wanted = school_migrations_hash()
    with owner_connection() as connection:
        if connection.execute("SELECT 1 FROM tenants_schooltemplate WHERE migrations_hash = %s", [wanted]).fetchone():
            return
    migrate_schema(TEMPLATE_SCHEMA)
    keep_template()


def keep_template() -> None:
    """Write down the DDL of the template as it stands."""
    with owner_connection() as connection:
        ddl = schema_ddl(connection, TEMPLATE_SCHEMA)
        connection.execute("DELETE FROM tenants_schooltemplate")
        connection.execute(
            "INSERT INTO tenants_schooltemplate (migrations_hash, ddl) VALUES (%s, %s)", [school_migrations_hash(), ddl]
        )


_NEW_SCHOOL = """
WITH numbered AS (SELECT nextval(pg_get_serial_sequence('public.tenants_school', 'id')) AS id),
school AS (
    INSERT INTO public.tenants_school (id, schema_name, municipality_id, slug, name, short_name, kind, local_code,
        is_active, migrations_hash)
    SELECT id, 's_' || id, %(municipality_id)s, %(slug)s, %(name)s, %(short_name)s, %(kind)s, %(local_code)s, true,
        %(hash)s FROM numbered RETURNING id
),
host AS (
    INSERT INTO public.tenants_schoolhost (domain, tenant_id, is_primary) SELECT %(host)s, id, true FROM school
)
SELECT id, (SELECT ddl FROM public.tenants_schooltemplate WHERE migrations_hash = %(hash)s) FROM school
"""


def create_school(connection: psycopg.Connection, wanted: NewSchool) -> int:
    """Row, host, role, schema, tables and grants of a new school in the caller's transaction; gives its id.

    Raises LookupError when the template is older than the code: run ``migrate_fleet`` first.
    """
    host = f"{wanted.slug}.{settings.BASE_DOMAIN}"
    row = connection.execute(_NEW_SCHOOL, {**asdict(wanted), "host": host, "hash": school_migrations_hash()}).fetchone()
    if row is None or row[1] is None:
        raise LookupError("the school template is older than the code; run migrate_fleet")
    school_id, ddl = int(row[0]), str(row[1])
    identity = of_school(school_id)
    run_script(
        connection,
        place_role_sql("s", school_id)
        + f"SET LOCAL ROLE {role('owner')};"
        + f"CREATE SCHEMA {identity.schema};"
        + promise_school_sql(identity.schema, identity.key)
        + ddl.replace(f"{TEMPLATE_SCHEMA}.", f"{identity.schema}.")
        + f"INSERT INTO {identity.schema}.django_migrations (app, name, applied)"
        + f" SELECT app, name, now() FROM {TEMPLATE_SCHEMA}.django_migrations ORDER BY id;"
        + withhold_school_sql(identity.schema, identity.key)
        + "RESET ROLE;",
    )
    return school_id
