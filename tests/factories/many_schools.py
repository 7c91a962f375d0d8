"""Rows of many schools for counting queries: no schemas, because a municipal list reads none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tenants.owner import owner_connection

_FIRST_ID = 5001
_INSERT = """
INSERT INTO tenants_school (id, schema_name, municipality_id, slug, name, short_name, kind, local_code, is_active,
    migrations_hash) VALUES (%s, %s, %s, %s, 'Школа', 'Школа', 'school', '', false, '')
"""


@contextmanager
def many_schools(count: int, *, municipality_id: int = 1) -> Iterator[list[int]]:
    """Ids of ``count`` closed schools, committed under the owner's login and removed at the end.

    They are closed, so that no campaign of another test expects them. Use in a fixture wider than a test: a test's
    transaction must be rolled back before the rows can go.
    """
    ids = list(range(_FIRST_ID, _FIRST_ID + count))
    with owner_connection() as connection:
        for school_id in ids:
            connection.execute(_INSERT, [school_id, f"s_{school_id}", municipality_id, f"many-{school_id}"])
    try:
        yield ids
    finally:
        with owner_connection() as connection:
            connection.execute("DELETE FROM tenants_school WHERE id = ANY(%s)", [ids])
