"""The connection: nobody until it names a school or a municipality, and naming one makes the others unreadable.

Over django-tenants' wrapper it changes three things. The role is set together with the search_path in one message
(security.md § 3). When that fails the connection is dropped and the fault raised, where the library would go on
under the previous identity. And it is sent only when the identity changes: the library forgets what it sent on
every rollback and close, so a stale one is never trusted.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django_tenants.postgresql_backend import base
from django_tenants.utils import quote_schema_name
from psycopg.pq import TransactionStatus

from .identity import PUBLIC, PUBLIC_SCHEMA, Identity, of_schema
from .schema import SchemaEditor


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection with an identity; ``alias`` «owner» stays the owner and only moves its search_path."""

    SchemaEditorClass = SchemaEditor
    search_path_set_schemas: list[str] | None
    _setting_search_path: bool

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.identity: Identity = PUBLIC
        super().__init__(*args, **kwargs)

    def become(self, identity: Identity) -> None:
        """Be ``identity`` from the next statement on; nothing is sent now."""
        self.identity = identity
        self.tenant = base.FakeTenant(schema_name=identity.schema)
        self.schema_name = identity.schema
        self.set_settings_schema(identity.schema)
        self.search_path_set_schemas = None

    def set_tenant(self, tenant: Any, include_public: bool = True) -> None:  # noqa: FBT001, FBT002 -- library's signature
        """The library's own way in (its migrations and tests use it): the schema's identity, by name."""
        schema = tenant.schema_name
        self.include_public_schema = include_public
        self.become(Identity("owner", schema) if self.alias == "owner" else of_schema(schema))

    def set_schema_to_public(self) -> None:
        """Back to the platform's door."""
        self.become(Identity("owner", PUBLIC_SCHEMA) if self.alias == "owner" else PUBLIC)

    def _handle_search_path(self, cursor: Any = None) -> None:
        if self._setting_search_path or self.search_path_set_schemas:
            return
        if not self.schema_name:
            raise ImproperlyConfigured("The connection has not been told who it is.")
        if self.connection.info.transaction_status == TransactionStatus.INERROR:
            return  # PostgreSQL refuses everything but ROLLBACK here, so nothing is read under an old identity
        path = ", ".join(map(quote_schema_name, self.identity.search_path))
        self._setting_search_path = True
        own = self.connection.cursor() if cursor is None else cursor
        try:
            # One message, no parameters: the role and the path change together or not at all.
            own.execute(f'SET ROLE "{self.identity.role}"; SET search_path = {path}')
        except BaseException:
            self.close()  # never hand on a connection whose identity is unknown
            raise
        finally:
            self._setting_search_path = False
            if cursor is None:
                own.close()
        self.search_path_set_schemas = list(self.identity.search_path)
