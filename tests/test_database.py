"""What killed test runs left on the embedded server goes away with the next run."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from psycopg import sql

from tenants.owner import owner_connection
from tests.database import drop_database, drop_stale, template_name

pytestmark = [
    pytest.mark.usefixtures("db"),
    pytest.mark.skipif("DATABASE_URL" in os.environ, reason="a server of somebody else's is not cleared"),
]
NOBODY = 4_194_305  # one more than the largest number a process can have


@contextmanager
def _made(*names: str) -> Iterator[None]:
    with owner_connection(autocommit=True, database="postgres") as connection:
        for name in names:
            connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name)))
    try:
        yield
    finally:
        for name in names:
            drop_database(name)


@pytest.fixture
def own() -> Iterator[str]:
    name = f"site_main_{os.getpid()}"
    with _made(name):
        yield name


def test_leftovers_of_runs_that_ended_are_dropped_and_templates_of_former_migrations_too() -> None:
    left = [f"site_main_{NOBODY}", f"test_gw0_{NOBODY}_own", "tmpl_000000000000", "tmpl_000000000001_half"]
    with _made(*left):
        assert set(left) <= set(drop_stale())


def test_what_somebody_works_in_stays(own: str) -> None:
    busy = f"site_main_{NOBODY}"
    with _made(busy), owner_connection(autocommit=True, database=busy):
        dropped = drop_stale()
    assert {busy, own, template_name(), "postgres"} & set(dropped) == set()


def test_the_story_is_not_taken_for_a_clone_whatever_its_number() -> None:
    with _made("story_123456789012"):
        assert "story_123456789012" not in drop_stale()
