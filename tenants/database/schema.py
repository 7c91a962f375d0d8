"""DDL without indexes that cannot help."""

from __future__ import annotations

from typing import Any

from django.db.backends.postgresql.schema import DatabaseSchemaEditor


class SchemaEditor(DatabaseSchemaEditor):
    """Makes no ``_like`` index.

    Under the C collation, which the embedded server and the documented production setting use, a plain b-tree
    already serves LIKE 'abc%'; the pattern index only costs a relation and a file per school (stack.md 1a).
    """

    def _create_like_index_sql(self, model: Any, field: Any) -> None:
        del model, field
