"""A database in which the demonstration's story has been told: once for a state of the code, then cloned.

``python -m tests.browser.story NAME`` tells it into an empty database. A process of its own does it, because the
tests around it keep their own database open.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from datetime import date, datetime
from pathlib import Path

from psycopg import Connection, sql

from config.demo.clock import present_moment, present_year
from config.demo.town import TOWNS
from tenants.owner import owner_connection

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 10, 28)  # a fixed day, so that a picture of a page changes only when the page does
YEAR = present_year(TODAY)
_STORY_LOCK = 4343
# What only shows the story does not decide it.
_SHOWING = {"views", "forms", "presenters", "templates", "templatetags", "management", "static"}
_ROOMS = ("config/demo", "tenants", "municipal", "schools")


class StoryNotTold(Exception):
    """The story broke off; the text is what its process said."""


def now_of_story() -> datetime:
    """«Now» on the pages."""
    return present_moment(TODAY, TOWNS[0].time_zone)


def story_template() -> str:
    """The name of the database with the story, told now unless it was told before."""
    name = f"story_{_state_of_code()}"
    with owner_connection(autocommit=True, database="postgres") as connection:
        connection.execute("SELECT pg_advisory_lock(%s)", [_STORY_LOCK])
        if name not in _databases(connection):
            _tell(connection, name)
    return name


def _state_of_code() -> str:
    known = hashlib.sha256()
    files = [file for room in _ROOMS for kind in ("*.py", "*.yaml", "*.sql") for file in (ROOT / room).rglob(kind)]
    for file in sorted(files):
        parts = {part.removesuffix(".py") for part in file.relative_to(ROOT).parts}
        if not parts & _SHOWING:
            known.update(str(file.relative_to(ROOT)).encode())
            known.update(file.read_bytes())
    known.update(Path(__file__).read_bytes())
    return known.hexdigest()[:12]


def files_of(story: str) -> Path:
    """Where the files lie that people of a told story have uploaded."""
    state = os.environ.get("TROPA_STATE_DIR", str(ROOT / ".tropa"))
    return Path(state) / "files-of-stories" / story


def _databases(connection: Connection) -> set[str]:
    return {row[0] for row in connection.execute("SELECT datname FROM pg_database WHERE datname LIKE 'story%'")}


def _tell(connection: Connection, name: str) -> None:
    for stale in _databases(connection):
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(stale)))
        shutil.rmtree(files_of(stale), ignore_errors=True)
    half_told = f"{name}_half"
    connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(half_told)))
    command = [sys.executable, "-m", "tests.browser.story", half_told]
    own = {"TROPA_TEST_FILES": str(files_of(name))}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=os.environ | own)
    if done.returncode:
        raise StoryNotTold(done.stdout + done.stderr)
    connection.execute(
        sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(half_told), sql.Identifier(name))
    )


def _main(name: str) -> None:
    import django  # noqa: PLC0415 -- the settings load with it

    django.setup()
    from config.demo.progress import Progress  # noqa: PLC0415 -- after the settings
    from config.demo.story import tell  # noqa: PLC0415 -- after the settings
    from tenants.provisioning import prepare_database  # noqa: PLC0415 -- after the settings
    from tests.database import app_password, use_database  # noqa: PLC0415 -- after the settings

    use_database(name)
    prepare_database(app_password=app_password())
    with tempfile.TemporaryDirectory() as folder:
        tell(today=TODAY, folder=Path(folder), progress=Progress())


if __name__ == "__main__":
    _main(sys.argv[1])
