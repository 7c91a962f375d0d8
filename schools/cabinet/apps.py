"""The first page of everybody in the school."""

from django.apps import AppConfig


class CabinetConfig(AppConfig):
    """The first page of everybody in the school."""

    name = "schools.cabinet"
    label = "cabinet"
    verbose_name = "Сегодня"
