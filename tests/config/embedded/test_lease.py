"""The last command that needs the servers stops them; servers started by hand stay."""

import subprocess
import sys
from pathlib import Path

from config.embedded import load_or_start, running_servers
from tests.config.embedded.conftest import ROOT

COMMAND = (
    "import sys; from config.embedded import start_for_command\n"
    "print(start_for_command().started, flush=True)\nsys.stdin.read()"
)


class Command:
    """A management command that has begun and ends when told to."""

    def __init__(self, state_dir: Path) -> None:
        environment = {"PATH": "/usr/bin:/bin", "TROPA_STATE_DIR": str(state_dir)}
        self.process = subprocess.Popen(
            [sys.executable, "-c", COMMAND],
            cwd=ROOT,
            env=environment,
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self.process.stdout is not None
        self.started = self.process.stdout.readline().strip()

    def end(self) -> None:
        self.process.communicate(timeout=30)


def test_servers_end_with_the_last_command_that_uses_them(state_dir: Path) -> None:
    first, second = Command(state_dir), Command(state_dir)
    assert (first.started, second.started) == ("True", "False")

    first.end()
    assert running_servers(state_dir) is not None
    second.end()
    assert running_servers(state_dir) is None


def test_a_killed_command_does_not_keep_the_servers_for_ever(state_dir: Path) -> None:
    killed = Command(state_dir)
    killed.process.kill()
    killed.end()
    assert running_servers(state_dir) is not None

    Command(state_dir).end()

    assert running_servers(state_dir) is None


def test_servers_started_by_hand_outlive_the_commands(state_dir: Path) -> None:
    load_or_start(state_dir, durable=False)

    Command(state_dir).end()

    assert running_servers(state_dir) is not None
