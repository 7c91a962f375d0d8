"""Which migrations belong to a school's schema, in order, and the name of that set."""

from __future__ import annotations

import hashlib
from functools import lru_cache

from django.apps import apps
from django.conf import settings
from django.db.migrations.loader import MigrationLoader

Key = tuple[str, str]


@lru_cache(maxsize=1)
def school_loader() -> MigrationLoader:
    """The files on disk, read once a process; no database is asked."""
    return MigrationLoader(None, ignore_no_migrations=True)


@lru_cache(maxsize=1)
def school_plan() -> tuple[Key, ...]:
    """Every migration of the school's apps in an order that may be applied."""
    loader = school_loader()
    labels = {app.label for app in apps.get_app_configs() if app.name in settings.TENANT_APPS}
    plan: list[Key] = []
    for leaf in sorted(leaf for leaf in loader.graph.leaf_nodes() if leaf[0] in labels):
        plan.extend(key for key in loader.graph.forwards_plan(leaf) if key[0] in labels and key not in plan)
    return tuple(plan)


@lru_cache(maxsize=1)
def school_migrations_hash() -> str:
    """SHA-256 of the set: two schools with the same one have the same tables."""
    return hash_of(school_plan())


def hash_of(keys: tuple[Key, ...] | set[Key]) -> str:
    """The same for any set of applied migrations."""
    return hashlib.sha256("\n".join(f"{app}.{name}" for app, name in sorted(keys)).encode()).hexdigest()
