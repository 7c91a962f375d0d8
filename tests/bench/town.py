"""A database with a hundred schools, made once a run and cloned for each side of a comparison."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections

from tenants.owner import owner_connection
from tenants.provisioning import NewSchool, create_school
from tests.database import clone_database, drop_database, use_database

SCHOOLS = 100
HUNDRED = f"bench_hundred_{os.getpid()}"


def make_hundred() -> None:
    """The cast's five schools and as many more as make a hundred."""
    clone_database(HUNDRED)
    use_database(HUNDRED)
    for number in range(6, SCHOOLS + 1):
        with owner_connection() as connection:
            create_school(connection, NewSchool(1, f"bench-{number}", f"Школа {number}", f"Школа {number}", "school"))
    close()


def close() -> None:
    """Let go of the database, so that it can be cloned."""
    for alias in ("default", "owner"):
        connections[alias].close()


@contextmanager
def copy_of_hundred(name: str) -> Iterator[str]:
    """A clone of the hundred under ``name``; removed afterwards."""
    full = f"{HUNDRED}_{name}"
    clone_database(full, source=HUNDRED)
    try:
        yield full
    finally:
        close()
        drop_database(full)


def drop_hundred() -> None:
    """Remove what ``make_hundred`` made."""
    close()
    drop_database(HUNDRED)
