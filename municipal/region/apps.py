"""Versioned reports for the regional centre."""

from django.apps import AppConfig


class RegionConfig(AppConfig):
    """Versioned reports for the regional centre."""

    name = "municipal.region"
    label = "region"
    verbose_name = "Передача в РЦН"
