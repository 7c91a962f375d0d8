"""``manage.py sweep_files``: every school's folder of files in order."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from schools.files.services.sweep import sweep
from tenants import clock
from tenants.each_school import each_school


class Command(BaseCommand):
    """Removes bytes without a record that are older than a day and names records whose bytes are lost."""

    help = "Убирает с диска файлы без записи старше суток и называет записи, чьи файлы пропали."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Print what was done; lost files make the code 1."""
        at = clock.now()
        done = each_school(lambda: sweep(at=at))
        removed = sum(one.removed for one in done.values())
        self.stdout.write(f"Школ: {len(done)}, убрано файлов без записи: {removed}.")
        lost = {school: one.lost for school, one in done.items() if one.lost}
        for school, files in lost.items():
            self.stderr.write(f"Школа {school}: пропали файлы {', '.join(map(str, files))}.")
        if lost:
            raise CommandError("Часть файлов пропала с диска. Верните их из резервной копии.")
