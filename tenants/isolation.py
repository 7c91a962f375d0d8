"""Roles, grants and row policies: what the database itself allows (security.md § 3).

Everything here is a declaration that ``seal_shared`` and ``seal_school`` apply again after every migration; each is
idempotent. The shared tables are declared in tenants.shared_tables.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings

from tenants.shared_tables import ALL, KINDS, SHARED_TABLES, Table


def role(key: str) -> str:
    """Quoted name of a role, e.g. "tropa_s7" for «s7»."""
    return f'"{settings.ROLE_PREFIX}_{key}"'


def _create_role(key: str, options: str = "NOLOGIN NOINHERIT") -> str:
    return _once(f"CREATE ROLE {role(key)} {options};", unless=f"rolname = '{settings.ROLE_PREFIX}_{key}'")


def _once(statement: str, *, unless: str = "false") -> str:
    """Roles belong to the cluster: two databases made at once may both want one, and the second finds it there."""
    return (
        f"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE {unless}) THEN {statement} END IF; "
        "EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;"
    )


def _may_become(key: str, logins: list[str]) -> str:
    # INHERIT FALSE is the whole trick: a login has no rights of a school until it says which one it is.
    return "".join(_once(f'GRANT {role(key)} TO "{login}" WITH INHERIT FALSE, SET TRUE;') for login in logins)


def base_roles_sql(*, app_password: str | None) -> str:
    """Roles of the platform itself; with ``app_password`` also the embedded default's one application login."""
    logins = sorted({*settings.SCHOOL_LOGINS, *settings.MUNICIPAL_LOGINS})
    parts = [_create_role(key) for key in ("owner", "none", "public", "schools", "municipalities", "regions")]
    if app_password is not None:
        login = f"{settings.ROLE_PREFIX}_app"
        parts.append(_create_role("app", "LOGIN NOINHERIT"))
        parts.append(f"ALTER ROLE \"{login}\" PASSWORD '{app_password}';")
    for login in logins:
        parts.append(f'GRANT {role("none")}, {role("public")} TO "{login}" WITH INHERIT FALSE, SET TRUE;')
        # A connection that has not chosen lands on nobody, and RESET ROLE comes back there.
        parts.append(f"ALTER ROLE \"{login}\" SET role = '{settings.ROLE_PREFIX}_none';")
    parts.append(f"GRANT {role('owner')} TO CURRENT_USER WITH INHERIT TRUE, SET TRUE;")
    return "\n".join(parts)


def database_sql(database: str) -> str:
    """Take from everybody what PostgreSQL gives everybody, and let the owner build."""
    return f"""
        REVOKE ALL ON DATABASE "{database}" FROM PUBLIC;
        GRANT CONNECT ON DATABASE "{database}" TO {", ".join(f'"{login}"' for login in _logins())};
        GRANT CREATE, CONNECT, TEMPORARY ON DATABASE "{database}" TO {role("owner")};
        REVOKE ALL ON SCHEMA public FROM PUBLIC;
        GRANT USAGE, CREATE ON SCHEMA public TO {role("owner")};
        GRANT USAGE ON SCHEMA public TO {role("public")}, {", ".join(role(group) for group in KINDS.values())};
        CREATE OR REPLACE FUNCTION public.place_key() RETURNS text LANGUAGE sql STABLE
            SET search_path = pg_catalog AS $$ SELECT substr(current_user, {len(settings.ROLE_PREFIX) + 2}) $$;
        CREATE OR REPLACE FUNCTION public.place_id(kind text) RETURNS integer LANGUAGE sql STABLE AS $$
            SELECT CASE WHEN current_user ~ ('^{settings.ROLE_PREFIX}_' || kind || '[0-9]+$')
                   THEN substr(current_user, {len(settings.ROLE_PREFIX) + 3})::integer END $$;
        ALTER FUNCTION public.place_key() OWNER TO {role("owner")};
        ALTER FUNCTION public.place_id(text) OWNER TO {role("owner")};
    """


def _logins() -> list[str]:
    return sorted({*settings.SCHOOL_LOGINS, *settings.MUNICIPAL_LOGINS})


def place_role_sql(kind: str, place_id: int) -> str:
    """The role of one school, municipality or region, and the logins that may become it."""
    key = f"{kind}{int(place_id)}"
    logins = settings.SCHOOL_LOGINS if kind == "s" else settings.MUNICIPAL_LOGINS
    return (
        _create_role(key, "NOLOGIN INHERIT")
        + _once(f"GRANT {role(KINDS[kind])} TO {role(key)} WITH INHERIT TRUE, SET FALSE;")
        + _may_become(key, list(logins))
    )


def seal_shared_sql() -> str:
    """Grants and row policies of every shared table."""
    return "\n".join(_seal_table(table) for table in SHARED_TABLES)


def _seal_table(table: Table) -> str:
    name = f"public.{table.name}"
    classes = ", ".join([role("public"), *(role(group) for group in KINDS.values())])
    parts = [
        f"REVOKE ALL ON {name} FROM PUBLIC, {classes};",
        f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY;",
        f"DROP POLICY IF EXISTS at_the_door ON {name};",
    ]
    if table.door:
        parts.append(f"GRANT {table.door} ON {name} TO {role('public')};")
        parts.append(f"CREATE POLICY at_the_door ON {name} TO {role('public')} USING (true) WITH CHECK (true);")
    for kind, group in KINDS.items():
        parts.append(f"DROP POLICY IF EXISTS of_{group} ON {name};")
        if kind in table.may:
            privileges, rows = table.may[kind]
            parts.append(f"GRANT {privileges} ON {name} TO {role(group)};")
            own = table.changes.get(kind)
            reach = f"USING ({rows}) WITH CHECK ({rows})" if own is None else f"USING ({own}) WITH CHECK ({own})"
            parts.append(f"CREATE POLICY of_{group} ON {name} TO {role(group)} {reach};")
            parts.append(f"DROP POLICY IF EXISTS seen_by_{group} ON {name};")
            if own is not None:
                parts.append(f"CREATE POLICY seen_by_{group} ON {name} FOR SELECT TO {role(group)} USING ({rows});")
    return "\n".join(parts) + _sequence_grants(table)


def _sequence_grants(table: Table) -> str:
    writers = [role(KINDS[kind]) for kind, (privileges, _) in table.may.items() if "INSERT" in privileges]
    if "INSERT" in table.door:
        writers.append(role("public"))
    if not writers:
        return ""
    # A table without an «id» of its own (sessions, keyed by another column) has no sequence to grant.
    return (
        f"DO $$ DECLARE q text; BEGIN "
        f"SELECT pg_get_serial_sequence('public.{table.name}', a.attname) INTO q FROM pg_attribute a "
        f"WHERE a.attrelid = 'public.{table.name}'::regclass AND a.attname = 'id'; "
        f"IF q IS NOT NULL THEN EXECUTE 'GRANT USAGE ON SEQUENCE ' || q || ' TO {', '.join(writers)}'; END IF; END $$;"
    )


def promise_school_sql(schema: str, key: str) -> str:
    """Before the tables of a new school are made: whatever the owner makes there, the school may work with.

    Cheaper than granting table by table afterwards, and it holds for tables of later migrations too.
    """
    owner = f"ALTER DEFAULT PRIVILEGES FOR ROLE {role('owner')} IN SCHEMA {schema}"
    return (
        f"GRANT USAGE ON SCHEMA {schema} TO {role(key)};"
        f"{owner} GRANT {ALL} ON TABLES TO {role(key)}; {owner} GRANT USAGE ON SEQUENCES TO {role(key)};"
    )


def withhold_school_sql(schema: str, key: str) -> str:
    """What a school may only add to, and what is none of its business.

    Of the journal the wording alone may change, when a person's data are erased: who did what and when stands for good.
    """
    return f"""
        REVOKE UPDATE, DELETE, TRUNCATE ON {schema}.journal_entry, {schema}.monitoring_handedin,
            {schema}.roadmap_baseline FROM {role(key)};
        GRANT UPDATE (text) ON {schema}.journal_entry TO {role(key)};
        REVOKE ALL ON {schema}.django_migrations FROM {role(key)};
    """


def seal_school_sql(schema: str, key: str) -> str:
    """A school's role may work with the rows of its schema; it owns nothing, so it cannot drop or alter."""
    return f"""
        GRANT USAGE ON SCHEMA {schema} TO {role(key)};
        GRANT {ALL} ON ALL TABLES IN SCHEMA {schema} TO {role(key)};
        GRANT USAGE ON ALL SEQUENCES IN SCHEMA {schema} TO {role(key)};
    """ + withhold_school_sql(schema, key)


def undeclared_tables(cursor: Any) -> list[str]:
    """Shared tables the declaration above does not name; must be empty."""
    cursor.execute("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'")
    return sorted({row[0] for row in cursor.fetchall()} - {table.name for table in SHARED_TABLES})
