"""The product's own processes end when they should, however rudely the parent ends."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from config.demo.children import Child, ProcessEnded
from config.embedded.processes import wait_until

ROOT = Path(__file__).resolve().parents[3]
# ignores the polite signal and has a child of its own
STUBBORN = """
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
inner = subprocess.Popen(["sleep", "600"])
print(inner.pid, flush=True)
time.sleep(600)
"""


def alive(pid: int) -> bool:
    """Running, and not a zombie that waits to be counted."""
    try:
        return bool(Path(f"/proc/{pid}/cmdline").read_bytes())
    except OSError:
        return False


@pytest.fixture
def module_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    (tmp_path / "stubborn.py").write_text(STUBBORN)
    (tmp_path / "failing.py").write_text("raise SystemExit('порт занят')")
    return tmp_path


def start(module: str, folder: Path, patience: float = 0.2) -> Child:
    child = Child("страницы", [module], folder / "logs" / "child.log", patience=patience)
    child.start(os.environ, ROOT)
    return child


def test_stop_leaves_nothing_of_a_process_that_will_not_listen(module_folder: Path) -> None:
    child = start("stubborn", module_folder)
    assert child.process is not None
    assert wait_until(lambda: child.log.stat().st_size > 0, 10)
    grandchild = int(child.log.read_text())

    child.stop()

    assert not alive(child.process.pid)
    assert wait_until(lambda: not alive(grandchild), 5)


def test_a_process_that_ends_by_itself_is_reported_with_its_last_words(module_folder: Path) -> None:
    child = start("failing", module_folder)
    assert child.process is not None
    child.process.wait(10)

    with pytest.raises(ProcessEnded) as refusal:
        child.require_alive()
    child.stop()

    assert refusal.value.what == "Остановлено: страницы завершились сами. Последняя строка: порт занят"
    assert refusal.value.remedy == f"Подробности в журнале {child.log}. Запустите ту же команду ещё раз."


def test_a_child_does_not_outlive_a_killed_parent(module_folder: Path) -> None:
    (module_folder / "waiting.py").write_text("import time; print('here', flush=True); time.sleep(600)")
    code = (
        "import os, pathlib, time\nfrom config.demo.children import Child\n"
        f"child = Child('x', ['waiting'], pathlib.Path({str(module_folder / 'log')!r}))\n"
        "child.start(os.environ, pathlib.Path.cwd())\nprint(child.process.pid, flush=True)\ntime.sleep(600)"
    )
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        assert wait_until(lambda: (module_folder / "log").read_text() == "here\n", 10)
        parent.send_signal(signal.SIGKILL)

    assert wait_until(lambda: not alive(pid), 10)
