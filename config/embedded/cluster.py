"""Making the cluster: once, whole or not at all."""

import secrets
import shutil
from pathlib import Path

from config.embedded.errors import NO_SPACE_REMEDY, EmbeddedServerFailed, disk_refused
from config.embedded.place import Place, Programs, require_space
from config.embedded.processes import run_as

SUPERUSER = "tropa_admin"

# C.UTF-8 from PostgreSQL itself: no machine lacks it. With --locale=C instead of --lc-ctype=C.UTF-8 pg_trgm would
# find no trigrams in Cyrillic (stack.md 1a).
LOCALE = ("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--lc-collate=C", "--lc-ctype=C.UTF-8")


def make_cluster(place: Place, programs: Programs, *, durable: bool) -> None:
    """initdb beside the final name, then one rename: an interrupted first run leaves nothing that looks finished."""
    for leftover in place.cluster.glob("data.new*"):
        shutil.rmtree(leftover, ignore_errors=True)
    require_space(place.cluster)
    fresh = place.cluster / "data.new"
    password = secrets.token_hex(24)
    password_file = place.cluster / "data.new.password"
    try:
        _write_private(password_file, password, place)
        options = ["-U", SUPERUSER, "-A", "scram-sha-256", "-E", "UTF8", *LOCALE, "--no-instructions"]
        sync = [] if durable else ["--no-sync"]
        command: list[str | Path] = [programs.postgres / "initdb", "-D", fresh, "--pwfile", password_file]
        code, said = run_as(place.account, [*command, *options, *sync])
        if code != 0:
            raise _init_refused(place, said)
        with (fresh / "postgresql.conf").open("a") as settings:
            settings.write("\ninclude 'tropa.conf'\n")
        password_file.rename(fresh / "tropa.password")
        fresh.rename(place.data)
    except OSError as error:
        raise disk_refused(error, place.cluster) from error


def _write_private(path: Path, text: str, place: Place) -> None:
    path.unlink(missing_ok=True)
    path.touch(mode=0o600)
    path.write_text(text + "\n")
    give(path, place)


def give(path: Path, place: Place) -> None:
    """Hand a file over to the servers' account."""
    if place.account is not None:
        shutil.chown(path, place.account.uid, place.account.gid)


def _init_refused(place: Place, said: str) -> EmbeddedServerFailed:
    if "No space left" in said:
        return EmbeddedServerFailed("База данных не создана: на диске кончилось место.", NO_SPACE_REMEDY)
    return EmbeddedServerFailed(
        f"База данных не создана в каталоге {place.cluster}. Программа ответила: {said.strip()[-400:]}",
        "Устраните причину и повторите ту же команду: недоделанное будет убрано само.",
    )
