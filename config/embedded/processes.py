"""Running a server's program: under whose account, on which port, and is it still ours."""

import os
import pwd
import random
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from config.embedded.errors import EmbeddedServerFailed

HOST = "127.0.0.1"
SYSTEM_USER = "tropapg"
# below the kernel's ephemeral range (32768 and up), so that an outgoing connection of another program rarely takes it
PORTS = range(21000, 32000)


@dataclass(frozen=True, slots=True)
class Account:
    """The unprivileged account that servers run under when the product is started by root."""

    name: str
    uid: int
    gid: int


def account_of(uid: int) -> Account:
    """The account with this number; a number without a name (a container) is its own group."""
    try:
        entry = pwd.getpwuid(uid)
    except KeyError:
        return Account(str(uid), uid, uid)
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)


def server_account() -> Account | None:
    """Whom root steps down to; None where the caller is not root and servers simply run as the caller.

    PostgreSQL refuses to run as root. Order: ``postgres`` where a package made it, our own system user,
    made here once, and ``nobody`` on a machine without useradd.
    """
    if os.geteuid() != 0:
        return None
    for name in ("postgres", SYSTEM_USER):
        if (found := _account_named(name)) is not None:
            return found
    if useradd := shutil.which("useradd"):
        made = [useradd, "--system", "--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin"]
        subprocess.run([*made, SYSTEM_USER], check=False, capture_output=True)
    found = _account_named(SYSTEM_USER) or _account_named("nobody")
    if found is None:
        raise EmbeddedServerFailed(
            "База данных не запущена: от имени root она не работает, а завести для неё пользователя не удалось.",
            f"Заведите системного пользователя {SYSTEM_USER} или запустите команду не от имени root.",
        )
    return found


def _account_named(name: str) -> Account | None:
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        return None
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)


def run_as(account: Account | None, command: Sequence[str | Path], *, timeout: float = 90) -> tuple[int, str]:
    """Run a short program under ``account``; its exit code and everything it said.

    The environment is bare, so that PGPORT, PGOPTIONS or a locale of the caller cannot reach the server.
    """
    environment = {"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL": "C.UTF-8", "HOME": "/"}
    arguments = [str(part) for part in command]
    user = None if account is None else account.uid
    group = None if account is None else account.gid
    try:
        done = subprocess.run(
            arguments,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd="/",
            env=environment,
            user=user,
            group=group,
            extra_groups=None if account is None else [],
            timeout=timeout,
        )
    except subprocess.TimeoutExpired:
        return 124, f"{Path(arguments[0]).name}: нет ответа за {timeout:.0f} с"
    except OSError as error:
        return 126, f"{arguments[0]}: {error.strerror}"
    return done.returncode, done.stdout.decode("utf-8", "replace")


def can_enter(account: Account | None, directory: Path) -> bool:
    """Whether the account may pass through ``directory`` and everything above it."""
    return run_as(account, ["test", "-x", directory])[0] == 0


def choose_port(wished: int | None) -> int:
    """The wished port where nobody listens on it, else a free one. Another program may still be faster: retry."""
    candidates = [] if wished is None else [wished]
    for port in [*candidates, *random.sample(PORTS, 50)]:
        if _is_free(port):
            return port
    raise EmbeddedServerFailed(
        f"Серверы не запущены: на адресе {HOST} нет свободного порта.",
        "Завершите лишние программы на этой машине и повторите команду.",
    )


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # our own port just after a stop counts as free
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def is_ours(pid: int, mark: Path) -> bool:
    """Whether process ``pid`` was started with ``mark`` (its data directory or settings file) among its arguments.

    A number alone proves nothing: after a crash or a reboot it may belong to anybody. A zombie has no arguments.
    """
    try:
        arguments = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return False
    return os.fsencode(mark) in arguments


def processes_inside(directory: Path) -> list[int]:
    """Processes whose working directory is ``directory``: PostgreSQL's own, even orphans of a killed server."""
    inside = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            here = (entry / "cwd").readlink()
        except OSError:
            continue
        if here == directory:
            inside.append(int(entry.name))
    return inside


def wait_until(ready: Callable[[], bool], seconds: float) -> bool:
    """Ask every 20 ms; False when the time is up."""
    deadline = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True
