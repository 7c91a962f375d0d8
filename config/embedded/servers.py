"""Both servers together: start what does not run, find what runs, stop, remove."""

import shutil
from dataclasses import replace
from pathlib import Path

from config.embedded.broker import running_broker, start_broker, stop_broker
from config.embedded.errors import disk_refused
from config.embedded.place import Place, find_programs, outside_home, owner_of, say, settle
from config.embedded.postgres import running_postgres, start_postgres, stop_postgres
from config.embedded.state import Servers, locked, make_state_dir, read_state, write_state


def load_or_start(state_dir: Path, *, durable: bool = True) -> Servers:
    """Running servers of this state directory, started where they are not running.

    Any number of processes may call it at once: one starts, the others wait and find. ``durable=False`` makes a
    throwaway database for tests, several times faster and not safe against a power cut. Refusals: EmbeddedServerFailed.
    """
    state_dir = make_state_dir(state_dir)
    if (found := running_servers(state_dir)) is not None:
        return found
    with locked(state_dir):
        if (found := running_servers(state_dir)) is not None:
            return found
        return _start(state_dir, durable=durable)


def running_servers(state_dir: Path) -> Servers | None:
    """What runs now, both servers answering; None otherwise. Starts nothing, takes no lock."""
    state_dir = state_dir.absolute()
    known = read_state(state_dir)
    if known is None:
        return None
    place = Place(known.home, None)
    postgres, broker = running_postgres(place), running_broker(place)
    if postgres is None or broker is None:
        return None
    return replace(known, postgres=postgres, broker=broker)


def process_numbers(servers: Servers) -> dict[str, int]:
    """The main process of each server by its Russian name, for whoever measures memory; what does not run is absent."""
    files = {
        "база данных": servers.home / "postgres" / "data" / "postmaster.pid",
        "очередь": servers.home / "broker" / "valkey.pid",
    }
    return {name: int(file.read_text().split()[0]) for name, file in files.items() if file.is_file()}


def stop_servers(state_dir: Path) -> None:
    """Stop both; the data stays. Quiet where nothing runs."""
    state_dir = state_dir.absolute()
    if not state_dir.is_dir():
        return
    with locked(state_dir):
        _stop(state_dir)


def remove_servers(state_dir: Path) -> None:
    """Stop both and delete their data and programs; other files of the state directory stay."""
    state_dir = state_dir.absolute()
    if not state_dir.is_dir():
        return
    with locked(state_dir):
        home = _stop(state_dir)
        try:
            for name in ("postgres", "broker"):
                if (home / name).exists():
                    shutil.rmtree(home / name)
            for programs in home.glob("programs-*"):
                shutil.rmtree(programs)
            if home == outside_home(state_dir) and home.exists():
                home.rmdir()
            (state_dir / "state.json").unlink(missing_ok=True)
        except OSError as error:
            raise disk_refused(error, home) from error


def _start(state_dir: Path, *, durable: bool) -> Servers:
    known = read_state(state_dir)
    place = settle(state_dir)
    if place.home != state_dir and not place.data.is_dir():
        name = place.account.name if place.account else "?"
        say(f"Каталог {state_dir} закрыт для пользователя {name}, поэтому база данных будет лежать в {place.home}.")
    programs = find_programs(place)
    postgres = running_postgres(place) or start_postgres(
        place, programs, wished_port=known.postgres.port if known else None, durable=durable
    )
    broker = running_broker(place) or start_broker(
        place, programs, wished=known.broker if known else None, durable=durable
    )
    servers = Servers(postgres, broker, place.home)
    write_state(state_dir, servers)
    return replace(servers, started=True)


def _stop(state_dir: Path) -> Path:
    """Stop whatever runs and say where it lived."""
    known = read_state(state_dir)
    home = known.home if known is not None else _guess_home(state_dir)
    if (home / "postgres").is_dir():
        place = Place(home, owner_of(home / "postgres"))
        stop_broker(place)
        stop_postgres(place, find_programs(place))
    return home


def _guess_home(state_dir: Path) -> Path:
    """Without a state file: the data stands in one of two places."""
    outside = outside_home(state_dir)
    return outside if outside.is_dir() and not (state_dir / "postgres").is_dir() else state_dir
