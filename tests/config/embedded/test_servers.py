"""The ordinary day: start, find, stop, start again."""

import stat
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from config.embedded import Servers, load_or_start, running_servers, stop_servers
from tests.config.embedded.conftest import ROOT, launcher


def one(servers: Servers, query: str) -> object:
    with psycopg.connect(servers.postgres.url("postgres"), autocommit=True) as connection:
        row = connection.execute(query.encode()).fetchone()
    return row[0] if row else None


def test_the_second_call_finds_what_the_first_one_started(state_dir: Path) -> None:
    first = load_or_start(state_dir, durable=False)
    second = load_or_start(state_dir, durable=False)

    assert (first.started, second.started) == (True, False)
    assert (second.postgres, second.broker, second.home) == (first.postgres, first.broker, first.home)


def test_rows_tasks_ports_and_passwords_survive_a_stop(state_dir: Path) -> None:
    before = load_or_start(state_dir)
    with psycopg.connect(before.postgres.url("postgres"), autocommit=True) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
    with redis.Redis.from_url(before.broker.url) as broker:
        broker.rpush("queue", "task")
    stop_servers(state_dir)
    assert running_servers(state_dir) is None

    after = load_or_start(state_dir)

    assert (after.postgres, after.broker) == (before.postgres, before.broker)
    assert one(after, "SELECT number FROM kept") == 7
    with redis.Redis.from_url(after.broker.url) as broker:
        assert broker.lrange("queue", 0, -1) == [b"task"]


def test_the_cluster_reads_russian_and_listens_on_this_machine_alone(state_dir: Path) -> None:
    servers = load_or_start(state_dir, durable=False)

    assert one(servers, "SELECT lower('ЁЛКА')") == "ёлка"
    assert one(servers, "SELECT count(*) FROM pg_settings WHERE name = 'fsync' AND setting = 'off'") == 1
    assert one(servers, "SHOW listen_addresses") == "127.0.0.1"
    assert one(servers, "SHOW unix_socket_directories") == ""
    assert one(servers, "SHOW password_encryption") == "scram-sha-256"
    with psycopg.connect(servers.postgres.url("postgres"), autocommit=True) as connection:
        connection.execute("CREATE EXTENSION pg_trgm")
        row = connection.execute("SELECT similarity('Иванова Мария', 'иванов марина') > 0.5").fetchone()
    assert row == (True,)


def test_a_durable_cluster_is_safe_against_a_power_cut(state_dir: Path) -> None:
    servers = load_or_start(state_dir)

    for setting in ("fsync", "synchronous_commit", "full_page_writes"):
        assert one(servers, f"SHOW {setting}") == "on"


def test_both_servers_refuse_a_wrong_password(state_dir: Path) -> None:
    servers = load_or_start(state_dir, durable=False)
    wrong = servers.postgres.url("postgres").replace(servers.postgres.password, "guess")

    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(wrong)
    with (
        redis.Redis(host=servers.broker.host, port=servers.broker.port, retry=Retry(NoBackoff(), 0)) as stranger,
        pytest.raises(redis.exceptions.AuthenticationError),
    ):
        stranger.ping()


def test_passwords_are_readable_by_their_owner_alone(state_dir: Path) -> None:
    servers = load_or_start(state_dir, durable=False)

    for path in ("state.json", "postgres/data/tropa.password", "broker/valkey.conf"):
        assert stat.S_IMODE((state_dir / path).stat().st_mode) == 0o600
    assert stat.S_IMODE((state_dir / "postgres").stat().st_mode) == 0o700
    assert servers.postgres.app_password != servers.postgres.password


def test_of_four_processes_at_once_one_starts_and_the_others_find(state_dir: Path) -> None:
    code = "import sys, pathlib; from config.embedded import load_or_start\n"
    code += "servers = load_or_start(pathlib.Path(sys.argv[1]), durable=False)\n"
    code += "print(servers.started, servers.postgres.port, servers.broker.port)"
    calls = [
        subprocess.Popen([sys.executable, "-c", code, str(state_dir)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    said = sorted(call.communicate(timeout=60)[0].split() for call in calls)

    assert [line[0] for line in said] == ["False", "False", "False", "True"]
    assert len({tuple(line[1:]) for line in said}) == 1


def test_the_command_starts_tells_stops_and_removes(state_dir: Path) -> None:
    started = launcher("start", "--throwaway", "--state", state_dir)
    servers = running_servers(state_dir)
    assert servers is not None
    told = launcher("status", "--state", state_dir)
    stopped = launcher("stop", "--state", state_dir)
    nothing = launcher("status", "--state", state_dir)
    removed = launcher("remove", "--state", state_dir)

    expected = (
        f"PostgreSQL: 127.0.0.1:{servers.postgres.port}, пользователь tropa_admin\n"
        f"Valkey: 127.0.0.1:{servers.broker.port}\nДанные: {state_dir}\n"
    )
    assert (started.returncode, started.stdout, started.stderr) == (0, expected, "")
    assert (told.returncode, told.stdout) == (0, expected)
    assert (stopped.returncode, stopped.stdout) == (0, "Серверы остановлены.\n")
    assert (nothing.returncode, nothing.stdout) == (3, "Серверы не работают.\n")
    assert (removed.returncode, removed.stdout) == (0, "Серверы остановлены, их данные удалены.\n")
    assert sorted(path.name for path in state_dir.iterdir()) == ["lock"]
