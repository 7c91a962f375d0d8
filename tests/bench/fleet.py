"""A new school, and migrations of a hundred schools: ours against the library's own commands, whole processes."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from shutil import copytree

from config.settings import env
from tenants.owner import owner_connection
from tenants.provisioning import NewSchool, create_school
from tests.bench.report import Comparison
from tests.bench.town import copy_of_hundred
from tests.database import use_database

RUNS = 3
ADD_FIELD = '''"""A field that the benchmark adds."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("orders", "{last}")]
    operations = [migrations.AddField("document", "bench", models.CharField(max_length=20, default="", db_default=""))]
'''


def new_school() -> Comparison:
    """One school from the template against ``create_schema``, which runs every migration."""
    with copy_of_hundred("new") as database:
        use_database(database)
        ours, stock = [], []
        for number in range(7):  # in turn, so that a drift of the machine's speed meets both
            started = time.perf_counter()
            with owner_connection() as connection:
                create_school(connection, NewSchool(1, f"new-{number}", "Новая", "Новая", "school"))
            ours.append(time.perf_counter() - started)
            stock.append(float(_stock(["-c", _CREATE_SCHEMA, str(900_000 + number)], database)))
    return Comparison("новая школа: из образца / create_schema", ours, stock, "с", 10)


_CREATE_SCHEMA = """
import sys, time, django
django.setup()
from tenants.models import School
school = School(pk=int(sys.argv[1]), schema_name=f"s_{sys.argv[1]}", slug=f"s-{sys.argv[1]}")
started = time.perf_counter()
school.create_schema(verbosity=0)
print(time.perf_counter() - started)
"""


def fleet_without_work() -> Comparison:
    """Nothing to apply: whole processes."""
    with copy_of_hundred("idle") as database:
        ours = [_timed(["manage.py", "migrate_fleet"], database, "tests.bench.sides.ours") for _ in range(RUNS)]
        stock = [
            _timed(["-m", "django", "migrate_schemas", "--tenant", "-v0"], database, "tests.bench.sides.stock")
            for _ in range(RUNS)
        ]
    return Comparison("100 школ, менять нечего: migrate_fleet / migrate_schemas", ours, stock, "с", 20)


def fleet_with_a_field() -> Comparison:
    """One AddField: whole processes, each time on a fresh clone."""
    ours, stock = [], []
    with tempfile.TemporaryDirectory() as folder:
        extra = _one_more_migration(Path(folder))
        for number in range(RUNS):
            with copy_of_hundred(f"ours{number}") as database:
                command = ["manage.py", "migrate_fleet"]
                ours.append(_timed(command, database, "tests.bench.sides.one_more", extra))
            with copy_of_hundred(f"stock{number}") as database:
                command = ["-m", "django", "migrate_schemas", "--tenant", "-v0"]
                stock.append(_timed(command, database, "tests.bench.sides.one_more_stock", extra))
    return Comparison("100 школ, одно поле: migrate_fleet / migrate_schemas", ours, stock, "с", 20)


def _one_more_migration(folder: Path) -> Path:
    """A copy of a room's migrations with one more at its end, on a path of its own."""
    package = folder / "bench_orders_migrations"
    copytree(env.ROOT / "schools" / "orders" / "migrations", package)
    last = max(file.stem for file in package.glob("0*.py"))
    (package / f"{int(last[:4]) + 1:04}_bench.py").write_text(ADD_FIELD.format(last=last), encoding="utf-8")
    return folder


def _timed(arguments: list[str], database: str, settings: str, extra: Path | None = None) -> float:
    started = time.perf_counter()
    _run(arguments, database, settings, extra)
    return time.perf_counter() - started


def _stock(arguments: list[str], database: str) -> str:
    return _run(arguments, database, "tests.bench.sides.stock", None)


def _run(arguments: list[str], database: str, settings: str, extra: Path | None) -> str:
    own = {"DJANGO_SETTINGS_MODULE": settings, "BENCH_DATABASE": database, "PYTHONPATH": f"{env.ROOT}:{extra or ''}"}
    done = subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, **own},
        cwd=env.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return done.stdout
