"""What the launcher finds after a bad day, and mends by itself."""

import os
import signal
import socket
from pathlib import Path

import psycopg
import redis

from config.embedded import load_or_start, running_servers, stop_servers
from config.embedded.processes import wait_until


def postgres_pid(state_dir: Path) -> int:
    return int((state_dir / "postgres/data/postmaster.pid").read_text().split()[0])


def kill(pid: int) -> None:
    """What a lack of memory does; the process is gone (or a zombie) when this returns."""
    os.kill(pid, signal.SIGKILL)
    arguments = Path(f"/proc/{pid}/cmdline")
    assert wait_until(lambda: not arguments.exists() or arguments.read_bytes() == b"", 10)


def broker_pid(state_dir: Path) -> int:
    return int((state_dir / "broker/valkey.pid").read_text())


def test_a_killed_database_comes_back_with_every_committed_row(state_dir: Path) -> None:
    before = load_or_start(state_dir)
    with psycopg.connect(before.postgres.url("postgres"), autocommit=True) as connection:
        connection.execute("CREATE TABLE kept AS SELECT generate_series(1, 100)")
        kill(postgres_pid(state_dir))

    after = load_or_start(state_dir)

    assert after.started
    assert after.broker == before.broker
    with psycopg.connect(after.postgres.url("postgres")) as connection:
        assert connection.execute("SELECT count(*) FROM kept").fetchone() == (100,)


def test_a_killed_broker_comes_back_with_every_task(state_dir: Path) -> None:
    before = load_or_start(state_dir)
    with redis.Redis.from_url(before.broker.url) as broker:
        for number in range(20):
            broker.rpush("queue", number)
    kill(broker_pid(state_dir))

    after = load_or_start(state_dir)

    assert after.started
    assert after.postgres == before.postgres
    with redis.Redis.from_url(after.broker.url) as broker:
        assert broker.llen("queue") == 20


def test_pid_files_that_name_somebody_else_do_not_stop_the_start(state_dir: Path) -> None:
    load_or_start(state_dir, durable=False)
    stop_servers(state_dir)
    someone = f"{os.getpid()}\n"
    (state_dir / "postgres/data/postmaster.pid").write_text(
        f"{someone}{state_dir}/postgres/data\n1\n{1}\n\n127.0.0.1\n0 0\nready\n"
    )
    (state_dir / "broker/valkey.pid").write_text(someone)

    assert running_servers(state_dir) is None
    assert load_or_start(state_dir, durable=False).started
    assert postgres_pid(state_dir) != os.getpid()


def test_a_lost_or_cut_off_state_file_is_written_again(state_dir: Path) -> None:
    before = load_or_start(state_dir, durable=False)
    (state_dir / "state.json").unlink()
    found = load_or_start(state_dir, durable=False)
    stop_servers(state_dir)
    (state_dir / "state.json").write_text('{"postgres": {"host"')
    restarted = load_or_start(state_dir, durable=False)

    assert (found.postgres, found.broker) == (before.postgres, before.broker)
    assert restarted.postgres.password == before.postgres.password
    with psycopg.connect(restarted.postgres.url("postgres")) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_a_half_made_cluster_is_thrown_away(state_dir: Path) -> None:
    half = state_dir / "postgres/data.new"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18\n")
    (state_dir / "postgres/data.new.password").write_text("old")

    assert load_or_start(state_dir, durable=False).started
    assert not half.exists()


def test_ports_taken_by_another_program_are_given_up(state_dir: Path) -> None:
    before = load_or_start(state_dir, durable=False)
    stop_servers(state_dir)
    taken = {before.postgres.port, before.broker.port}
    strangers = [socket.create_server(("127.0.0.1", port)) for port in taken]

    try:
        after = load_or_start(state_dir, durable=False)
        assert taken.isdisjoint({after.postgres.port, after.broker.port})
        with psycopg.connect(after.postgres.url("postgres")) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
        assert running_servers(state_dir) is not None
    finally:
        for stranger in strangers:
            stranger.close()
