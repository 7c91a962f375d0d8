"""The school's own card: headcounts, site section."""

from django.apps import AppConfig


class PassportConfig(AppConfig):
    """The school's own card: headcounts, site section."""

    name = "schools.passport"
    label = "passport"
    verbose_name = "Карточка школы"
