"""Style files and scripts gathered for serving, only when they have changed: compressing Plotly takes seconds."""

from __future__ import annotations

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

STAMP = "gathered"


def gather_static() -> None:
    """Bring ``STATIC_ROOT`` to what the finders give now; nothing is done where it stands so already."""
    stamp = Path(settings.STATIC_ROOT) / STAMP
    wanted = _fingerprint()
    if stamp.is_file() and stamp.read_text(encoding="ascii") == wanted:
        return
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)  # an older file may have come back
    stamp.write_text(wanted, encoding="ascii")


def _fingerprint() -> str:
    """Names, sizes and times of every source file, and the storage that treats them."""
    known = hashlib.sha256(repr(settings.STORAGES["staticfiles"]).encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            known.update(f"{path} {storage.size(path)} {storage.get_modified_time(path).timestamp()}\n".encode())
    return known.hexdigest()
