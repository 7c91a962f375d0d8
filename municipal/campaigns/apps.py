"""Monitoring campaigns of a municipality."""

from django.apps import AppConfig


class CampaignsConfig(AppConfig):
    """Monitoring campaigns of a municipality."""

    name = "municipal.campaigns"
    label = "campaigns"
    verbose_name = "Кампании"
