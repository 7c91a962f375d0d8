"""config is an installed app so that its commands and system checks are found."""

from django.apps import AppConfig


class ConfigApp(AppConfig):
    """Wires the house; has no tables."""

    name = "config"
    verbose_name = "Сборка"

    def ready(self) -> None:
        """Teach forms our words; imported here because forms need the applications to be ready."""
        from config.wording import teach_forms  # noqa: PLC0415 -- see above

        teach_forms()
