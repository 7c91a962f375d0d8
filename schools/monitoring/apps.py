"""The monitoring form: counted, corrected, handed in."""

from django.apps import AppConfig


class MonitoringConfig(AppConfig):
    """The monitoring form: counted, corrected, handed in."""

    name = "schools.monitoring"
    label = "monitoring"
    verbose_name = "Мониторинг"
