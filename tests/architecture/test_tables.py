"""Keys of tables point down or sideways, and a school's schema can be moved whole."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import RunPython, RunSQL

from tenants.owner import owner_connection

ROOT = Path(__file__).resolve().parents[2]
STOREYS = ["tenants", "municipal", "schools"]


def _storey(name: str) -> int:
    return STOREYS.index(name.split(".", maxsplit=1)[0]) if name.split(".", maxsplit=1)[0] in STOREYS else -1


def test_keys_point_down_or_sideways() -> None:
    wrong = []
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            target = field.related_model
            if isinstance(target, type) and _storey(target.__module__) > _storey(model.__module__) >= 0:
                wrong.append(f"{model._meta.label}.{field.name} → {target.__module__}")
    assert wrong == []


def test_a_schools_table_holds_no_key_to_the_shared_schema() -> None:
    tenant_rooms = {config.label for config in apps.get_app_configs() if config.name in settings.TENANT_APPS}
    wrong = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model._meta.app_label in tenant_rooms
        for field in model._meta.concrete_fields
        if field.is_relation and field.related_model._meta.app_label not in tenant_rooms  # type: ignore[union-attr]
    ]
    assert wrong == []


@pytest.mark.django_db
def test_the_catalog_agrees_no_key_leaves_a_schools_schema() -> None:
    with owner_connection() as connection:
        rows = connection.execute(
            "SELECT k.conname FROM pg_constraint k JOIN pg_class a ON a.oid = k.conrelid"
            " JOIN pg_class b ON b.oid = k.confrelid"
            " WHERE k.contype = 'f' AND a.relnamespace = 's_1'::regnamespace AND b.relnamespace <> a.relnamespace"
        ).fetchall()
    assert rows == []


@pytest.mark.django_db
def test_an_empty_school_is_light() -> None:
    with owner_connection() as connection:
        tables, relations = connection.execute(
            "SELECT count(*) FILTER (WHERE relkind = 'r'), count(*) FROM pg_class"
            " WHERE relnamespace = 's_1'::regnamespace"
        ).fetchone() or (0, 0)
    assert 20 < tables <= 45
    assert relations <= 260


def _own_migrations() -> list[tuple[str, str]]:
    loader = MigrationLoader(None, ignore_no_migrations=True)
    own = {
        config.label
        for config in apps.get_app_configs()
        if config.name.split(".")[0] in {*STOREYS, "dashboards", "config"}
    }
    return sorted(key for key in loader.disk_migrations if key[0] in own)


@pytest.mark.parametrize("key", _own_migrations(), ids=".".join)
def test_every_migration_can_be_undone_and_says_what_it_does(key: tuple[str, str]) -> None:
    app, name = key
    migration = import_module(f"{apps.get_app_config(app).name}.migrations.{name}").Migration
    assert re.fullmatch(r"\d{4}_[a-z][a-z0-9_]+", name)
    assert "auto" not in name
    for operation in migration.operations:
        if isinstance(operation, RunPython | RunSQL):
            assert operation.reversible, f"{app}.{name}"


def test_every_room_has_one_line_of_migrations() -> None:
    loader = MigrationLoader(None, ignore_no_migrations=True)
    assert loader.detect_conflicts() == {}
