"""Which app's tables belong to the schema being migrated."""

from __future__ import annotations

from typing import Any, cast

from django.apps import apps
from django.conf import settings
from django.db import connections

from .base import DatabaseWrapper
from .identity import PUBLIC_SCHEMA


class SchemaRouter:
    """Shared apps migrate in ``public``, a school's apps in its own schema, whichever login does it."""

    def allow_migrate(self, db: str, app_label: str, **_hints: Any) -> bool | None:
        """False keeps an app's tables out of the schema that connection ``db`` stands in."""
        shared = cast(DatabaseWrapper, connections[db]).identity.schema == PUBLIC_SCHEMA
        wanted = settings.SHARED_APPS if shared else settings.TENANT_APPS
        return None if apps.get_app_config(app_label).name in wanted else False
