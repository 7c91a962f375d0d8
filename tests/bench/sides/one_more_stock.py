"""The other side with the same migration more."""

from tests.bench.sides.stock import *  # noqa: F403 -- the library's machinery

MIGRATION_MODULES = {"orders": "bench_orders_migrations"}
