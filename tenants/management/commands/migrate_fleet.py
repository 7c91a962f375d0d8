"""Bring the shared schema, the template and every school to the migrations on disk."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from tenants.fleet import migrate_fleet
from tenants.provisioning import prepare_database


class Command(BaseCommand):
    """``manage.py migrate_fleet``: safe to run again; schools that could not move are named and the code is 1."""

    help = "Обновляет таблицы: общие, образец и все школы."
    requires_system_checks: list[str] = []

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Print what was moved."""
        prepare_database()
        report = migrate_fleet()
        self.stdout.write(f"Школ: {report.schools}, обновлено: {report.moved}, не обновлено: {len(report.failed)}.")
        for schema, reason in report.failed.items():
            self.stderr.write(f"{schema}: {reason}")
        if report.failed:
            raise CommandError("Не все школы обновлены. Устраните причину и запустите команду ещё раз.")
