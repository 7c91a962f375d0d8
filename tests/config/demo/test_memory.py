"""Memory is summed over whole families of processes."""

import os
import subprocess
import sys
import time
from pathlib import Path

from config.demo.memory import family, measure, megabytes
from config.embedded.processes import wait_until

HOLDER = "import os, sys\nheld = os.urandom(60 * 2**20)\nprint('held', flush=True)\nsys.stdin.read()"


def test_a_family_is_a_process_with_its_children_and_theirs() -> None:
    shell = ["sh", "-c", "sleep 60 & sleep 60"]
    with subprocess.Popen(shell, start_new_session=True) as parent:
        assert wait_until(lambda: len(family(parent.pid)) == 3, 5)
        os.killpg(parent.pid, 9)


def test_held_memory_is_seen_under_its_name_and_in_the_sum() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        sums = measure({"испытание": os.getpid(), "страницы": holder.pid})
        holder.communicate()

    assert 60 <= sums["страницы"] <= 90
    assert abs(sums["испытание"] + sums["страницы"] - sums["всего"]) <= 1


def test_an_ended_process_holds_nothing() -> None:
    with subprocess.Popen(["true"]) as ended:
        time.sleep(0)
    assert not Path(f"/proc/{ended.pid}").exists()
    assert megabytes(ended.pid) == 0.0
