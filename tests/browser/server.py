"""The product served on a free loopback port from a database of its own, as people meet it."""

from __future__ import annotations

import contextlib
import http.client
import os
import socket
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from config.demo.children import Child
from config.embedded import load_or_start
from tests.browser.story import ROOT, files_of, now_of_story, story_template
from tests.database import clone_database, drop_database

READY_SECONDS = 60
BASE = "localhost"


@dataclass(frozen=True, slots=True)
class Site:
    """A running copy of the product: which port, which database, where its log is."""

    port: int
    database: str
    log: Path

    def host(self, slug: str = "") -> str:
        """A school's host, or without a slug the base domain."""
        return f"{slug}.{BASE}" if slug else BASE

    def url(self, slug: str = "", path: str = "/") -> str:
        """The full address of a page."""
        return f"http://{self.host(slug)}:{self.port}{path}"


@contextmanager
def open_site(name: str) -> Iterator[Site]:
    """Clone the story into the database ``name``, serve it, and leave nothing behind."""
    story = story_template()
    clone_database(name, source=story)
    try:
        with tempfile.TemporaryDirectory() as folder:
            log = Path(folder) / "web.log"
            port = _free_port()
            child = Child("страницы", _command(port), log)
            child.start(_environment(name, story), ROOT)
            try:
                _wait(child, port)
                yield Site(port, name, log)
            finally:
                child.stop()
    finally:
        drop_database(name)


def _command(port: int) -> list[str]:
    where = ["--host", "127.0.0.1", "--port", str(port)]
    shape = ["--workers", "1", "--blocking-threads", "1", "--workers-kill-timeout", "5", "--no-ws"]
    return ["granian", "--interface", "wsgi", *where, *shape, "--log-level", "warning", "config.wsgi:application"]


def _environment(database: str, story: str) -> dict[str, str]:
    own = {
        "DJANGO_SETTINGS_MODULE": "config.settings.testing",
        "TROPA_CLOCK": now_of_story().isoformat(),
        "PYTHONUNBUFFERED": "1",
        "TROPA_TEST_FILES": str(files_of(story)),
    }
    return dict(os.environ) | own | _addresses(database)


def _addresses(database: str) -> dict[str, str]:
    """The server's logins with this database: those of the machine, or of the embedded server."""
    if "DATABASE_URL" in os.environ:
        names = ("DATABASE_URL", "MIGRATOR_DATABASE_URL")
        return {name: f"{os.environ[name].rpartition('/')[0]}/{database}" for name in names}
    postgres = load_or_start(Path(os.environ["TROPA_STATE_DIR"]), durable=False).postgres
    app = f"postgresql://tropa_app:{postgres.app_password}@{postgres.host}:{postgres.port}/{database}"
    return {"DATABASE_URL": app, "MIGRATOR_DATABASE_URL": postgres.url(database)}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(child: Child, port: int) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while not _healthy(port):
        child.require_alive()
        if time.monotonic() > deadline:
            raise TimeoutError(child.log.read_text("utf-8", "replace"))
        time.sleep(0.1)


def _healthy(port: int) -> bool:
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        try:
            connection.request("GET", "/healthz", headers={"Host": f"{BASE}:{port}"})
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
