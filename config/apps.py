"""config is an installed app so that its commands and system checks are found."""

from django.apps import AppConfig


class ConfigApp(AppConfig):
    """Wires the house; has no tables."""

    name = "config"
    verbose_name = "Сборка"
