"""What an empty school weighs in relations (decision 21)."""

from __future__ import annotations

from tenants.owner import owner_connection
from tests.bench.report import say

TABLES, RELATIONS = 45, 260

_COUNT = """
SELECT count(*) FILTER (WHERE relkind = 'r'), count(*),
       (SELECT sum(pg_relation_size(c.oid)) FROM pg_class c WHERE c.relnamespace = 's_1'::regnamespace)
FROM pg_class WHERE relnamespace = 's_1'::regnamespace
"""
_TOAST = """
SELECT count(*) FROM pg_class c JOIN pg_class t ON t.oid = c.reltoastrelid OR t.oid IN
  (SELECT indexrelid FROM pg_index WHERE indrelid = c.reltoastrelid)
WHERE c.relnamespace = 's_1'::regnamespace
"""


def empty_school() -> None:
    """Print tables and relations of a school's schema; hidden TOAST relations are counted apart."""
    with owner_connection() as connection:
        tables, relations, size = connection.execute(_COUNT).fetchone() or (0, 0, 0)
        toast = (connection.execute(_TOAST).fetchone() or (0,))[0]
    say(
        f"пустая школа: таблиц {tables} (не больше {TABLES}), объектов {relations} (не больше {RELATIONS}),"
        f" ещё скрытых {toast}; {size / 1024:.0f} КиБ"
    )
