"""The nightly sweep of files."""

from __future__ import annotations

from celery import shared_task

from schools.files.services.sweep import sweep
from tenants import clock
from tenants.each_school import each_school


@shared_task(name="files.sweep")
def sweep_files() -> int:
    """Sweep every school's folder; gives how many files without a row were removed."""
    at = clock.now()
    return sum(done.removed for done in each_school(lambda: sweep(at=at)).values())
