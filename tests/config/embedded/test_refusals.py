"""What the launcher cannot mend it says in Russian, with the next step."""

import errno
import os
import pwd
from pathlib import Path

import pytest

from config.embedded import EmbeddedServerFailed, load_or_start, stop_servers
from config.embedded.errors import disk_refused
from config.embedded.place import require_space
from config.embedded.state import locked
from tests.config.embedded.conftest import launcher


def test_too_little_room_is_refused_before_anything_is_written(state_dir: Path) -> None:
    with pytest.raises(EmbeddedServerFailed) as refusal:
        require_space(state_dir, megabytes=10**9)

    stats = os.statvfs(state_dir)
    assert refusal.value.what.startswith(f"База данных не создана: на диске с каталогом {state_dir} свободно ")
    assert refusal.value.what.endswith("МБ, а нужно 1000000000 МБ.")
    free = refusal.value.what.partition("свободно ")[2].split()[0]
    assert abs(int(free) - stats.f_bavail * stats.f_frsize // 2**20) < 2000  # others write to this disk meanwhile
    assert refusal.value.remedy.startswith("Освободите место на диске и повторите ту же команду")


def test_a_disk_that_fills_up_meanwhile_is_named() -> None:
    refusal = disk_refused(OSError(errno.ENOSPC, "No space left on device"), Path("/srv/tropa"))

    assert refusal.what == "Каталог данных /srv/tropa не записан: на диске кончилось место."


def test_a_directory_of_another_user_is_refused(state_dir: Path, nobody: pwd.struct_passwd) -> None:
    inside = state_dir / "state"
    refused = launcher("start", "--state", inside, user=nobody)

    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr == (
        f"В каталог данных {inside} нельзя записать: нет прав или диск открыт только для чтения. "
        "Запустите команду от имени владельца каталога или укажите другой каталог в переменной TROPA_STATE_DIR.\n"
    )


def test_data_of_another_version_is_not_touched(state_dir: Path) -> None:
    load_or_start(state_dir, durable=False)
    stop_servers(state_dir)
    (state_dir / "postgres/data/PG_VERSION").write_text("16\n")

    with pytest.raises(EmbeddedServerFailed) as refusal:
        load_or_start(state_dir)

    assert refusal.value.what == (
        f"База данных не запущена: каталог {state_dir}/postgres/data сделан PostgreSQL 16, а установлен 18."
    )
    assert refusal.value.remedy.endswith("начните с чистой базы: make clean, затем make demo.")
    (state_dir / "postgres/data/PG_VERSION").write_text("18\n")


def test_a_server_that_gives_up_is_quoted_and_its_log_named(state_dir: Path) -> None:
    load_or_start(state_dir, durable=False)
    stop_servers(state_dir)
    settings = state_dir / "postgres/data/postgresql.conf"
    settings.write_text(settings.read_text() + "no_such_setting = 1\n")

    with pytest.raises(EmbeddedServerFailed) as refusal:
        load_or_start(state_dir, durable=False)

    assert refusal.value.what.startswith("База данных не запущена. Сервер ответил: ")
    assert "contains errors" in refusal.value.what
    assert refusal.value.remedy.startswith(f"Подробности в журнале {state_dir}/postgres/server.log.")


def test_a_long_running_start_elsewhere_is_not_waited_for_for_ever(state_dir: Path) -> None:
    with locked(state_dir), pytest.raises(EmbeddedServerFailed) as refusal, locked(state_dir, seconds=0.1):
        raise AssertionError("the lock was given twice")

    assert refusal.value.what == f"Серверы не запущены: каталог {state_dir} уже 0 с занят другим запуском."
