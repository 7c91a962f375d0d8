"""The state directory: what runs where, kept in one small file, and one lock for whoever starts or stops."""

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from config.embedded.errors import EmbeddedServerFailed, disk_refused

LOCK_SECONDS = 180.0


@dataclass(frozen=True, slots=True)
class PostgresServer:
    """Where PostgreSQL listens and its first superuser, who owns provisioning and migrations.

    ``app_password`` is meant for the login of the web and the worker, which provisioning makes; it stays the same.
    """

    host: str
    port: int
    superuser: str
    password: str
    app_password: str

    def url(self, database: str) -> str:
        """The superuser's ``postgresql://`` address."""
        return f"postgresql://{self.superuser}:{self.password}@{self.host}:{self.port}/{database}"


@dataclass(frozen=True, slots=True)
class BrokerServer:
    """Where Valkey listens; its user is the default one, as a plain Redis client expects."""

    host: str
    port: int
    password: str

    @property
    def url(self) -> str:
        """A ``redis://`` address for Celery."""
        return f"redis://:{self.password}@{self.host}:{self.port}/0"


@dataclass(frozen=True, slots=True)
class Servers:
    """Both servers. ``started`` tells whether this very call started one of them (then the caller may stop them)."""

    postgres: PostgresServer
    broker: BrokerServer
    home: Path
    started: bool = False


def read_state(state_dir: Path) -> Servers | None:
    """What was written last; None where nothing readable stands (a cut-off file is as good as none)."""
    path = state_dir / "state.json"
    try:
        document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return Servers(
            postgres=PostgresServer(**document["postgres"]),
            broker=BrokerServer(**document["broker"]),
            home=Path(document["home"]),
        )
    except PermissionError as error:
        raise disk_refused(error, state_dir) from error
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_state(state_dir: Path, servers: Servers) -> None:
    """Replace ``state.json`` as a whole; only its owner may read it."""
    document = {"home": str(servers.home), "postgres": asdict(servers.postgres), "broker": asdict(servers.broker)}
    fresh = state_dir / f".state.json.{os.getpid()}"
    try:
        fresh.unlink(missing_ok=True)
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(document, file, indent=1)
        fresh.replace(state_dir / "state.json")
    except OSError as error:
        raise disk_refused(error, state_dir) from error


def make_state_dir(state_dir: Path) -> Path:
    """The directory itself, absolute; others may pass through it (the servers' account must), not list it."""
    path = state_dir.absolute()
    try:
        if not path.is_dir():
            path.mkdir(parents=True)
            path.chmod(0o711)
    except OSError as error:
        raise disk_refused(error, path) from error
    return path


@contextmanager
def locked(state_dir: Path, seconds: float = LOCK_SECONDS) -> Iterator[None]:
    """One process at a time starts or stops servers; the lock falls with the process that held it."""
    try:
        handle = os.open(state_dir / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise disk_refused(error, state_dir) from error
    try:
        _wait_for(handle, state_dir, seconds)
        yield
    finally:
        os.close(handle)


def _wait_for(handle: int, state_dir: Path, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise EmbeddedServerFailed(
                    f"Серверы не запущены: каталог {state_dir} уже {seconds:.0f} с занят другим запуском.",
                    "Дождитесь, пока другая команда закончит, или завершите её и повторите.",
                ) from None
            time.sleep(0.05)
        else:
            return
