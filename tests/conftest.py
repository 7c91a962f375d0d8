"""What every test may ask for: a rolled-back database with two municipalities, and browsers of the cast."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client

from tests.cast import Actor, identity_of


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, django_test_environment: None, django_db_blocker: Any
) -> Iterator[None]:
    """Clone the template; every test then rolls back what it did, in whichever schema."""
    from tests.database import clone_database, drop_database, drop_stale, use_database  # noqa: PLC0415 -- needs Django's settings

    worker = getattr(request.config, "workerinput", {}).get("workerid", "main")
    name = f"test_{worker}_{os.getpid()}"
    with django_db_blocker.unblock():
        drop_stale()
        clone_database(name)
        use_database(name)
        yield
        from django.db import connections  # noqa: PLC0415 -- needs Django's settings

        for connection in connections.all():
            connection.close()
        drop_database(name)


@pytest.fixture(autouse=True)
def _forget_hosts() -> Iterator[None]:
    """What the host middleware remembers must not outlive a rolled-back test."""
    from tenants.hosts import forget_hosts  # noqa: PLC0415 -- needs Django's settings

    forget_hosts()
    yield
    forget_hosts()


@pytest.fixture
def browser_of(db: None) -> Callable[[Actor], Client]:
    """``browser_of(ANNA)``: a test client on the actor's host with her signed in."""

    def sign_in(actor: Actor) -> Client:
        from tenants.accounts.models import User  # noqa: PLC0415 -- needs Django's settings
        from tenants.current import acting_as  # noqa: PLC0415 -- needs Django's settings

        client = Client(headers={"host": actor.host})
        with acting_as(identity_of(actor)):
            client.force_login(User.objects.get(email=actor.email))
        return client

    return sign_in
