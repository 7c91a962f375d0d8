"""Where bytes lie: ``MEDIA_ROOT/<schema>/<two letters>/<random key>``; until the row is committed, with «.part» after.

A row always has its bytes: they are written, under the temporary name, before the row is, and whoever opens a file
looks under both names, so a machine that stops between the commit and the renaming loses nothing. Bytes without a row
live a day at most: ``services.sweep`` removes them.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from tenants.current import current_identity, current_school_id

PART = ".part"


def new_key() -> str:
    """128 random bits."""
    return secrets.token_hex(16)


def school_folder() -> Path:
    """The open school's folder; files belong to schools alone."""
    if current_school_id() is None:
        raise RuntimeError("files are kept for a school, and no school is open")
    return Path(settings.MEDIA_ROOT) / current_identity().schema


def place_of(key: str) -> Path:
    """Where the bytes of a committed row lie in the open school's folder."""
    return school_folder() / key[:2] / key


def part_of(key: str) -> Path:
    """Where they lie before."""
    place = place_of(key)
    return place.with_name(place.name + PART)


def settle(place: Path) -> None:
    """Give the bytes of a committed row their lasting name; again does nothing."""
    part = place.with_name(place.name + PART)
    if part.exists():
        part.replace(place)


def open_bytes(key: str) -> BinaryIO | None:
    """The bytes of a row, or None where the disk has lost them."""
    for place in (place_of(key), part_of(key), place_of(key)):  # renamed between two looks, it is found by the third
        try:
            return place.open("rb")
        except FileNotFoundError:
            continue
    return None


def bytes_on_disk() -> Iterator[Path]:
    """Everything in the open school's folder."""
    folder = school_folder()
    if folder.is_dir():
        yield from (path for path in sorted(folder.glob("*/*")) if path.is_file())
