"""The embedded default: everything on this machine, one process with one login, state in ``.tropa/``."""

import secrets

from . import env
from .base import *  # noqa: F403 -- the base is extended here
from .logs import LOGGING  # noqa: F401 -- read by Django


def _own_secret() -> str:
    """A key of this machine, made once and kept beside the embedded servers' state."""
    file = env.state_dir() / "secret-key"
    if not file.is_file():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(48), encoding="utf-8")
    return file.read_text(encoding="utf-8")


SECRET_KEY = env.text("SECRET_KEY", "") or _own_secret()
