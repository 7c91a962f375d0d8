"""Who needs the servers right now: the last command to end stops what a command had started.

A lease is a POSIX lock on ``users``: it falls with its process however that ends, and no child inherits it. Servers
started by hand (``python -m config.embedded start``) or by the tests carry no mark and outlive every lease.
"""

import atexit
import fcntl
import os
import sys
from pathlib import Path

from config.embedded.errors import EmbeddedServerFailed, disk_refused
from config.embedded.servers import load_or_start, stop_servers
from config.embedded.state import Servers, make_state_dir
from config.settings import env

MARK = "started-on-demand"


def lease_servers(state_dir: Path) -> Servers:
    """Running servers that stay until this process ends, and a little cleaning when it does.

    Refusals: EmbeddedServerFailed.
    """
    state_dir = state_dir.absolute()
    try:
        handle = os.open(make_state_dir(state_dir) / "users", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise disk_refused(error, state_dir) from error
    fcntl.lockf(handle, fcntl.LOCK_SH)  # first of all: whoever is just stopping the servers has to finish
    servers = load_or_start(state_dir)
    if servers.started:
        (state_dir / MARK).touch()
    atexit.register(_leave, state_dir, handle, os.getpid())
    return servers


def start_for_command() -> Servers:
    """The same for a management command: a failure is said in words and ends the process with code 1."""
    try:
        return lease_servers(env.state_dir())
    except EmbeddedServerFailed as failure:
        sys.exit(str(failure))


def _leave(state_dir: Path, handle: int, holder: int) -> None:
    if os.getpid() != holder:  # a forked child runs its parent's exit handlers too
        return
    try:
        fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return  # somebody else still needs the servers
    if (state_dir / MARK).exists():
        (state_dir / MARK).unlink()
        stop_servers(state_dir)
