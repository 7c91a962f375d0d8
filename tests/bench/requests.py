"""Requests per second of a school's page, against the same view in plain Django without tenants."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from random import Random
from zoneinfo import ZoneInfo

import psycopg
from django.conf import settings
from django.test import Client

from config.demo.life import Life
from config.demo.registers import found_school, live_a_year
from config.demo.town import TOWNS
from config.settings import env
from tenants.accounts.models import User
from tenants.current import school_open
from tenants.domain.school_year import SchoolYear
from tenants.owner import make_database
from tests.bench.report import Comparison
from tests.bench.town import close, copy_of_hundred
from tests.cast import ANNA
from tests.database import drop_database, use_database

PAGE = "/2026-27/lyudi/"
ROUNDS, SECONDS = 7, 2.0


def school_page() -> Comparison:
    """Both servers stand at once and are asked in turn, one request at a time, each with one worker."""
    with copy_of_hundred("page") as database:
        use_database(database)
        cookie = _fill()
        plain = f"{database}_plain"
        close()
        make_database(plain)
        try:
            _run_migrate(plain)
            _copy_school(database, plain)
            with (
                _server(database, "tests.bench.sides.ours") as ours,
                _server(plain, "tests.bench.sides.plain") as other,
            ):
                pairs = [(_speed(ours, cookie), _speed(other, cookie)) for _ in range(ROUNDS)]
        finally:
            drop_database(plain)
    return Comparison(
        "страница школы: с округами / обычный Django",
        [mine for mine, _ in pairs],
        [his for _, his in pairs],
        "1/с",
        0.9,
        more_is_better=True,
    )


def _fill() -> str:
    """People and a session of the curator in school 1; gives the session's cookie."""
    client = Client(headers={"host": ANNA.host})
    with school_open(1):
        life = Life(TOWNS[0].schools[1], Random(1), ZoneInfo("UTC"), 1)
        found_school(life, SchoolYear(2026))
        live_a_year(life, SchoolYear(2026), order=2, until=date(2026, 10, 1))
        client.force_login(User.objects.get(email=ANNA.email))
    return f"sessionid={client.cookies['sessionid'].value}"


def _run_migrate(database: str) -> None:
    _django(database, "tests.bench.sides.plain", "migrate", "-v0")


def _django(database: str, side: str, *command: str) -> None:
    own = {"DJANGO_SETTINGS_MODULE": side, "BENCH_DATABASE": database, "PYTHONPATH": str(env.ROOT)}
    subprocess.run([sys.executable, "-m", "django", *command], env={**os.environ, **own}, cwd=env.ROOT, check=True)


def _copy_school(source: str, target: str) -> None:
    """Rows of school 1 into the plain database's tables of the same names."""
    with _owner(source) as old, _owner(target) as new:
        new.execute("SET session_replication_role = replica")
        tables = old.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = 's_1'::regnamespace AND relkind = 'r'"
            " AND relname <> 'django_migrations'"
        ).fetchall()
        for (table,) in tables:
            with (
                old.cursor().copy(f"COPY s_1.{table} TO STDOUT") as rows,
                new.cursor().copy(f"COPY public.{table} FROM STDIN") as into,
            ):
                for data in rows:
                    into.write(data)


@contextmanager
def _owner(database: str) -> Iterator[psycopg.Connection]:
    known = settings.DATABASES["owner"]
    address = {"host": known["HOST"], "port": known["PORT"], "user": known["USER"], "password": known["PASSWORD"]}
    with psycopg.connect(**address, dbname=database) as connection:
        yield connection


@contextmanager
def _server(database: str, side: str) -> Iterator[int]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    own = {"DJANGO_SETTINGS_MODULE": side, "BENCH_DATABASE": database, "PYTHONPATH": str(env.ROOT)}
    shape = ["--interface", "wsgi", "--workers", "1", "--blocking-threads", "1", "--port", str(port)]
    command = [sys.executable, "-m", "granian", *shape, "--log-level", "error", "config.wsgi:application"]
    process = subprocess.Popen(command, env={**os.environ, **own}, cwd=env.ROOT)
    try:
        _wait(port)
        yield port
    finally:
        process.terminate()
        process.wait(15)


def _wait(port: int) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("the server did not start")


def _speed(port: int, cookie: str) -> float:
    """Requests per second over one kept connection; every answer must be the page itself."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    headers = {"Host": ANNA.host, "Cookie": cookie}
    count, started = 0, time.perf_counter()
    while time.perf_counter() - started < SECONDS:
        connection.request("GET", PAGE, headers=headers)
        answer = connection.getresponse()
        body = answer.read()
        if answer.status != 200 or b"<table" not in body:
            raise RuntimeError(f"{answer.status} instead of the page")
        count += 1
    connection.close()
    return count / (time.perf_counter() - started)
