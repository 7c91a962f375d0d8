"""Put a school's folder in order: bytes without a row go after a day, bytes of a row get their lasting name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from schools.files.disk import PART, bytes_on_disk, settle
from schools.files.models import StoredFile

KEPT_FOR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Swept:
    """What the sweep did in one school; ``lost`` are ids of rows whose bytes are not on the disk."""

    removed: int
    settled: int
    lost: tuple[int, ...]


def sweep(*, at: datetime) -> Swept:
    """Sweep the open school's folder. Younger than a day nothing is touched: its transaction may still be running."""
    before = (at - KEPT_FOR).timestamp()
    # The disk is looked at before the rows: a file committed meanwhile is then never taken for an orphan.
    found = list(bytes_on_disk())
    rows = dict(StoredFile.objects.values_list("key", "pk"))
    removed = settled = 0
    for path in found:
        key = path.name.removesuffix(PART)
        if path.stat().st_mtime > before:
            continue
        if key not in rows:
            path.unlink(missing_ok=True)
            removed += 1
        elif path.name.endswith(PART):
            settle(path.with_name(key))
            settled += 1
    there = {path.name.removesuffix(PART) for path in found}
    lost = sorted(pk for pk in StoredFile.objects.filter(added_at__lt=at - KEPT_FOR).exclude(
        key__in=there).values_list("pk", flat=True))  # fmt: skip
    return Swept(removed, settled, tuple(lost))
