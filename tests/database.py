"""A database for each test process, cloned from a template that is built once for a set of migrations.

Building takes seconds, cloning a few hundredths (stack.md 2). The template holds the cast's two municipalities with
their schools, so a leak between neighbours can show in every test.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.conf import settings
from django.db import connections
from psycopg import sql

from config.embedded import load_or_start
from tenants.isolation import database_sql
from tenants.owner import owner_connection, run_script
from tenants.provisioning import prepare_database
from tests.cast import open_the_cast

ROOT = Path(__file__).resolve().parents[1]
_LOCK = 4242


def template_name() -> str:
    """Changes with whatever decides what an empty database looks like."""
    known = hashlib.sha256()
    sources = [*ROOT.glob("*/migrations/*.py"), *ROOT.glob("*/*/migrations/*.py"), *ROOT.glob("tenants/*.py")]
    for file in sorted([*sources, ROOT / "tests" / "cast.py", ROOT / "tests" / "database.py"]):
        known.update(file.read_bytes())
    return f"tmpl_{known.hexdigest()[:12]}"


def use_database(name: str) -> None:
    """Point both logins at a database of the running server."""
    for alias in ("default", "owner"):
        connections[alias].close()
        connections[alias].settings_dict["NAME"] = name
        settings.DATABASES[alias]["NAME"] = name


def app_password() -> str | None:
    """The application login's password on the embedded server; None on a server of somebody else's."""
    if "DATABASE_URL" in os.environ:
        return None
    return load_or_start(settings.STATE_DIR, durable=False).postgres.app_password


@contextmanager
def _alone() -> Iterator[psycopg.Connection]:
    with owner_connection(autocommit=True, database="postgres") as connection:
        connection.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
        yield connection


def clone_database(name: str, *, source: str | None = None) -> None:
    """Make ``name`` a copy of ``source``, by default of the template, which is built when it is not there yet."""
    with _alone() as connection:
        template = source or template_name()
        if source is None and not _exists(connection, template):
            _build(connection, template)
        _drop(connection, name)
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
    with owner_connection(autocommit=True, database=name) as connection:
        run_script(connection, database_sql(name))  # a copy does not inherit who may connect and build


def drop_stale() -> list[str]:
    """Remove what killed runs and former migrations left on the embedded server; gives the names.

    Stays: the present template, whatever somebody is connected to, and clones of a process that still runs (the name
    ends with its number). A server of somebody else's is not cleared: its processes run on other machines.
    """
    if "DATABASE_URL" in os.environ:
        return []
    with _alone() as connection:  # nobody builds or clones a template meanwhile
        stale = [name for (name,) in connection.execute(_UNUSED).fetchall() if _is_stale(name)]
        for name in stale:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))
    return stale


_UNUSED = """
SELECT datname FROM pg_database AS known
WHERE NOT EXISTS (SELECT FROM pg_stat_activity AS here WHERE here.datname = known.datname) ORDER BY datname
"""
_TEMPLATE = re.compile(r"tmpl_[0-9a-f]{12}(_half)?")
_CLONE = re.compile(r"(?!story_)[a-z].*_(?P<process>\d{2,})(_[a-z]+)*")


def _is_stale(name: str) -> bool:
    if _TEMPLATE.fullmatch(name):
        return name != template_name()
    clone = _CLONE.fullmatch(name)
    return clone is not None and not _runs(int(clone["process"]))


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def drop_database(name: str) -> None:
    """Remove a clone together with whatever is still connected to it."""
    with _alone() as connection:
        _drop(connection, name)


def _drop(connection: psycopg.Connection, name: str) -> None:
    connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _exists(connection: psycopg.Connection, name: str) -> bool:
    return connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


def _build(connection: psycopg.Connection, template: str) -> None:
    half_made = f"{template}_half"
    _drop(connection, half_made)
    connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(half_made)))
    use_database(half_made)
    prepare_database(app_password=app_password())
    open_the_cast()
    for alias in ("default", "owner"):
        connections[alias].close()
    connection.execute(
        sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(half_made), sql.Identifier(template))
    )
