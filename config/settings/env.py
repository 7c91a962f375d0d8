"""Typed reading of the environment. No other module reads ``os.environ``; every variable stands in ``.env.example``.

A variable that is missing or unreadable is named together with its mend, in Russian, because the person who
starts the product sees this text first.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parents[2]


def text(name: str, default: str | None = None) -> str:
    """The variable as text; raises ImproperlyConfigured when it is absent and has no default."""
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(f"Не задана переменная {name}. Впишите её в файл .env по образцу .env.example.")
    return value


def flag(name: str, *, default: bool) -> bool:
    """The variable as yes or no: 1, true, yes, on and their opposites."""
    value = os.environ.get(name, "").strip().lower()
    if not value:
        return default
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    raise ImproperlyConfigured(f"Переменная {name} понимает только 1 или 0, а в ней «{value}».")


def state_dir() -> Path:
    """Where the embedded servers and the produced files live: ``.tropa/`` beside the code unless told otherwise."""
    return Path(os.environ.get("TROPA_STATE_DIR", ROOT / ".tropa"))


def database(name: str, *, login: str) -> dict[str, Any]:
    """Django's settings of one database login.

    ``name`` is the variable with a ``postgresql://`` address. Without it the embedded server's state file is read,
    and ``login`` ("app" or "owner") says whose password is wanted. When neither exists the settings still load, so
    that commands which need no database work; a connection then fails with the address «server is not started».
    """
    if url := os.environ.get(name):
        parts = urlsplit(url)
        if parts.scheme not in {"postgres", "postgresql"}:
            raise ImproperlyConfigured(f"{name} должна начинаться с postgresql://, а начинается с {parts.scheme}://.")
        return {
            "NAME": parts.path.lstrip("/"),
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or 5432),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
        }
    return embedded_database(login)


def embedded_database(login: str) -> dict[str, Any]:
    """Settings of the embedded server's database for a login, «app» or «owner»."""
    state = embedded_state().get("postgres")
    if state is None:
        return {"NAME": "tropa", "HOST": "server-is-not-started.invalid", "PORT": "1", "USER": "", "PASSWORD": ""}
    user, password = (
        (state["superuser"], state["password"]) if login == "owner" else (f"{role_prefix()}_app", state["app_password"])
    )
    return {"NAME": "tropa", "HOST": state["host"], "PORT": str(state["port"]), "USER": user, "PASSWORD": password}


def embedded_state() -> dict[str, Any]:
    """What the launcher of the embedded servers wrote down, or an empty dictionary where they never started."""
    file = state_dir() / "state.json"
    if not file.is_file():
        return {}
    content: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return content


def broker_url() -> str:
    """Address of Redis or Valkey for Celery: the variable, else the embedded server's."""
    if url := os.environ.get("BROKER_URL"):
        return url
    state = embedded_state().get("broker")
    if state is None:
        return "redis://server-is-not-started.invalid:1/0"
    return f"redis://:{state['password']}@{state['host']}:{state['port']}/0"


def role_prefix() -> str:
    """Prefix of the PostgreSQL roles: roles belong to a whole cluster, so two installations in one need two."""
    return os.environ.get("ROLE_PREFIX", "tropa")


@contextmanager
def child_variable(name: str, value: str) -> Iterator[None]:
    """Processes started inside the block find the variable set."""
    before = os.environ.get(name)
    os.environ[name] = value
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before
