"""Pairs, groups and programmes."""

from django.apps import AppConfig


class PairsConfig(AppConfig):
    """Pairs, groups and programmes."""

    name = "schools.pairs"
    label = "pairs"
    verbose_name = "Пары и группы"
