"""What the school has published about mentoring."""

from django.apps import AppConfig


class PublicationsConfig(AppConfig):
    """What the school has published about mentoring."""

    name = "schools.publications"
    label = "publications"
    verbose_name = "Публикации"
