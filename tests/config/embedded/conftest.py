"""A state directory of its own for every test, whose servers are stopped and removed afterwards."""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from config.embedded import remove_servers

ROOT = Path(__file__).resolve().parents[3]


@contextmanager
def make_open_directory() -> Iterator[Path]:
    """An empty directory that the servers' account may enter (pytest's own tmp_path is closed to others)."""
    path = Path(tempfile.mkdtemp(prefix="tropa-test-", dir="/tmp"))
    path.chmod(0o755)
    yield path
    shutil.rmtree(path)


@pytest.fixture
def state_dir() -> Iterator[Path]:
    """A state directory without servers; those that a test starts are removed."""
    with make_open_directory() as path:
        yield path
        remove_servers(path)


@pytest.fixture
def as_root() -> None:
    """For tests of what only root can do."""
    if os.geteuid() != 0:
        pytest.skip("the test steps down from root, and it was not started by root")


@pytest.fixture
def nobody(as_root: None) -> pwd.struct_passwd:
    """An ordinary user who can read the checkout and run some Python of our version."""
    user = pwd.getpwnam("nobody")
    if not (may(user, "-r", Path(__file__)) and interpreter(user)):
        pytest.skip("an ordinary user may not enter the checkout's directory, or has no Python to run it with")
    return user


def may(user: pwd.struct_passwd, what: str, path: Path) -> bool:
    """``test -r`` or ``test -x`` as that user."""
    asked = subprocess.run(["test", what, path], check=False, user=user.pw_uid, group=user.pw_gid, extra_groups=[])
    return asked.returncode == 0


def interpreter(user: pwd.struct_passwd | None) -> str | None:
    """This Python, or the system's where this one lies in somebody's closed home."""
    if user is None or may(user, "-x", Path(sys.executable).resolve()):
        return sys.executable
    system = Path("/usr/bin/python3")
    same = system.resolve().name == f"python3.{sys.version_info.minor}"
    return str(system) if same and may(user, "-x", system) else None


def launcher(*arguments: str | Path, user: pwd.struct_passwd | None = None) -> subprocess.CompletedProcess[str]:
    """``python -m config.embedded`` in a process of its own, with the environment of a bare machine."""
    return subprocess.run(
        [str(interpreter(user)), "-B", "-m", "config.embedded", *map(str, arguments)],
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "PYTHONPATH": str(Path(pytest.__file__).parents[1])},
        user=user.pw_uid if user else None,
        group=user.pw_gid if user else None,
        extra_groups=[] if user else None,
        timeout=60,
    )
