"""The product's own processes: started as a group each, watched, ended in order."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tenants.domain.errors import Refusal


class ProcessEnded(Refusal):
    """A process of the product ended by itself."""


@dataclass(slots=True)
class Child:
    """A Python module run as a process with its log; ``patience`` is how many seconds it may take to end politely."""

    name: str
    command: Sequence[str]
    log: Path
    patience: float = 10.0
    process: subprocess.Popen[bytes] | None = field(default=None)

    def start(self, environment: Mapping[str, str], directory: Path) -> None:
        """Start in a session of its own, so that Ctrl-C reaches this program alone and it decides the order."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "config.demo.child", str(os.getpid()), *self.command],
                cwd=directory,
                env=dict(environment),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def require_alive(self) -> None:
        """Raise ProcessEnded with the log's last line when the process is gone."""
        if self.process is None or self.process.poll() is None:
            return
        lines = [line for line in self.log.read_text("utf-8", "replace").splitlines() if line.strip()]
        raise ProcessEnded(
            f"Остановлено: {self.name} завершились сами. Последняя строка: {lines[-1].strip() if lines else 'пусто'}",
            f"Подробности в журнале {self.log}. Запустите ту же команду ещё раз.",
        )

    def stop(self) -> None:
        """Ask to end, wait, insist; afterwards nothing of its group is left."""
        if self.process is None:
            return
        if self.process.poll() is None:
            self.process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(self.patience)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)  # what its own children missed; the group bears its number
        self.process.wait()
