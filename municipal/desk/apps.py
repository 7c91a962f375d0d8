"""The methodist's first page; has no tables."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The methodist's first page; has no tables."""

    name = "municipal.desk"
    label = "desk"
    verbose_name = "Сегодня методиста"
