"""The migrating and provisioning connection: the only one that may make schemas, roles and tables.

Plain psycopg, because what goes through it is DDL sent as one text. Web processes never call this: in production
their settings hold no ``MIGRATOR_DATABASE_URL``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

import psycopg
from django.conf import settings
from psycopg import sql


def _address(database: str | None = None) -> dict[str, Any]:
    known = settings.DATABASES["owner"]
    return {
        "host": known["HOST"],
        "port": known["PORT"],
        "user": known["USER"],
        "password": known["PASSWORD"],
        "dbname": database or known["NAME"],
        "options": "-c timezone=UTC",
    }


@contextmanager
def owner_connection(*, autocommit: bool = False, database: str | None = None) -> Iterator[psycopg.Connection]:
    """A connection with the login's own rights; commits at the end unless something was raised."""
    with psycopg.connect(**_address(database), autocommit=autocommit) as connection:
        yield connection


def run_script(connection: psycopg.Connection, script: str) -> None:
    """Send several statements in one message; ``script`` is made by this package, never from a person's text."""
    connection.execute(cast(Any, script))


def make_database(name: str) -> bool:
    """Create the database where the cluster has none of that name (the embedded default); True when made."""
    with owner_connection(autocommit=True, database="postgres") as connection:
        if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            return False
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name)))
        return True
