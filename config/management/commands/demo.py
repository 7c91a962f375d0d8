"""``manage.py demo``: the demonstration's district, told once and then served."""

from __future__ import annotations

import json
import shutil
import time
from argparse import ArgumentParser
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from django.utils import timezone
from psycopg import sql

from config.demo.place import PASSWORD, SignIn
from config.demo.progress import Progress
from config.demo.serve import require_free_port, serve
from config.demo.story import tell
from config.embedded import Servers, lease_servers
from config.embedded.errors import disk_refused
from config.settings import env
from tenants.domain.errors import Refusal
from tenants.fleet import migrate_fleet
from tenants.owner import make_database, owner_connection
from tenants.provisioning import prepare_database

READY, HALF_TOLD = "tropa", "tropa_half_told"
MEGABYTES_NEEDED = 400


class NotEnoughDisk(Refusal):
    """The story would not fit."""


class Command(BaseCommand):
    """Told into a database of another name that is renamed at the end: an interrupted story is simply told again."""

    help = "Показательный район: наполняет его и открывает страницы."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """``--no-serve``, ``--fresh``, ``--host``, ``--port``, ``--measure``."""
        parser.add_argument("--no-serve", action="store_true", help="только рассказать историю, страницы не открывать")
        parser.add_argument("--fresh", action="store_true", help="начать заново")
        parser.add_argument("--host", default="127.0.0.1", help="где слушать")
        parser.add_argument("--port", type=int, default=8000, help="порт страниц")
        parser.add_argument("--measure", action="store_true", help="измерить память")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Refusals are said in words and end the command with code 1."""
        try:
            self._run(options)
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        except OSError as fault:
            raise CommandError(str(disk_refused(fault, env.state_dir()))) from fault

    def _run(self, options: dict[str, Any]) -> None:
        if not options["no_serve"]:
            require_free_port(options["host"], options["port"])
        _require_disk()
        servers = _servers()
        if options["fresh"]:
            _forget()
        if not _is_told():
            self._tell(servers)
        else:
            prepare_database(app_password=servers.postgres.app_password)
            migrate_fleet()
        self._print_table(options)
        if not options["no_serve"]:
            self._serve(options, servers)

    def _tell(self, servers: Servers) -> None:
        began = time.monotonic()
        self.stdout.write("Рассказываем историю показательного района. Все люди и школы вымышлены.")
        _drop(HALF_TOLD)
        make_database(HALF_TOLD)
        _use(HALF_TOLD)
        progress = Progress()
        with progress.step("готовим базу данных"):
            prepare_database(app_password=servers.postgres.app_password)
        told = tell(today=timezone.localdate(), folder=_files(), progress=progress)
        _remember(told.now, told.sign_ins, told.files)
        _use(READY)
        _rename(HALF_TOLD, READY)
        self.stdout.write(f"Готово за {time.monotonic() - began:.0f} с.")

    def _print_table(self, options: dict[str, Any]) -> None:
        known = json.loads(_memory().read_text(encoding="utf-8"))
        port = options["port"]
        self.stdout.write(f"\nСегодня в показательном районе {known['day']}. Пароль у всех один: {PASSWORD}\n")
        for who, host, email in known["sign_ins"]:
            address = (
                f"http://{host}.{settings.BASE_DOMAIN}:{port}" if host else f"http://{settings.BASE_DOMAIN}:{port}"
            )
            self.stdout.write(f"  {who:<46} {address:<34} {email}")
        if known["files"]:
            self.stdout.write("\nФайлы:")
            for file in known["files"]:
                self.stdout.write(f"  {file}")

    def _serve(self, options: dict[str, Any], servers: Servers) -> None:
        clock = json.loads(_memory().read_text(encoding="utf-8"))["now"]
        with env.child_variable("TROPA_CLOCK", clock):
            serve(
                options["host"],
                options["port"],
                on_ready=lambda: self.stdout.write("\nСтраницы открыты. Остановить: Ctrl-C."),
                report=self.stdout.write if options["measure"] else None,
                servers=servers,
            )


def _servers() -> Servers:
    """Running embedded servers, their addresses put into the settings that were read before they were known."""
    servers = lease_servers(env.state_dir())
    for alias, login in (("default", "app"), ("owner", "owner")):
        settings.DATABASES[alias].update(env.embedded_database(login))
        connections[alias].settings_dict.update(settings.DATABASES[alias])
    return servers


def _require_disk() -> None:
    folder = env.state_dir()
    existing = next(place for place in (folder, *folder.parents) if place.exists())
    free = shutil.disk_usage(existing).free // 2**20
    if free < MEGABYTES_NEEDED:
        raise NotEnoughDisk(
            f"Показательный район не создан: на диске свободно {free} МБ.",
            f"Освободите место, нужно {MEGABYTES_NEEDED} МБ, и повторите ту же команду.",
        )


def _is_told() -> bool:
    with owner_connection(autocommit=True, database="postgres") as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [READY]).fetchone()
    return found is not None and _memory().is_file()


def _forget() -> None:
    for name in (READY, HALF_TOLD):
        _drop(name)
    _memory().unlink(missing_ok=True)
    shutil.rmtree(_files(), ignore_errors=True)


def _drop(name: str) -> None:
    with owner_connection(autocommit=True, database="postgres") as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _rename(old: str, new: str) -> None:
    _drop(new)
    with owner_connection(autocommit=True, database="postgres") as connection:
        connection.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(old), sql.Identifier(new)))


def _use(name: str) -> None:
    for alias in ("default", "owner"):
        connections[alias].close()
        connections[alias].settings_dict["NAME"] = name
        settings.DATABASES[alias]["NAME"] = name


def _memory() -> Path:
    return env.state_dir() / "demo.json"


def _files() -> Path:
    return env.state_dir() / "out"


def _remember(now: datetime, sign_ins: list[SignIn], files: list[Path]) -> None:
    document = {
        "now": now.isoformat(),
        "day": f"{now:%d.%m.%Y}",
        "sign_ins": [[one.who, one.host, one.email] for one in sign_ins],
        "files": [str(file) for file in files],
    }
    _memory().write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")
