"""One at a time: what is checked before it is written stays true until it is written."""

from __future__ import annotations

from django.db import connection

from tenants.current import current_identity


def take_turn(act: str) -> None:
    """Wait until nobody else of the open place is in ``act``, and hold it to the end of the caller's transaction.

    A button pressed twice sends two requests at once: without a turn both find nothing and both write.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s), hashtext(%s))", [current_identity().key, act])
