"""Our side with one migration more than the product has (made by tests/bench/fleet.py)."""

from tests.bench.sides.ours import *  # noqa: F403 -- the product's settings

MIGRATION_MODULES = {"orders": "bench_orders_migrations"}
