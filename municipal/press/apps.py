"""What the municipality itself has published."""

from django.apps import AppConfig


class PressConfig(AppConfig):
    """What the municipality itself has published."""

    name = "municipal.press"
    label = "press"
    verbose_name = "Публикации округа"
