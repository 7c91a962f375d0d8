"""The whole product served from one command, in a state directory of its own, until Ctrl-C."""

import http.client
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from config.embedded import remove_servers, running_servers
from tests.config.embedded.conftest import ROOT, make_open_directory

SERVE = """
import sys
from config.embedded import start_for_command
servers = start_for_command()
import django
django.setup()
from config.demo.serve import serve
from tenants.domain.errors import Refusal
from tenants.provisioning import prepare_database
prepare_database(app_password=servers.postgres.app_password)
try:
    serve("127.0.0.1", int(sys.argv[1]), on_ready=lambda: print("открыто", flush=True), report=print, servers=servers)
except Refusal as refusal:
    sys.exit(str(refusal))
"""


@pytest.fixture(scope="module")
def state_dir() -> Iterator[Path]:
    """One directory for the module: the second start is quick."""
    with make_open_directory() as path:
        yield path
        remove_servers(path)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(state_dir: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    environment = {"PATH": os.environ["PATH"], "TROPA_STATE_DIR": str(state_dir)}
    environment["DJANGO_SETTINGS_MODULE"] = "config.settings.development"
    command = [sys.executable, "-c", SERVE, str(port)]
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def page(port: int, path: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers={"Host": f"localhost:{port}"})
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer.status, body


def processes_that_name(mark: str) -> list[str]:
    """Command lines of live processes with ``mark`` among their arguments, PostgreSQL's and Valkey's included."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                line = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
            except OSError:
                continue
            found += [line] if mark in line else []
    return found


def test_pages_come_until_ctrl_c_and_then_nothing_is_left_running(state_dir: Path) -> None:
    port = free_port()
    with served(state_dir, port) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "открыто\n"
        health = page(port, "/healthz")
        process.send_signal(signal.SIGINT)
        told, complaints = process.communicate(timeout=40)

    assert health == (200, '{"database": "ok"}')
    assert (process.returncode, complaints) == (0, "")
    first, last = told.splitlines()
    assert first.startswith("Память: команда ")
    assert last.startswith("Память в самый занятый миг: ")
    assert int(last.partition("всего ")[2].split()[0]) < 1500
    assert processes_that_name(str(state_dir)) == []
    assert running_servers(state_dir) is None


def test_a_busy_port_ends_the_command_in_words(state_dir: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with served(state_dir, port) as process:
            told, complaints = process.communicate(timeout=40)

    assert (process.returncode, told) == (1, "")
    assert complaints == (
        f"Страницы не открыты: порт {port} на этой машине уже занят другой программой. "
        'Закройте ту программу или выберите другой порт: make demo ARGS="--port 8010".\n'
    )
    assert running_servers(state_dir) is None
