"""The curator's first page; has no tables."""

from django.apps import AppConfig


class CabinetConfig(AppConfig):
    """The curator's first page; has no tables."""

    name = "schools.cabinet"
    label = "cabinet"
    verbose_name = "Сегодня"
