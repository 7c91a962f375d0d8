"""Why a server could not be started, in words for the person at the keyboard."""

import errno
from pathlib import Path

from tenants.domain.errors import Refusal


class EmbeddedServerFailed(Refusal):
    """A server did not start or stop; ``what`` says which, ``remedy`` the next step."""


NO_SPACE_REMEDY = "Освободите место на диске и повторите ту же команду: работа продолжится с того, что уже есть."


def disk_refused(error: OSError, directory: Path) -> EmbeddedServerFailed:
    """Turn an error of the file system below ``directory`` into words: no room, no right, or the bare reason."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return EmbeddedServerFailed(
            f"Каталог данных {directory} не записан: на диске кончилось место.", NO_SPACE_REMEDY
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return EmbeddedServerFailed(
            f"В каталог данных {directory} нельзя записать: нет прав или диск открыт только для чтения.",
            "Запустите команду от имени владельца каталога или укажите другой каталог в переменной TROPA_STATE_DIR.",
        )
    return EmbeddedServerFailed(
        f"Каталог данных {directory} не записан: {error.strerror or error}.",
        "Проверьте диск или укажите другой каталог в переменной TROPA_STATE_DIR.",
    )
