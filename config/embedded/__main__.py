"""``python -m config.embedded start|stop|status|remove [--state DIR]``: the servers by hand."""

import argparse
import sys
from pathlib import Path

from config.embedded import (
    EmbeddedServerFailed,
    Servers,
    load_or_start,
    remove_servers,
    running_servers,
    stop_servers,
)
from config.settings import env


def main(arguments: list[str] | None = None) -> int:
    """Do one thing and say what came of it; the exit code is 1 after a failure, 3 when status finds nothing running."""
    parser = argparse.ArgumentParser(prog="python -m config.embedded", description="Встроенные серверы «Тропы»")
    parser.add_argument("act", choices=["start", "stop", "status", "remove"])
    parser.add_argument("--state", type=Path, default=env.state_dir())
    parser.add_argument(
        "--throwaway", action="store_true", help="быстрая база для испытаний, без защиты от сбоя питания"
    )
    given = parser.parse_args(arguments)
    try:
        return _do(given.act, given.state, durable=not given.throwaway)
    except EmbeddedServerFailed as failure:
        sys.stderr.write(f"{failure}\n")
        return 1


def _do(act: str, state_dir: Path, *, durable: bool) -> int:
    if act == "start":
        _tell(load_or_start(state_dir, durable=durable))
        return 0
    if act == "status":
        servers = running_servers(state_dir)
        if servers is None:
            sys.stdout.write("Серверы не работают.\n")
            return 3
        _tell(servers)
        return 0
    if act == "stop":
        stop_servers(state_dir)
    else:
        remove_servers(state_dir)
    sys.stdout.write("Серверы остановлены.\n" if act == "stop" else "Серверы остановлены, их данные удалены.\n")
    return 0


def _tell(servers: Servers) -> None:
    """Addresses without passwords: those stand in state.json."""
    postgres, broker = servers.postgres, servers.broker
    sys.stdout.write(f"PostgreSQL: {postgres.host}:{postgres.port}, пользователь {postgres.superuser}\n")
    sys.stdout.write(f"Valkey: {broker.host}:{broker.port}\nДанные: {servers.home}\n")


if __name__ == "__main__":
    sys.exit(main())
